import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import type { Seed } from '../../src/emulator/seed.ts';
import { act } from './act.ts';

type SeedRepository = NonNullable<Seed['repositories']>[0];
type SeedIssue = NonNullable<SeedRepository['issues']>[0];

export const charter = `# Working groups

| Group | Forum | Description |
| --- | --- | --- |
| Docs | [Forum](https://forum.example.org/c/docs) | Texts |
`;

export const inOrder: SeedIssue = { title: 'In order', labels: ['area/docs', 'P1'], milestone: '1.4' };
export const untidy: SeedIssue = { title: 'Untidy', labels: ['area/docs', 'P1'] };
export const urgent: SeedIssue = { title: 'It <b>burns</b> | @octo-ci', labels: ['area/docs', 'P0'], milestone: '1.4' };

const open: Emulator[] = [];
/** To be called after each test. */
export async function closeAll(): Promise<void> {
  for (const github of open.splice(0)) await github.close();
}

/** The emulated GitHub, and steps of a workflow on it. */
export async function aRepository(issues: SeedIssue[], parts: Partial<SeedRepository> = {}) {
  const github = await startEmulator({
    seed: {
      users: [{ login: 'octo-ci' }],
      repositories: [
        {
          owner: 'octo-ci',
          name: 'octo-repo',
          labels: ['area/docs', 'P0', 'P1'],
          milestones: ['1.4'],
          files: { 'WORKING-GROUPS.md': charter, '.github/remit.yml': 'triage:\n  patience: 0s\n' },
          issues,
          ...parts,
        },
      ],
    },
  });
  open.push(github);
  const token = github.as('octo-ci').token;
  const env = { GITHUB_API_URL: github.apiUrl, GITHUB_SERVER_URL: 'https://github.com' };
  const step = (event: string, inputs: Record<string, string> = {}, more: Partial<Parameters<typeof act>[0]> = {}) =>
    act({ event, inputs: { token, ...inputs }, env, ...more });
  const writes = () => github.requests.filter(({ kind }) => kind === 'mutation').length;
  return { github, step, writes };
}

export async function ask(github: Emulator, route: string, body: object): Promise<void> {
  const [method, path] = route.split(' ');
  const { ok, status } = await fetch(`${github.apiUrl}/repos/octo-ci/octo-repo${path}`, {
    method: method!,
    headers: { authorization: `token ${github.as('octo-ci').token}` },
    body: JSON.stringify(body),
  });
  if (!ok) throw new Error(`${route} was answered with ${status}`);
}
