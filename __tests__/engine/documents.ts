/** A charter of two tables with these groups, each led by octo-lead-1. */
export function twoTables(groups: string[]): string {
  return `# Working groups

| Group | Design Docs | Discussion Forum | Slack Channel | Meeting Notes | Description |
|-------|-------------|------------------|---------------|---------------|-------------|
${groups.map((group) => `| ${group} | [Folder](https://example.com/docs) | [Forum](https://example.com/forum) | [#work](https://example.com/chat) | [Notes](https://example.com/notes) | What it does |`).join('\n')}

## Leads

| &nbsp; | Name | Company | Groups |
|--------|------|---------|--------|
| &nbsp; | [Octo Lead](https://github.com/octo-lead-1) | Octo Inc | ${groups.join(', ')} |
`;
}

/** A configuration that reads `WORKING-GROUPS.md` and lets nobody wait. */
export const configuration = `charter:
  documents: [WORKING-GROUPS.md]
  label: area/{group}
triage:
  patience: 0s
`;

export const files = {
  '.github/remit.yml': configuration,
  'WORKING-GROUPS.md': twoTables(['Networking', 'Docs']),
};
