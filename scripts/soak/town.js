import { startEmulator } from '../../dist/emulator/emulator.js';

export const place = { owner: 'octo-org', repo: 'octo-repo' };
const reporter = 'octo-user-1';

/** The label that the bot puts on each issue, and the title by which it knows that it should. */
const wanted = { label: 'area/networking', title: 'The gateway drops connections' };

const charter = `# Working groups

| Group | Forum | Description |
| --- | --- | --- |
| Networking | [Forum](https://forum.example.org/c/networking) | Traffic |

## Leads

| &nbsp; | Name | Company | Groups |
| --- | --- | --- | --- |
| &nbsp; | [Octo Lead One](https://github.com/octo-lead-1) | Octo Inc | Networking |
`;

const configuration = `charter:
  documents: [WORKING-GROUPS.md]
  label: area/{group}
triage:
  patience: 0s
  routes:
    - title: gateway
      label: ${wanted.label}
`;

/** An emulated GitHub with a repository in which every new issue is to get one label and one comment. */
export async function startTown() {
  const github = await startEmulator({
    contract: null,
    seed: {
      app: { slug: 'remit', name: 'Remit' },
      users: [{ login: reporter }],
      organizations: [{ login: place.owner, members: [reporter] }],
      repositories: [
        {
          owner: place.owner,
          name: place.repo,
          files: { 'WORKING-GROUPS.md': charter, '.github/remit.yml': configuration },
          labels: [wanted.label],
          collaborators: { [reporter]: 'write' },
        },
      ],
    },
  });
  const { token } = github.as(reporter);
  return {
    github,
    async openIssue() {
      const response = await fetch(`${github.apiUrl}/repos/${place.owner}/${place.repo}/issues`, {
        method: 'POST',
        headers: { authorization: `token ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ title: wanted.title }),
      });
      if (response.status !== 201) throw new Error(`no issue was opened: ${response.status}`);
    },
  };
}

/**
 * What became of the issues: those whose delivery was acknowledged and that lack what they should have got, and those
 * that got something twice.
 */
export function judge({ state, deliveries }) {
  const [repository] = [...state.repositories.values()].filter(({ name }) => name === place.repo);
  const acknowledged = new Set();
  const comments = new Map();
  for (const { event, action, status, payload } of deliveries) {
    const { number } = payload.issue ?? {};
    if (event === 'issues' && action === 'opened' && status === 200) acknowledged.add(number);
    const isOwn = payload.sender?.login === 'remit[bot]';
    if (event === 'issue_comment' && action === 'created' && isOwn)
      comments.set(number, (comments.get(number) ?? 0) + 1);
  }
  const issues = [...repository.issues.values()];
  const labelled = ({ timeline }) => timeline.filter(({ kind }) => kind === 'LabeledEvent').length;
  const isDone = (issue) => labelled(issue) > 0 && (comments.get(issue.number) ?? 0) > 0;
  return {
    opened: issues.length,
    acknowledged: acknowledged.size,
    lost: issues.filter((issue) => acknowledged.has(issue.number) && !isDone(issue)).length,
    twice: issues.filter((issue) => labelled(issue) > 1 || (comments.get(issue.number) ?? 0) > 1).length,
  };
}
