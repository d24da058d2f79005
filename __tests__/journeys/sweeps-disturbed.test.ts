import { afterEach, describe, expect, it } from '@jest/globals';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import type { Seed } from '../../src/emulator/seed.ts';
import type { Issue } from '../../src/emulator/state/entities.ts';
import { aTree, remit } from '../entry/terminal.ts';

type SeedRepository = NonNullable<Seed['repositories']>[number];
type SeedIssue = NonNullable<SeedRepository['issues']>[number];

const charter = `# Working groups

| Group | Forum | Description |
| --- | --- | --- |
| Docs | [Forum](https://forum.example.org/c/docs) | Texts |
`;

const tidy: SeedIssue = { title: 'Tidy', labels: ['area/docs', 'P1'], milestone: '1.4' };
const untidy: SeedIssue = { title: 'Untidy', labels: ['area/docs', 'P1'] };
const hour = 60 * 60_000;

const open: Emulator[] = [];
afterEach(async () => {
  for (const github of open.splice(0)) await github.close();
});

/** A repository, and `remit sweep` on it, each time from the folder of the time before. */
async function aRepository(
  { triage = '', issues = [], ...parts }: Partial<SeedRepository> & { triage?: string },
  others: SeedRepository[] = [],
) {
  const inTime = (some: SeedIssue[]) => some.map((issue) => ({ createdAt: '2026-01-02T03:04:05Z', ...issue }));
  const home = {
    owner: 'octo-ci',
    name: 'octo-repo',
    labels: ['area/docs', 'P0', 'P1', 'epic', 'needs-epic'],
    milestones: ['1.4', '1.5'],
    files: {
      'WORKING-GROUPS.md': charter,
      '.github/remit.yml': `triage:\n  patience: 0s\n  since: 2026-01-01\n${triage}`,
    },
    issues: inTime(issues),
    ...parts,
  };
  const github = await startEmulator({ seed: { users: [{ login: 'octo-ci' }], repositories: [home, ...others] } });
  open.push(github);
  const { token } = github.as('octo-ci');
  const root = aTree({});
  const [repository, other] = [...github.state.repositories.values()];
  const issue = (number: number) => repository!.issues.get(number)!;
  return {
    github,
    repository: repository!,
    other: other!,
    issue,
    sweep: (...args: string[]) =>
      remit(root, ['sweep', 'octo-ci/octo-repo', '--json', ...args], {
        GITHUB_TOKEN: token,
        GITHUB_API_URL: github.apiUrl,
      }),
    comments: () => [...repository!.issues.values()].map(({ comments }) => comments.length),
    labels: (...numbers: number[]) => numbers.map((number) => issue(number).labels.map(({ name }) => name)),
    async person(method: string, path: string, body: object = {}) {
      const headers = { authorization: `token ${token}` };
      const address = path === '/graphql' ? github.graphqlUrl : `${github.apiUrl}/repos/octo-ci/octo-repo${path}`;
      const response = await fetch(address, { method, headers, body: JSON.stringify(body) });
      expect(response.ok).toBe(true);
    },
  };
}

/** As only GitHub itself could: whatever it would refuse. */
function put(child: Issue, parent: Issue): void {
  child.parent = parent;
  parent.children.push(child);
}

const many = (count: number, make: (number: number) => SeedIssue) =>
  Array.from({ length: count }, (_, index) => make(index + 1));

describe('a sweep whose rate limit is spent in the middle', () => {
  const mixed = many(230, (number) => (number % 10 === 0 ? untidy : tidy));
  const onceEach = mixed.map((issue) => (issue === untidy ? 1 : 0));

  it.each([
    [17, '1'],
    [25, '1'],
    [40, '0.5'],
    [60, '0.3'],
  ])(
    'of %i points an hour is not green, goes on where it was in the next hour, and does all of it once',
    async (points, share) => {
      const { github, sweep, comments } = await aRepository({ issues: mixed });
      const runs: { code: number; after: number }[] = [];
      while (runs.at(-1)?.code !== 0) {
        expect(runs.length).toBeLessThan(20);
        github.limits.set({ graphql: points });
        const { code, out, err } = await sweep('--max-share', share);
        const ended = out === '' ? null : JSON.parse(out).ended;
        expect([code, ended]).toEqual(
          { complete: [0, 'complete'], budget: [1, 'budget'] }[ended as string] ?? [3, null],
        );
        if (code === 3) expect(err).toMatch(/rate limit is spent: try again after 20/);
        runs.push({ code, after: Number(/after (\d+) issues/.exec(err)?.[1] ?? 0) });
        github.clock.advance(hour);
      }
      expect(runs.length).toBeGreaterThan(1);
      expect(runs.map(({ after }) => after)).toEqual(
        runs.map(({ after }) => after).toSorted((one, other) => one - other),
      );
      expect(runs.at(-1)?.after).toBeGreaterThan(0);
      expect(comments()).toEqual(onceEach);
    },
  );
});

describe('what changes while a sweep goes on counts for what is read after it, and the next sweep finds the rest', () => {
  const labelled = 'requirements: { owner: false, milestone: false, priority: false, epic: true }\n';
  const triage = `  speak: label\n  ${labelled}`;
  const epic = { title: 'Epic', labels: ['epic'], createdAt: '2026-01-02T03:04:05Z' };

  it('an epic that loses its label', async () => {
    const below = many(149, (number) => ({ title: 'Below', parent: number < 80 ? 1 : 2 }));
    const { sweep, labels, person } = await aRepository({ triage, issues: [epic, ...below] });
    expect((await sweep('--max-requests', '1')).code).toBe(1);
    await person('DELETE', '/issues/1/labels/epic');
    expect((await sweep()).code).toBe(0);
    expect([labels(150, 51), labels(50, 2, 1)]).toEqual([
      [[], []],
      [['needs-epic'], ['needs-epic'], ['needs-epic']],
    ]);
    expect(JSON.parse((await sweep()).out)).toMatchObject({ ended: 'complete', changed: 100 });
    expect(labels(150, 51)).toEqual([['needs-epic'], ['needs-epic']]);
    expect(JSON.parse((await sweep()).out)).toMatchObject({ changed: 0, wanting: 0 });
  });

  it('a milestone that gets another title', async () => {
    const { sweep, comments, person } = await aRepository({
      triage: "  requirements:\n    milestone: { allowed: ['1.4', '1.5'] }\n",
      issues: many(120, () => tidy),
    });
    await sweep('--max-requests', '1');
    await person('PATCH', '/milestones/1', { title: 'Spring' });
    await sweep();
    expect(comments()).toEqual(many(120, () => tidy).map((_, index) => (index < 20 ? 1 : 0)));
    await person('PATCH', '/milestones/1', { title: '1.4' });
    expect(JSON.parse((await sweep()).out)).toMatchObject({ covered: 120, changed: 20 });
    expect(comments()).toEqual(many(120, () => tidy).map(() => 0));
  });

  it('an issue that is transferred, and one that is deleted', async () => {
    const plans = { owner: 'octo-ci', name: 'octo-plans' };
    const { github, sweep, comments, person, issue, other } = await aRepository({ issues: many(130, () => untidy) }, [
      plans,
    ]);
    await sweep('--max-requests', '1');
    const ids = { moved: issue(3).nodeId, gone: issue(4).nodeId, to: other.nodeId };
    const query = `mutation ($moved: ID!, $gone: ID!, $to: ID!) {
      transferIssue(input: { issueId: $moved, repositoryId: $to }) { __typename }
      deleteIssue(input: { issueId: $gone }) { __typename }
    }`;
    await person('POST', '/graphql', { query, variables: ids });
    expect(JSON.parse((await sweep()).out)).toMatchObject({ ended: 'complete', covered: 128, total: 128 });
    expect([comments().length, new Set(comments())]).toEqual([128, new Set([1])]);
    expect([...github.state.repositories.values()][1]!.issues.size).toBe(1);
  });
});

describe('what GitHub would hardly let happen', () => {
  it('a circle of parents across repositories is no epic, and is left after a moment', async () => {
    const plans = { owner: 'octo-ci', name: 'octo-plans', issues: [{ title: 'Its own grandparent' }] };
    const triage = '  speak: label\n  requirements: { owner: false, milestone: false, priority: false, epic: true }\n';
    const issues = many(3, () => ({ title: 'Its own grandchild' }));
    const { sweep, labels, issue, other } = await aRepository({ triage, issues }, [plans]);
    put(issue(1), other.issues.get(1)!);
    put(other.issues.get(1)!, issue(1));
    put(issue(2), issue(2));
    expect(JSON.parse((await sweep()).out)).toMatchObject({ ended: 'complete', covered: 3, changed: 3 });
    expect(labels(1, 2, 3)).toEqual([['needs-epic'], ['needs-epic'], ['needs-epic']]);
    expect(JSON.parse((await sweep()).out)).toMatchObject({ changed: 0 });
  });

  it('of two milestones of one title each issue is held against its own', async () => {
    const issues = [tidy, { ...tidy, milestone: '1.5' }];
    const { sweep, comments, repository } = await aRepository({ issues });
    const [closed, open] = [...repository.milestones.values()];
    Object.assign(closed!, { state: 'closed', closedAt: '2026-01-02T03:04:05Z' });
    open!.title = closed!.title;
    const { out } = await sweep();
    expect(JSON.parse(out).requirements.milestone).toMatchObject({ met: 1, conflict: 1 });
    expect(comments()).toEqual([1, 0]);
    expect(JSON.parse((await sweep()).out)).toMatchObject({ changed: 0 });
  });

  it('a repository whose issues are disabled is swept, and nothing is written', async () => {
    const { github, sweep, repository } = await aRepository({ issues: [untidy] });
    repository.hasIssues = false;
    const { code, out } = await sweep();
    expect([code, JSON.parse(out)]).toEqual([0, expect.objectContaining({ ended: 'complete', changed: 0 })]);
    expect(github.requests.filter(({ kind }) => kind === 'mutation')).toEqual([]);
  });
});
