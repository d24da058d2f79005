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

const inOrder: SeedIssue = { title: 'In order', labels: ['area/docs', 'P1'], milestone: '1.4' };
const untidy: SeedIssue = { title: 'Untidy', labels: ['area/docs', 'P1'] };

const open: Emulator[] = [];
afterEach(async () => {
  for (const github of open.splice(0)) await github.close();
});

async function aRepository(issues: SeedIssue[], parts: Partial<NonNullable<Seed['repositories']>[0]> = {}) {
  const github = await startEmulator({
    seed: {
      users: [{ login: 'octo-ci' }],
      repositories: [
        {
          owner: 'octo-ci',
          name: 'octo-repo',
          labels: ['area/docs', 'P0', 'P1'],
          milestones: ['1.4'],
          files: {
            'WORKING-GROUPS.md': charter,
            '.github/remit.yml': 'triage:\n  patience: 0s\n  since: 2026-01-01\n',
          },
          issues: issues.map((issue) => ({ createdAt: '2026-01-02T03:04:05Z', ...issue })),
          ...parts,
        },
      ],
    },
  });
  open.push(github);
  const root = aTree({});
  const env = { GITHUB_TOKEN: github.as('octo-ci').token, GITHUB_API_URL: github.apiUrl };
  const sweep = (...args: string[]) => remit(root, ['sweep', 'octo-ci/octo-repo', ...args], env);
  const writes = () => github.requests.filter(({ kind }) => kind === 'mutation').length;
  const reads = () => github.requests.filter(({ kind }) => kind === 'query').length;
  return { github, root, sweep, writes, reads };
}

const many = (count: number, issue: SeedIssue) => Array.from({ length: count }, () => issue);

describe('remit sweep', () => {
  it('covers all open issues, a hundred a request, and writes to those that need it', async () => {
    const { sweep, writes, reads } = await aRepository([...many(120, inOrder), untidy]);
    const { code, out } = await sweep('--json');
    const report = JSON.parse(out);
    expect([code, report.ended, report.covered, report.changed]).toEqual([0, 'complete', 121, 1]);
    expect(report.issues).toEqual([{ issue: 'octo-ci/octo-repo#121', changes: ['checklist: something is missing'] }]);
    expect(report.requirements.milestone).toMatchObject({ met: 120, missing: 1 });
    expect(new Ajv2020().compile(JSON.parse(readFileSync('schema/sweep.json', 'utf8')))(report)).toBe(true);
    // One reads what governs, two the pages.
    expect([writes(), reads()]).toEqual([1, 3]);
    expect(JSON.parse((await sweep('--json')).out)).toMatchObject({ changed: 0, wanting: 0 });
  });

  it('says what it would change on a dry run, and writes nothing', async () => {
    const { sweep, writes } = await aRepository([inOrder, untidy]);
    const { code, out } = await sweep('--dry-run');
    expect([code, writes()]).toEqual([0, 0]);
    expect(out).toMatch(/^all 2 open issues of octo-ci\/octo-repo are covered\n/);
    expect(out).toMatch(/^ {2}milestone: 1 met, 1 missing$/m);
    expect(out).toMatch(/^1 would be changed\n {2}octo-ci\/octo-repo#2: checklist: something is missing$/m);
  });

  describe('of issues from before Remit', () => {
    const fromBefore = { ...untidy, labels: ['area/docs'], createdAt: '2025-01-02T03:04:05Z' };
    const labels = ['area/docs', 'P0', 'P1', 'needs-milestone', 'needs-priority'];
    const swept = async (...args: string[]) => {
      const { github, sweep } = await aRepository([fromBefore], { labels });
      await sweep(...args);
      const [issue] = [...[...github.state.repositories.values()][0]!.issues.values()];
      return { labels: issue!.labels.map(({ name }) => name), comments: issue!.comments.length };
    };

    it('takes off what does not hold any more, though it adds nothing', async () => {
      const { github, sweep } = await aRepository([{ ...fromBefore, labels: ['area/docs', 'P0'], milestone: '1.4' }]);
      await fetch(`${github.apiUrl}/repos/octo-ci/octo-repo/issues/1/labels`, {
        method: 'POST',
        headers: { authorization: `token ${github.as('octo-ci').token}` },
        body: JSON.stringify({ labels: ['P1'] }),
      });
      await sweep();
      const [issue] = [...[...github.state.repositories.values()][0]!.issues.values()];
      expect(issue!.labels.map(({ name }) => name)).toEqual(['area/docs', 'P1']);
    });

    it.each([
      ['nothing', [], { labels: ['area/docs'], comments: 0 }],
      ['labels', ['--apply', 'labels'], { labels: ['area/docs', 'needs-milestone', 'needs-priority'], comments: 0 }],
      ['all that others get', ['--apply', 'all'], { labels: ['area/docs'], comments: 1 }],
      ['nothing on a dry run', ['--apply', 'all', '--dry-run'], { labels: ['area/docs'], comments: 0 }],
    ])('writes %s with %j', async (_, args, expected) => {
      expect(await swept(...args)).toEqual(expected);
    });
  });

  it('is not green when its budget is too small, and the same command goes on', async () => {
    const { sweep } = await aRepository(many(230, inOrder));
    const first = await sweep('--max-requests', '1');
    expect([first.code, first.out]).toEqual([1, expect.stringMatching(/^stopped for want of budget: 100 of 230/)]);
    const second = await sweep('--max-requests', '2');
    expect([second.code, second.out]).toEqual([0, expect.stringMatching(/^all 230 open issues/)]);
    expect(second.err).toMatch(/going on with the sweep of .* after 100 issues/);
    expect((await sweep('--json')).err).toBe('');
  });

  it('is not green where no configuration was ever without faults: nothing is decided then', async () => {
    const { sweep, writes } = await aRepository([untidy], { files: { '.github/remit.yml': 'triage: 7\n' } });
    const { code, out, err } = await sweep();
    expect([code, out, writes()]).toEqual([2, '', 0]);
    expect(err).toMatch(/^remit: \.github\/remit\.yml can’t be read: line 1/);
  });

  it('does not call an issue unowned where it is not known who owns what', async () => {
    const { sweep } = await aRepository([untidy], { files: {} });
    const { out } = await sweep('--dry-run', '--json');
    expect(JSON.parse(out)).toMatchObject({ covered: 1, unowned: 0, requirements: { owner: { unknown: 1 } } });
  });

  it('does not go on with the sweep of another repository', async () => {
    const { github, root, sweep } = await aRepository(many(130, inOrder));
    await sweep('--max-requests', '1');
    const kept = readFileSync(join(root, '.remit/sweeps/octo-ci-octo-repo.json'), 'utf8');
    expect(JSON.parse(kept)).toMatchObject({ repository: { owner: 'octo-ci', name: 'octo-repo' }, covered: 100 });
    const env = { GITHUB_TOKEN: github.as('octo-ci').token, GITHUB_API_URL: github.apiUrl };
    const { code, err } = await remit(root, ['sweep', 'octo/ci-octo-repo'], env);
    expect([code, err]).toEqual([2, expect.stringMatching(/octo\/ci-octo-repo/)]);
  });

  it('says which folder it can’t write', async () => {
    const { root, sweep } = await aRepository([inOrder]);
    writeFileSync(join(root, '.remit'), '');
    const { code, err } = await sweep();
    expect([code, err]).toEqual([2, expect.stringMatching(/^remit: it can’t be kept .*\.remit.*; set REMIT_DATA to/)]);
  });

  it('claims nothing where GitHub does not give an issue', async () => {
    const { github, sweep } = await aRepository(many(3, inOrder));
    withholdIssues(github);
    expect((await sweep()).code).toBe(3);
  });

  it('goes on where GitHub failed', async () => {
    const { github, sweep } = await aRepository(many(150, inOrder));
    const rule = github.faults.add({ operation: 'query', fault: { kind: 'status', status: 502 }, nth: 3, times: 50 });
    expect((await sweep()).code).toBe(3);
    rule.remove();
    const { code, err } = await sweep();
    expect([code, err]).toEqual([0, expect.stringMatching(/after 100 issues/)]);
  });

  it('neither misses nor doubles anything when issues close and open while it goes on', async () => {
    const { github, sweep } = await aRepository(many(205, inOrder));
    const person = (method: string, path: string, body: object) =>
      fetch(`${github.apiUrl}/repos/octo-ci/octo-repo/issues${path}`, {
        method,
        headers: { authorization: `token ${github.as('octo-ci').token}` },
        body: JSON.stringify(body),
      });
    await sweep('--max-requests', '1');
    for (const number of [205, 150, 106, 105]) await person('PATCH', `/${number}`, { state: 'closed' });
    await person('POST', '', { title: 'New', labels: ['area/docs'] });
    const { out } = await sweep('--json');
    expect(JSON.parse(out)).toMatchObject({ ended: 'complete', covered: 100 + 104, changed: 0 });
  });

  it.each([
    ['a repository without issues', [], {}, 0, /^all 0 open issues/],
    ['an archived repository', [untidy], { archived: true }, 0, /^0 changed$/m],
  ] as const)('of %s writes nothing', async (_, issues, parts, code, said) => {
    const { sweep, writes } = await aRepository([...issues], parts);
    const swept = await sweep();
    expect([swept.code, swept.out, writes()]).toEqual([code, expect.stringMatching(said), 0]);
  });

  it.each([
    [['sweep', 'octo-ci/nothing'], 2, /octo-ci\/nothing/],
    [['sweep', 'nothing'], 2, /“nothing” is no repository/],
    [['sweep', 'octo-ci/octo-repo', '--max-requests', '0'], 2, /from 1 on/],
    [['sweep', 'octo-ci/octo-repo', '--max-share', '2'], 2, /at most 1/],
  ])('%j ends with %i', async (args, expected, said) => {
    const { github } = await aRepository([]);
    const env = { GITHUB_TOKEN: github.as('octo-ci').token, GITHUB_API_URL: github.apiUrl };
    const { code, out, err } = await remit(aTree({}), args, env);
    expect([code, out + err]).toEqual([expected, expect.stringMatching(said)]);
  });
});

describe('two sweeps at once', () => {
  it('double nothing', async () => {
    const { github, sweep } = await aRepository(many(30, untidy));
    const both = await Promise.all([sweep(), sweep()]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    const [repository] = [...github.state.repositories.values()];
    const comments = [...repository!.issues.values()].map((issue) => issue.comments.length);
    expect(comments).toEqual(Array.from({ length: 30 }, () => 1));
  });
});
