import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
`;

const open: Emulator[] = [];
afterEach(async () => {
  for (const github of open.splice(0)) await github.close();
});

async function aRepository(issues: SeedIssue[], files: Record<string, string> = {}) {
  const repository = {
    owner: 'octo-ci',
    name: 'octo-repo',
    labels: ['area/docs', 'P0'],
    milestones: ['1.4'],
    files: { 'WORKING-GROUPS.md': charter, ...files },
    issues,
  };
  const github = await startEmulator({ seed: { users: [{ login: 'octo-ci' }], repositories: [repository] } });
  open.push(github);
  const root = aTree({});
  const env = { GITHUB_TOKEN: github.as('octo-ci').token, GITHUB_API_URL: github.apiUrl };
  const report = (...args: string[]) => remit(root, ['report', 'octo-ci/octo-repo', ...args], env);
  return { github, root, report };
}

const docs: SeedIssue = { title: 'A page is missing', labels: ['area/docs', 'P0'], milestone: '1.4' };
const stray: SeedIssue = { title: 'Whose?' };

describe('remit report', () => {
  it('tells how the open issues stand, by group, and writes nothing', async () => {
    const { github, report } = await aRepository([docs, docs, stray]);
    const { code, out } = await report();
    const lines = out.split('\n').map((line) => line.split(/ {2,}/));
    expect([code, lines[2]?.slice(0, 3)]).toEqual([0, ['group', 'open', 'P0']]);
    expect(lines.slice(3, 6).map((cells) => cells.slice(0, 3))).toEqual([
      ['Docs', '2', '2'],
      ['no group', '1', '0'],
      ['all', '3', expect.anything()],
    ]);
    expect(github.requests.filter(({ kind }) => kind === 'mutation')).toEqual([]);
  });

  it('as JSON holds its schema, and is what a later one is compared with', async () => {
    const { github, root, report } = await aRepository([docs]);
    expect((await report('--json', '-o', 'first.json')).code).toBe(0);
    const first = JSON.parse(readFileSync(join(root, 'first.json'), 'utf8'));
    expect(new Ajv2020().compile(JSON.parse(readFileSync('schema/report.json', 'utf8')))(first)).toBe(true);
    await fetch(`${github.apiUrl}/repos/octo-ci/octo-repo/issues`, {
      method: 'POST',
      headers: { authorization: `token ${github.as('octo-ci').token}` },
      body: JSON.stringify(stray),
    });
    const { out } = await report('--since', 'first.json', '--format', 'markdown');
    expect(out).toMatch(/^\| no group \| 1 \(\+1\) \|/m);
    writeFileSync(join(root, 'other.json'), JSON.stringify({ ...first, repository: 'octo-ci/other' }));
    const { code, err } = await report('--since', 'other.json');
    expect([code, err]).toEqual([0, 'remit: “other.json” is a report of another repository, octo-ci/other\n']);
  });

  it('is not green where the budget was too small for all issues', async () => {
    const { report } = await aRepository(Array.from({ length: 130 }, () => docs));
    const { code, out } = await report('--json', '--max-requests', '1');
    expect([code, JSON.parse(out)]).toEqual([1, expect.objectContaining({ complete: false, open: 130, covered: 100 })]);
  });

  it('claims nothing where GitHub does not give an issue', async () => {
    const { github, report } = await aRepository([docs]);
    withholdIssues(github);
    const { code, out } = await report();
    expect([code, out]).toEqual([3, expect.stringContaining('0 of 1 open issues')]);
  });

  it('tells of every group where no issue is open, and of none that it is gone', async () => {
    const { root, report } = await aRepository([]);
    const { out } = await report();
    expect(out).toMatch(/^Docs +0 .*\nno group +0 .*\nall +0/m);
    const first = JSON.parse((await report('--json')).out);
    writeFileSync(join(root, 'first.json'), JSON.stringify(first));
    expect((await report('--since', 'first.json')).out).not.toContain('no longer a group');
  });

  it('shows the names of groups in a terminal as text', async () => {
    const { report } = await aRepository([docs], {
      'WORKING-GROUPS.md': charter.replace('| Docs |', '| Docs \u202e& \u009b31mmore |'),
    });
    expect((await report()).out).toMatch(/^Docs & 31mmore +0 /m);
  });

  it.each<[string, string[], Record<string, string>, RegExp]>([
    [
      'a file that can’t be written',
      ['-o', 'no/report.html'],
      {},
      /^remit: “no\/report\.html” can’t be written: ENOENT/,
    ],
    [
      'a broken configuration, without an issue',
      [],
      { '.github/remit.yml': 'triage: 7\n' },
      /remit\.yml can’t be read/,
    ],
    ['a report that is none', ['--since', 'nothing.json'], {}, /“nothing\.json” can’t be read as a report/],
    ['a format that there is not', ['--format', 'pdf'], {}, /Allowed choices are text/],
    ['a broken configuration', [], { '.github/remit.yml': 'triage: 7\n' }, /remit\.yml can’t be read/],
  ])('of %s ends with 2', async (of, args, files, said) => {
    const { report } = await aRepository(of.endsWith('without an issue') ? [] : [docs], files);
    const { code, err } = await report(...args);
    expect([code, err]).toEqual([2, expect.stringMatching(said)]);
  });
});
