import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jobsOf, unitsOf } from '../../src/engine/intake.ts';

const repository = { name: 'octo-repo', owner: { login: 'octo-org' }, default_branch: 'main' };
const installation = { id: 7 };
const sender = { login: 'octo-user-1', type: 'User' };
const program = { login: 'octo-bot[bot]', type: 'Bot' };
const issue = { number: 12, title: 'The gateway drops connections' };

const unitOf = (name: string, payload: object) =>
  unitsOf({ name, payload: { repository, installation, sender, ...payload } }).found[0];
const issueUnit = { kind: 'issue', ref: { owner: 'octo-org', repository: 'octo-repo', number: 12 } };
const issuesUnit = { kind: 'issues', repository: { owner: 'octo-org', name: 'octo-repo' } };
const filesUnit = { kind: 'files', repository: { owner: 'octo-org', name: 'octo-repo' } };

describe('an event of an issue', () => {
  it.each([
    'opened',
    'edited',
    'labeled',
    'unlabeled',
    'milestoned',
    'demilestoned',
    'reopened',
    'typed',
    'unlocked',
    'of_tomorrow',
  ])('has the issue looked at: %s', (action) => expect(unitOf('issues', { action, issue })).toEqual(issueUnit));

  it.each(['assigned', 'closed', 'pinned', 'deleted', 'transferred'])('is nothing to Remit: %s', (action) => {
    expect(unitOf('issues', { action, issue })).toBeUndefined();
  });

  it('counts when a program caused it, since the state has changed just as much', () => {
    expect(unitOf('issues', { action: 'labeled', issue, sender: program })).toEqual(issueUnit);
  });
});

describe('an event of an issue with sub-issues', () => {
  const epic = { ...issue, sub_issues_summary: { total: 3 } };
  const below = { kind: 'children', repository: issuesUnit.repository, number: 12 };
  const own = { login: 'remit[bot]', type: 'Bot' };
  const jobsOfEpic = (action: string, by = sender) => {
    const payload = { action, issue: epic, repository, installation, sender: by };
    return jobsOf({ guid: 'g', name: 'issues', payload }, { ownLogin: own.login }).jobs.map(({ id, unit }) => [
      id,
      unit,
    ]);
  };

  it.each(['labeled', 'unlabeled', 'typed', 'untyped', 'reopened'])('has them looked at, too: %s', (action) => {
    expect(jobsOfEpic(action)).toEqual([
      ['g', issueUnit],
      ['g/children', below],
    ]);
  });

  it('has them alone looked at when it was closed, and when Remit changed it', () => {
    expect(jobsOfEpic('closed')).toEqual([['g/children', below]]);
    expect(jobsOfEpic('labeled', own)).toEqual([['g/children', below]]);
  });

  it('leaves them alone when nothing of it matters to them', () => {
    expect(jobsOfEpic('edited')).toEqual([['g', issueUnit]]);
  });
});

it('a change that Remit itself made to an issue makes no job', () => {
  const own = { login: 'remit[bot]', type: 'Bot' };
  const delivery = {
    guid: 'g',
    name: 'issues',
    payload: { action: 'labeled', issue, repository, installation, sender: own },
  };
  expect(jobsOf(delivery, { ownLogin: 'remit[bot]' })).toEqual({ jobs: [], because: 'Remit changed the issue itself' });
  expect(jobsOf(delivery, { ownLogin: 'other[bot]' }).jobs).toHaveLength(1);
  expect(jobsOf(delivery).jobs).toHaveLength(1);
});

it('an issue that Remit moved is looked at where it came to', () => {
  const payload = { action: 'opened', changes: { old_issue: { number: 3 } }, issue, repository, installation };
  const sender = { login: 'remit[bot]', type: 'Bot' };
  const { jobs } = jobsOf({ guid: 'g', name: 'issues', payload: { ...payload, sender } }, { ownLogin: 'remit[bot]' });
  expect(jobs).toMatchObject([{ unit: issueUnit }]);
});

describe('a label', () => {
  const label = { name: 'area/wires' };

  it('with a new name has its issues looked at', () => {
    const changes = { name: { from: 'area/networking' } };
    expect(unitOf('label', { action: 'edited', label, changes })).toEqual({
      ...issuesUnit,
      only: { label: 'area/wires' },
    });
  });

  it('that was deleted has all issues looked at, as nobody can tell any more which had it', () => {
    expect(unitOf('label', { action: 'deleted', label })).toEqual(issuesUnit);
  });

  it('that is new, or has a new colour, changes no issue', () => {
    expect(unitOf('label', { action: 'created', label })).toBeUndefined();
    expect(unitOf('label', { action: 'edited', label, changes: { color: { from: 'red' } } })).toBeUndefined();
  });
});

describe('a milestone', () => {
  const milestone = { title: '1.4' };
  const itsIssues = { ...issuesUnit, only: { milestone: '1.4' } };

  it('that is closed, reopened or renamed has its issues looked at', () => {
    expect(unitOf('milestone', { action: 'closed', milestone })).toEqual(itsIssues);
    expect(unitOf('milestone', { action: 'opened', milestone })).toEqual(itsIssues);
    expect(unitOf('milestone', { action: 'edited', milestone, changes: { title: { from: '1.3' } } })).toEqual(
      itsIssues,
    );
  });

  it('that was deleted has all issues looked at', () => {
    expect(unitOf('milestone', { action: 'deleted', milestone })).toEqual(issuesUnit);
  });

  it('that is due on another day changes no issue', () => {
    expect(unitOf('milestone', { action: 'edited', milestone, changes: { due_on: {} } })).toBeUndefined();
  });
});

describe('a sub-issue that gets or loses a parent', () => {
  it('is looked at in its own repository', () => {
    const sub_issue_repo = { name: 'octo-other', owner: { login: 'octo-org' } };
    expect(unitOf('sub_issues', { action: 'parent_issue_added', sub_issue: issue })).toEqual(issueUnit);
    expect(unitOf('sub_issues', { action: 'sub_issue_removed', sub_issue: issue, sub_issue_repo })).toEqual({
      kind: 'issue',
      ref: { owner: 'octo-org', repository: 'octo-other', number: 12 },
    });
  });
});

describe('a push', () => {
  const push = (parts: object) =>
    unitOf('push', { ref: 'refs/heads/main', commits: [{ modified: ['a.md'] }], ...parts });

  it('to the default branch names each file once', () => {
    const commits = [
      { added: ['a.md'], modified: ['b.md'] },
      { modified: ['a.md'], removed: ['c.md'] },
    ];
    expect(push({ commits })).toEqual({ ...filesUnit, paths: ['a.md', 'b.md', 'c.md'] });
  });

  it('says which commits the branch ended with', () => {
    const [zeros, before, after] = ['0', 'a', 'b'].map((digit) => digit.repeat(40));
    const paths = ['a.md'];
    expect(push({ before, after })).toEqual({ ...filesUnit, paths, push: { before, after } });
    expect(push({ before: zeros, after })).toEqual({ ...filesUnit, paths, push: { before: null, after } });
    expect(push({ before, after: 'main' })).toBeUndefined();
  });

  it('to another branch, or one that deletes, governs nothing', () => {
    expect(push({ ref: 'refs/heads/topic' })).toBeUndefined();
    expect(push({ ref: 'refs/tags/main' })).toBeUndefined();
    expect(push({ deleted: true })).toBeUndefined();
  });

  it.each<[string, object]>([
    ['it was forced', { forced: true }],
    ['it lists no commits', { commits: [] }],
    ['it has more commits than are listed', { commits: Array.from({ length: 2048 }, () => ({ added: [] })) }],
    [
      'it touches more files than are kept',
      { commits: [{ added: Array.from({ length: 1001 }, (_, index) => `${index}.md`) }] },
    ],
  ])('may have touched any file when %s', (_, parts) => {
    expect(push(parts)).toEqual({ ...filesUnit, paths: [] });
  });
});

describe('a delivery', () => {
  const delivery = {
    guid: '0b989ba4-242f-11e5-81e1-c7b6966d2516',
    name: 'issues',
    payload: { action: 'opened', issue, repository, installation, sender },
  };

  it('makes a job whose id is its own, so that a second one makes no other', () => {
    expect(jobsOf(delivery)).toEqual({
      jobs: [
        { id: delivery.guid, installation: 7, unit: issueUnit, cause: { event: 'issues.opened', by: 'octo-user-1' } },
      ],
      because: null,
    });
  });

  it('of nobody’s makes a job that names nobody', () => {
    const { jobs } = jobsOf({ ...delivery, payload: { ...delivery.payload, sender: { login: 7 } } });
    expect(jobs).toMatchObject([{ cause: { event: 'issues.opened', by: null } }]);
  });

  it('of an event that nothing depends on makes none and says so', () => {
    expect(jobsOf({ ...delivery, name: 'star' })).toEqual({
      jobs: [],
      because: '“star” events change nothing that is decided on',
    });
    expect(jobsOf({ ...delivery, name: 'constructor' }).jobs).toEqual([]);
  });

  it('of no installation makes none and says so', () => {
    const { because } = jobsOf({ ...delivery, payload: { action: 'opened', issue, repository } });
    expect(because).toContain('installation');
  });

  it('with a payload of another shape makes none and says where', () => {
    const payload = { action: 'opened', issue: { number: 'twelve' }, repository, installation };
    expect(jobsOf({ ...delivery, payload })).toEqual({ jobs: [], because: expect.stringContaining('issue.number') });
  });

  it('with a name that would lead elsewhere in an address makes none', () => {
    for (const name of ['..', 'a/b', 'a b', '']) {
      expect(unitOf('issues', { action: 'opened', issue, repository: { ...repository, name } })).toBeUndefined();
    }
  });

  it('never throws, whatever it holds', () => {
    const names = fc.constantFrom(
      'issues',
      'issue_comment',
      'label',
      'milestone',
      'sub_issues',
      'push',
      '__proto__',
      'star',
    );
    fc.assert(
      fc.property(names, fc.anything(), (name, payload) => {
        const { jobs, because } = jobsOf({ guid: 'g', name, payload });
        expect(jobs.length > 0).toBe(because === null);
      }),
    );
  });
});
