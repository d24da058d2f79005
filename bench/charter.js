/** The size of the largest Markdown charter that we know of. */
const targetSize = 48_000;

/** @returns an orderly charter of about that size: a table of groups, a table of leads, links of all kinds. */
export function largeCharter() {
  const head = `# Working groups

- [How groups work](#how-groups-work)
- [Current groups](#current-groups)
- [Leads](#leads)

## How groups work

Each group keeps its [notes](#current-groups) in the open and follows the [contributing guide](CONTRIBUTING.md).

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
  for (let n = 1; head.length + groups.length + middle.length + leads.length < targetSize; n++) {
    groups += printGroup(n);
    leads += printLead(3 * n - 2, n) + printLead(3 * n - 1, n) + printLead(3 * n, n);
  }
  return head + groups + middle + leads;
}

const numbered = (n) => String(n).padStart(3, '0');
const groupName = (n) => `Group ${numbered(n)}`;

function printGroup(n) {
  const slug = `group-${numbered(n)}`;
  const cells = [
    groupName(n),
    `[Folder](https://docs.example.org/folders/${slug})`,
    `[Forum](https://forum.example.org/c/${slug})`,
    `[#${slug}](https://octo-org.example.org/messages/${slug})`,
    `[Notes](https://docs.example.org/notes/${slug})`,
    `What *${groupName(n)}* looks after: its parts, their releases and \`${slug}\``,
  ];
  return `| ${cells.join(' | ')} |\n`;
}

function printLead(n, group) {
  const handle = `octo-lead-${numbered(n)}`;
  const avatar = `<img width="30px" alt="" src="https://github.com/${handle}.png">`;
  return `| ${avatar} | [Octo Lead${numbered(n)}](https://github.com/${handle}) | Octo Inc | ${groupName(group)} |\n`;
}
