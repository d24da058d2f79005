/** The project that is simulated: who is in it, what governs it. */
export const place = { owner: 'octo-org', repo: 'octo-mesh' };

const numbered = (name, count) => Array.from({ length: count }, (_, index) => `${name}-${index + 1}`);

export const people = {
  reporters: numbered('octo-user', 40),
  triagers: numbered('octo-triager', 4),
  leads: numbered('octo-lead', 6),
};

export const otherBots = ['octo-stale[bot]', 'octo-labeler[bot]'];

export const areas = ['config', 'docs', 'networking'];
export const priorities = ['P0', 'P1', 'P2'];
export const milestones = ['1.4', '1.5', 'Someday'];

const charter = `# Working groups

| Group | Forum | Description |
| --- | --- | --- |
| Config | [Forum](https://forum.example.org/c/config) | Configuration |
| Docs | [Forum](https://forum.example.org/c/docs) | Texts |
| Networking | [Forum](https://forum.example.org/c/networking) | Traffic |

## Leads

| &nbsp; | Name | Company | Groups |
| --- | --- | --- | --- |
${people.leads.map((lead, index) => `| &nbsp; | [Octo Lead ${index + 1}](https://github.com/${lead}) | Octo Inc | ${['Config', 'Docs', 'Networking'][index % 3]} |`).join('\n')}
`;

const configuration = `charter:
  documents: [WORKING-GROUPS.md]
  label: area/{group}
triage:
  patience: 1d
  requirements:
    priority:
      values: [P0, P1, P2]
`;

export function seedOf(startsAt) {
  const everyone = [...people.triagers, ...people.leads];
  return {
    app: { slug: 'remit', name: 'Remit' },
    users: [...people.reporters, ...everyone, ...otherBots].map((login) => ({ login })),
    organizations: [{ login: place.owner, members: everyone }],
    repositories: [
      {
        owner: place.owner,
        name: place.repo,
        labels: [...areas.map((area) => `area/${area}`), ...priorities, 'bug', 'stale', 'question'],
        milestones,
        files: { 'WORKING-GROUPS.md': charter, '.github/remit.yml': configuration },
        collaborators: {
          ...Object.fromEntries(people.triagers.map((login) => [login, 'triage'])),
          ...Object.fromEntries(people.leads.map((login) => [login, 'write'])),
          ...Object.fromEntries(otherBots.map((login) => [login, 'write'])),
        },
        issues: [{ title: 'The first', author: people.reporters[0], createdAt: startsAt, state: 'closed' }],
      },
    ],
  };
}
