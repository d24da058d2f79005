/** An emulated repository with a charter of three groups, in which Remit is installed. */
export const repository = { owner: 'octo-org', name: 'octo-repo' };
export const person = 'octo-lead-1';

const charter = `# Working groups

| Group | Forum | Description |
|-------|-------|-------------|
| Docs | [Forum](https://forum.example.org/c/docs) | Documentation |
| Networking | [Forum](https://forum.example.org/c/networking) | Traffic |
| Security | [Forum](https://forum.example.org/c/security) | Identity |

## Leads

| &nbsp; | Name | Company | Groups |
|--------|------|---------|--------|
| &nbsp; | [Octo Lead One](https://github.com/octo-lead-1) | Octo Inc | Docs, Networking, Security |
`;

const configuration = `charter:
  documents: [WORKING-GROUPS.md]
  label: area/{group}
triage:
  patience: 0s
`;

export const seed = {
  app: { slug: 'remit', name: 'Remit' },
  users: [{ login: person }],
  organizations: [{ login: repository.owner, members: [person] }],
  repositories: [
    {
      ...repository,
      files: { 'WORKING-GROUPS.md': charter, '.github/remit.yml': configuration },
      labels: ['area/docs', 'area/networking', 'area/security', 'P0', 'P1', 'P2'],
      milestones: ['1.4'],
      collaborators: { [person]: 'write' },
    },
  ],
};

/** Opens issues on the emulated GitHub: every second one in order, the others without any metadata. */
export async function openIssues(github, count) {
  const { token } = github.as(person);
  for (let n = 1; n <= count; n++) {
    const metadata = n % 2 === 0 ? { labels: ['area/networking', 'P1'], milestone: 1 } : {};
    const response = await fetch(`${github.apiUrl}/repos/${repository.owner}/${repository.name}/issues`, {
      method: 'POST',
      headers: { authorization: `token ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ title: `Issue ${n}`, body: 'What happens, and what should. '.repeat(40), ...metadata }),
    });
    if (response.status !== 201) throw new Error(`no issue was opened: ${response.status} ${await response.text()}`);
  }
}
