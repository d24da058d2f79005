import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import type { Seed } from '../../src/emulator/seed.ts';
import { aTree, remit } from './terminal.ts';
import { withholdIssues } from './withhold-issues.ts';

type SeedIssue = NonNullable<NonNullable<Seed['repositories']>[0]['issues']>[0];

const charter = `# Working groups

| Group | Forum | Description |
| --- | --- | --- |
| Docs | [Forum](https://forum.example.org/c/docs) | Texts |
| Net | [Forum](https://forum.example.org/c/net) | Packets |
`;

const open: Emulator[] = [];
afterEach(async () => {
  for (const github of open.splice(0)) await github.close();
});

async function aRepository(issues: SeedIssue[], files: Record<string, string> = { 'WORKING-GROUPS.md': charter }) {
  const repository = {
    owner: 'octo-ci',
    name: 'octo-repo',
    labels: ['area/docs', 'area/net', 'epic'],
    milestones: ['1.4', '1.5'],
    files,
    issues,
  };
  const github = await startEmulator({ seed: { users: [{ login: 'octo-ci' }], repositories: [repository] } });
  open.push(github);
  const env = { GITHUB_TOKEN: github.as('octo-ci').token, GITHUB_API_URL: github.apiUrl };
  const epics = (...args: string[]) => remit(aTree({}), ['epics', 'octo-ci/octo-repo', ...args], env);
  return { github, epics };
}

const epic: SeedIssue = { title: 'A guide', labels: ['area/docs', 'epic'], milestone: '1.4' };

describe('remit epics', () => {
  it('prints the tree with its progress, and is green where nothing is wrong', async () => {
    const { epics } = await aRepository([
      epic,
      { title: 'Its first chapter', parent: 1, milestone: '1.4' },
      { title: 'A picture of it', parent: 2, milestone: '1.4' },
      { title: 'Its cover', parent: 1, state: 'closed' },
    ]);
    const { code, out } = await epics();
    expect([code, out]).toEqual([
      0,
      `1 epic over 3 open issues of octo-ci/octo-repo

#1 A guide (1 of 2 done, 1.4, docs)
  #2 Its first chapter (1.4)
    #3 A picture of it (1.4)
`,
    ]);
  });

  it('tells what is wrong, and what is below none', async () => {
    const { epics } = await aRepository([
      epic,
      { title: 'Its first chapter', parent: 1, milestone: '1.5' },
      { title: 'Its cover', parent: 1 },
      { title: 'Something else', labels: ['area/net'] },
    ]);
    const { code, out } = await epics();
    expect(code).toBe(1);
    expect(out).toContain('✗ it is planned for “1.4”, and 1 issue below it is planned for later');
    expect(out).toContain('· #3 has no milestone: 1.4, as its epic?');
    expect(out).toContain('1 below no epic\n  #4 Something else\n');
    const report = JSON.parse((await epics('--json')).out);
    expect(new Ajv2020().compile(JSON.parse(readFileSync('schema/epics.json', 'utf8')))(report)).toBe(true);
    const ofNet = JSON.parse((await epics('--json', '--owner', 'net')).out);
    expect([ofNet.epics, ofNet.orphans.length]).toEqual([[], 1]);
  });

  it('tells a closed epic that an open issue is below', async () => {
    const { epics } = await aRepository([
      { ...epic, state: 'closed' },
      { title: 'Its first chapter', parent: 1 },
    ]);
    expect((await epics()).out).toContain('✗ it is closed, and 1 issue below it is open');
  });

  it.each<[string, Record<string, string>, number, RegExp]>([
    ['is none', { 'WORKING-GROUPS.md': charter }, 2, /no group has the slug “dosc”: did you mean “docs”\?/],
    ['may be one', {}, 3, /who owns what is not known: there is no governance document/],
  ])('is not green for the epics of what %s', async (_, files, expected, said) => {
    const { epics } = await aRepository([], files);
    const { code, err } = await epics('--owner', 'dosc');
    expect([code, err]).toEqual([expected, expect.stringMatching(said)]);
  });

  it('is not green, and says so, where the budget was too small for all issues', async () => {
    const pages = Array.from({ length: 120 }, (): SeedIssue => ({ title: 'A page', labels: ['area/docs', 'epic'] }));
    const { epics } = await aRepository(pages);
    const { code, out } = await epics('--max-requests', '1');
    expect([code, out]).toEqual([1, expect.stringContaining('not all open issues were looked at')]);
  });

  it('claims nothing where GitHub does not give an issue', async () => {
    const { github, epics } = await aRepository([epic]);
    withholdIssues(github);
    const { code, out } = await epics();
    expect([code, out]).toEqual([3, expect.stringContaining('not all open issues were looked at')]);
  });
});
