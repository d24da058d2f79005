/** An issue or pull request as a text names it. */
interface Reference {
  owner: string;
  name: string;
  number: number;
}

/** What GitHub does not read for references: blocks of code, code within a line, and comments of HTML. */
const unread = [/^ {0,3}(```|~~~).*?(?:^ {0,3}\1|$(?!.))/gms, /(`+)(?!`).*?(?<!`)\1(?!`)/g, /<!--.*?(?:-->|$(?!.))/gms];
const named = /(?<![\w/#&.-])(?:([\w-]+)\/([\w.-]+))?#(\d+)\b/g;

const closing = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+((?:[\w-]+\/[\w.-]+)?#\d+\b|https?:\/\/\S+)/gi;

/** Those of the issues that a text names which it is said to close. Source: GitHub docs, Linking a pull request to an issue. */
export function closedBy(text: string, at: { owner: string; name: string; base: string }): Reference[] {
  const said = [...readable(text).matchAll(closing)].map(([, reference]) => reference);
  return referencesIn(said.join(' '), at);
}

/**
 * The issues that a text names, each once: `#12` of the repository at hand, `owner/name#12`, and an address. Source:
 * GitHub docs, Autolinked references and URLs.
 *
 * @param base of the addresses of pages.
 */
export function referencesIn(text: string, at: { owner: string; name: string; base: string }): Reference[] {
  const read = readable(text);
  const found = [...read.matchAll(named)].map(([, owner, name, number]) => ({
    owner: owner ?? at.owner,
    name: name ?? at.name,
    number: Number(number),
  }));
  const addresses = read.split(`${at.base}/`).slice(1);
  for (const address of addresses) {
    const [, owner, name, number] = /^([\w-]+)\/([\w.-]+)\/(?:issues|pull)\/(\d+)\b/.exec(address) ?? [];
    if (owner && name) found.push({ owner, name, number: Number(number) });
  }
  const keyOf = ({ owner, name, number }: Reference) => `${owner}/${name}#${number}`.toLowerCase();
  return [...new Map(found.map((reference) => [keyOf(reference), reference])).values()];
}

function readable(text: string): string {
  return unread.reduce((rest, pattern) => rest.replace(pattern, ' '), text);
}
