/** Where something stands; both count from 1, columns in UTF-16 units. */
export interface Place {
  line: number;
  column: number;
}

/** @returns what finds the place of an offset; what lies behind the last visible text counts as its end. */
export function placesIn(text: string): (offset: number) => Place {
  const starts = [0, ...[...text.matchAll(/\r\n?|\n/g)].map((found) => found.index + found[0].length)];
  const end = text.trimEnd().length;
  return (offset) => {
    const within = Math.min(offset, end);
    const line = starts.findLastIndex((start) => start <= within);
    return { line: line + 1, column: within - (starts[line] ?? 0) + 1 };
  };
}

/** What the parser says, by its beginning, in words that say what to do. */
const plainWords: [beginning: string, words: string][] = [
  ['tab characters', 'a tab indents this line; use spaces'],
  ['nesting exceeded', 'this is nested more than 40 levels deep'],
  ['null byte', 'a control character stands here; the file must be plain text'],
  ['the stream contains non-printable', 'a control character stands here; the file must be plain text'],
  ['expected valid JSON character', 'a control character stands here; the file must be plain text'],
  ['bad indentation', 'the indentation fits no line above, or a value with a colon in it needs quotes'],
  ['deficient indentation', 'the indentation fits no line above, or a bracket or a quotation mark above is not closed'],
  ['unexpected end of the stream within a flow', 'a bracket opens and is never closed'],
  ['unexpected end of the stream within a', 'a quotation mark opens and is never closed'],
  ['unexpected end of the document within a', 'a quotation mark opens and is never closed'],
  ['missed comma', 'a comma is missing between two entries, or a text with a bracket in it needs quotes'],
  ["expected ':' after", 'a colon is missing after this key'],
  ['can not read a block mapping entry', 'a colon is missing after this key'],
  ['end of the stream or a document separator', 'this continues nothing above; check its indentation and quotes'],
  ['unidentified alias', 'anchors (`&`) and aliases (`*`) are not read; write it out'],
];

/** @returns what is wrong with the syntax, in plain words where there are some. */
export function plainReason(reason: string, text: string, offset: number): Place & { message: string } {
  const placeOf = placesIn(text);
  const tab = tabThatIndents(text, offset);
  if (tab !== null) return { message: 'a tab indents this line; use spaces', ...placeOf(tab) };
  const words = plainWords.find(([beginning]) => reason.startsWith(beginning))?.[1];
  const said = reason.replace(/[^\x20-\x7e]/g, '?').slice(0, 100);
  return { message: words ?? `this is not valid YAML: ${said}`, ...placeOf(offset) };
}

/** The parser often stumbles only behind the tab; who looks at the line does not see it. */
function tabThatIndents(text: string, offset: number): number | null {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const tab = /^ *\t/.exec(text.slice(start, start + 1000));
  return tab ? start + tab[0].length - 1 : null;
}
