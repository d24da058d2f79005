/** The size of the largest Markdown charter that we know of. */
const targetSize = 48_000;

/**
 * @returns an orderly charter of about that size: prose, a table of groups, a table of leads, links of all kinds. Cells
 * and links are as dense as in those that projects have: some 18 pipes and 6 links in 1,000 characters.
 */
export function largeCharter({ size = targetSize } = {}) {
  return printCharter({ size, paragraphs: 12, first: 1 });
}

/** @returns a charter of some 5 KB with groups and leads that no charter of another number has. */
export function smallCharter(number) {
  return printCharter({ size: 5000, paragraphs: 2, first: 1 + number * 100 });
}

function printCharter({ size, paragraphs, first }) {
  const head = `# Working groups

- [How groups work](#how-groups-work)
- [Current groups](#current-groups)
- [Leads](#leads)

## How groups work

Each group keeps its [notes](#current-groups) in the open and follows the [contributing guide](CONTRIBUTING.md).

${printProse(paragraphs)}
## Current groups

| Group | Design Docs | Discussion Forum | Slack Channel | Meeting Notes | Description |
|-------|-------------|------------------|---------------|---------------|-------------|
`;
  const middle = `
## Leads

| &nbsp; | Name | Company | Groups |
|--------|------|---------|--------|
`;
  let [groups, leads] = ['', ''];
  for (let n = first; head.length + groups.length + middle.length + leads.length < size; n++) {
    groups += printGroup(n);
    leads += printLead(2 * n - 1, n) + printLead(2 * n, n);
  }
  return head + groups + middle + leads;
}

function printProse(paragraphs) {
  const sentences = [
    'A group looks after one part of the project: its design, its releases and the people who come to help.',
    'It meets **every second week**, in the open, and writes down what was said and decided.',
    'Whoever wants to propose a change writes a short document first, and shares it with the group a week ahead.',
    'The leads see to it that issues are read, that a milestone can be kept, and that `main` can be released.',
    'When a part is no longer looked after, its group is *retired*, and its issues move to the others.',
  ];
  return `${sentences.join('\n')}\n\n`.repeat(paragraphs).trimEnd().concat('\n');
}

const numbered = (n) => String(n).padStart(3, '0');
const groupName = (n) => `Group ${numbered(n)}`;

function printGroup(n) {
  const slug = `group-${numbered(n)}`;
  const folder = `0AOctoFolderWithALongId${numbered(n)}OfThirtyLettersPVA`;
  const cells = [
    groupName(n),
    `[Folder](https://docs.example.org/drive/u/0/folders/${folder}?usp=sharing)`,
    `[Forum](https://forum.example.org/c/${slug})`,
    `[#${slug}](https://octo-org.example.org/messages/${slug})`,
    `[Notes](https://docs.example.org/document/d/${folder}/edit#heading=h.octo${numbered(n)})`,
    `What *${groupName(n)}* looks after: its parts, how they are configured, tested and released, and \`${slug}\``,
  ];
  return `| ${cells.join(' | ')} |\n`;
}

function printLead(n, group) {
  const handle = `octo-lead-${numbered(n)}`;
  const avatar = `<img width="30px" alt="" src="https://avatars.example.org/u/${handle}?s=460&v=4">`;
  return `| ${avatar} | [Octo Lead${numbered(n)}](https://github.com/${handle}) | Octo Inc | ${groupName(group)} |\n`;
}
