import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import type { Seed } from '../../src/emulator/seed.ts';
import { aTree, remit } from './terminal.ts';

type SeedRepository = NonNullable<Seed['repositories']>[0];
type SeedIssue = NonNullable<SeedRepository['issues']>[0];

const charter = `# Working groups

| Group | Forum | Description |
| --- | --- | --- |
| Docs | [Forum](https://forum.example.org/c/docs) | Texts |
`;

const open: Emulator[] = [];
afterEach(async () => {
  for (const github of open.splice(0)) await github.close();
});

async function aRepository(issues: SeedIssue[], parts: Partial<SeedRepository> = {}) {
  const github = await startEmulator({
    seed: {
      users: [{ login: 'octo-ci' }],
      repositories: [
        {
          owner: 'octo-ci',
          name: 'octo-repo',
          labels: ['area/docs', 'P0', 'P1', 'epic'],
          milestones: ['1.4', '1.5'],
          files: { 'WORKING-GROUPS.md': charter },
          issues,
          ...parts,
        },
      ],
    },
  });
  open.push(github);
  const env = { GITHUB_TOKEN: github.as('octo-ci').token, GITHUB_API_URL: github.apiUrl };
  const gate = (...args: string[]) => remit(aTree({}), ['gate', ...args, '--repo', 'octo-ci/octo-repo'], env);
  return { github, gate };
}

const inOrder: SeedIssue = { title: 'In order', labels: ['area/docs', 'P1'], milestone: '1.4' };
const urgent: SeedIssue = { title: 'It burns', labels: ['area/docs', 'P0'], milestone: '1.4' };

describe('remit gate', () => {
  it('is passed when nothing that must be done is open in the milestone', async () => {
    const { gate } = await aRepository([inOrder, { ...urgent, milestone: '1.5' }, { ...urgent, state: 'closed' }]);
    const { code, out } = await gate('1.4');
    expect([code, out]).toEqual([0, '✓ “1.4” is achieved: 1 open issue, none of which must be done\n']);
  });

  it('is not passed while an urgent issue is open, and says which, and where', async () => {
    const { github, gate } = await aRepository([inOrder, { ...inOrder, labels: ['P1'] }, urgent]);
    const { code, out } = await gate('1.4');
    const [head, , first] = out.split('\n');
    expect([code, head]).toEqual([
      1,
      '✗ “1.4” is not achieved: of 3 open issues, 1 of the most urgent priority, 1 without an owner',
    ]);
    expect(first).toMatch(/^#3 +“P0” is open +docs +It burns +http.*\/octo-ci\/octo-repo\/issues\/3$/);
    const report = JSON.parse((await gate('1.4', '--json')).out);
    expect(report).toMatchObject({ passed: false, open: 3, counts: { urgent: 1, unowned: 1, epic: 0 } });
    expect(new Ajv2020().compile(JSON.parse(readFileSync('schema/gate.json', 'utf8')))(report)).toBe(true);
    await fetch(`${github.apiUrl}/repos/octo-ci/octo-repo/issues/3`, {
      method: 'PATCH',
      headers: { authorization: `token ${github.as('octo-ci').token}` },
      body: JSON.stringify({ state: 'closed' }),
    });
    expect(JSON.parse((await gate('1.4', '--json')).out)).toMatchObject({ passed: false, counts: { urgent: 0 } });
  });

  it('reads a hundred issues a request, of the milestone alone', async () => {
    const many = Array.from({ length: 130 }, () => inOrder);
    const { github, gate } = await aRepository([...many, ...many.map((issue) => ({ ...issue, milestone: '1.5' }))]);
    expect(JSON.parse((await gate('1.4', '--json')).out)).toMatchObject({ passed: true, open: 130 });
    // The milestones, what governs, and two pages.
    expect(github.requests.filter(({ kind }) => kind === 'query')).toHaveLength(4);
  });

  it.each([
    ['the open one of two of the title', 'closed', [1, 'open', 1]],
    ['both, where two of the title are open', 'open', [1, 'open', 2]],
  ] as const)('holds %s against what must be done', async (_, state, expected) => {
    const { github, gate } = await aRepository([inOrder, { ...urgent, milestone: '1.5' }]);
    const [first, second] = [...[...github.state.repositories.values()][0]!.milestones.values()];
    first!.state = state;
    second!.title = '1.4';
    const { code, out } = await gate('1.4', '--json');
    expect([code, JSON.parse(out).state, JSON.parse(out).open]).toEqual(expected);
  });

  it('claims nothing where the charter can’t be read, but of what is certain', async () => {
    const missing = { files: { '.github/remit.yml': 'charter:\n  documents: [OWNERS.md]\n' } };
    const { gate } = await aRepository([inOrder], missing);
    const { code, out } = await gate('1.4');
    expect([code, out]).toEqual([3, expect.stringMatching(/^\? whether “1\.4” is achieved is not known/)]);
    expect((await (await aRepository([inOrder, urgent], missing)).gate('1.4')).code).toBe(1);
  });

  it('escapes what people wrote', async () => {
    const { gate } = await aRepository([{ ...urgent, title: 'It \u001b[31mburns\n::error::now' }]);
    const { out } = await gate('1.4');
    expect(out).toContain('It [31mburns ::error::now');
    expect(out.split('\n')).toHaveLength(4);
  });

  it.each<[string, string[], Partial<SeedRepository>, number, RegExp]>([
    [
      'a milestone that is not there',
      ['1.40'],
      {},
      2,
      /no milestone of octo-ci\/octo-repo is called “1\.40”: did you mean/,
    ],
    ['a title like none', ['none-of-these'], {}, 2, /is called “none-of-these”\n/],
    [
      'a broken configuration',
      ['1.4'],
      { files: { '.github/remit.yml': 'triage: 7\n' } },
      2,
      /remit\.yml can’t be read/,
    ],
  ])('%s ends with its code', async (_, args, parts, expected, said) => {
    const { gate } = await aRepository([inOrder], parts);
    const { code, err } = await gate(...args);
    expect([code, err]).toEqual([expected, expect.stringMatching(said)]);
  });

  it('ends with 3 when GitHub does not answer', async () => {
    const { github, gate } = await aRepository([inOrder]);
    github.faults.add({ operation: 'query', fault: { kind: 'status', status: 502 }, times: 50 });
    expect((await gate('1.4')).code).toBe(3);
  });
});
