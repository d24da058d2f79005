import { describe, expect, it } from '@jest/globals';
import { createGoverningCache } from '../../src/engine/governing.ts';
import { createPeopleMemory } from '../../src/engine/people-memory.ts';
import { handleJob } from '../../src/engine/work.ts';
import type { Ancestor } from '../../src/model/facts.ts';
import type { Inbox, Job } from '../../src/model/ports.ts';
import type { Unit } from '../../src/model/unit.ts';
import { anIssue } from '../builders.ts';
import { configuration, files, twoTables } from './documents.ts';
import { FakeGitHub } from './fake-github.ts';
import { FakeInbox } from './fake-inbox.ts';
import { FakeLedger } from './fake-ledger.ts';

const repository = { owner: 'octo-org', name: 'octo-repo' };
const refOf = (number: number) => ({ owner: 'octo-org', repository: 'octo-repo', number });
const jobFor = (unit: Unit): Job => ({ id: 'guid', installation: 7, unit });
const issueJob = jobFor({ kind: 'issue', ref: refOf(1) });

/** A bot over an inbox and a GitHub in memory, with a clock that stands. */
function aBot({ issues = [anIssue()], parts = files as Record<string, string> } = {}) {
  const github = new FakeGitHub({ issues, files: parts });
  const inbox = new FakeInbox();
  const ledger = new FakeLedger();
  const logged: { record: Record<string, unknown>; message: string }[] = [];
  const log = (record: object, message: string) => void logged.push({ record: { ...record }, message });
  let now = '2026-06-01T00:00:00.000Z';
  const equipped = {
    inbox: inbox as unknown as Inbox,
    ledger,
    clock: { now: () => new Date(now) },
    log: { warn: log, info: log, debug: log },
    github: async () => github,
    cache: createGoverningCache(),
    people: createPeopleMemory({ now: () => new Date(now) }),
  };
  const handle = (job: Job) => handleJob(job, equipped);
  return {
    github,
    inbox,
    ledger,
    logged,
    handle,
    async runUntil(moment: string) {
      now = moment;
      await inbox.drain(handle, moment);
    },
    setClock(moment: string) {
      now = moment;
    },
  };
}

describe('a job for one issue', () => {
  it('brings it into order and logs the decision without people’s words', async () => {
    const issue = anIssue({ title: 'a secret title', labels: ['area/docs'], milestone: 'a secret milestone' });
    const { handle, logged } = aBot({ issues: [issue] });
    await handle(issueJob);
    expect(logged).toEqual([
      {
        message: 'changed an issue',
        record: {
          job: 'guid',
          issue: 'octo-org/octo-repo#1',
          owners: ['docs'],
          verdicts: expect.objectContaining({ milestone: 'met', owner: 'met', priority: 'missing' }),
          effects: ['checklist written'],
          requests: 1,
        },
      },
    ]);
    expect(JSON.stringify(logged)).not.toContain('secret');
  });

  it('reads no pull request where the project asks nothing of them', async () => {
    const asking = { ...files, '.github/remit.yml': `${configuration}  pull-requests: true\n` };
    const pull = anIssue({ isPullRequest: true });
    const looks = async (parts: Record<string, string>) => {
      const { github, handle } = aBot({ issues: [pull], parts });
      await handle(jobFor({ kind: 'issue', ref: refOf(1), isPullRequest: true }));
      return github.requests.filter((request) => request.startsWith('issue'));
    };
    expect([await looks(files), await looks(asking)]).toEqual([[], ['issue 1']]);
  });

  it('is done when the issue is gone', async () => {
    const { handle, logged } = aBot({ issues: [] });
    await handle(issueJob);
    expect(logged[0]?.message).toBe('there is no such issue any more');
  });
});

describe('a new issue', () => {
  const parts = { ...files, '.github/remit.yml': configuration.replace('0s', '1h') };
  const issues = [anIssue({ createdAt: '2026-06-01T00:00:00.000Z' })];

  it('is looked at again when the patience is over, once, however often it was looked at before', async () => {
    const { handle, inbox, github, runUntil } = aBot({ issues, parts });
    await handle(issueJob);
    await handle({ ...issueJob, id: 'another' });
    expect(inbox.waiting).toEqual([
      { ...issueJob, id: 'octo-org/octo-repo#1 at 2026-06-01T01:00:00.000Z', after: '2026-06-01T01:00:00.000Z' },
    ]);
    await runUntil('2026-06-01T00:59:00.000Z');
    expect(github.issue(1).checklist).toBeNull();
    await runUntil('2026-06-01T01:00:00.000Z');
    expect(github.issue(1).checklist).not.toBeNull();
  });

  it('is not forgotten when our clock is behind the inbox’s', async () => {
    const { handle, inbox, setClock } = aBot({ issues, parts });
    await handle(issueJob);
    setClock('2026-06-01T00:59:58.000Z');
    const early = inbox.waiting.splice(0)[0]!;
    await handle(early);
    expect(inbox.waiting).toMatchObject([{ id: `${early.id}+`, after: '2026-06-01T01:01:00.000Z' }]);
    await handle(inbox.waiting.splice(0)[0]!);
    expect(inbox.waiting).toMatchObject([{ id: `${early.id}++`, after: '2026-06-01T01:02:00.000Z' }]);
  });
});

describe('a job for many issues', () => {
  const issues = [
    anIssue({ ref: refOf(1), labels: ['area/docs'] }),
    anIssue({ ref: refOf(2) }),
    anIssue({ ref: refOf(3), state: 'closed' }),
  ];

  it('makes one job for each open issue; done twice it makes no more', async () => {
    const { handle, inbox } = aBot({ issues });
    await handle(jobFor({ kind: 'issues', repository }));
    await handle(jobFor({ kind: 'issues', repository }));
    expect(inbox.ids).toEqual(['guid/1', 'guid/2']);
  });

  it('may be for those with a label', async () => {
    const { handle, inbox } = aBot({ issues });
    await handle(jobFor({ kind: 'issues', repository, only: { label: 'area/docs' } }));
    expect(inbox.waiting).toEqual([{ id: 'guid/1', installation: 7, unit: { kind: 'issue', ref: refOf(1) } }]);
  });

  it('makes none where there is no issue', async () => {
    const { handle, inbox } = aBot({ issues: [] });
    await handle(jobFor({ kind: 'issues', repository }));
    expect(inbox.waiting).toEqual([]);
  });
});

describe('a job for what is below an issue', () => {
  const parent = (number: number): Ancestor => ({
    ref: refOf(number),
    title: 'A work package',
    state: 'open',
    labels: [],
    type: null,
  });
  const family = [
    anIssue({ ref: refOf(1) }),
    anIssue({ ref: refOf(2), ancestry: { parents: [parent(1)], hidden: null } }),
    anIssue({ ref: refOf(3), state: 'closed', ancestry: { parents: [parent(1)], hidden: null } }),
    anIssue({ ref: refOf(4), ancestry: { parents: [parent(3), parent(1)], hidden: null } }),
  ];
  const job = jobFor({ kind: 'children', repository, number: 1 });
  const withEpics = { ...files, '.github/remit.yml': `${configuration}  requirements:\n    epic: true\n` };

  it('makes one for each open issue, on all levels, where the project asks for epics', async () => {
    const { inbox, handle } = aBot({ issues: family, parts: withEpics });
    await handle(job);
    await handle(job);
    const below = inbox.waiting.filter(({ unit }) => unit.kind === 'children');
    for (const each of below) await handle(each);
    const looks = inbox.waiting.flatMap(({ unit }) => (unit.kind === 'issue' ? [unit.ref.number] : []));
    expect(looks).toEqual([2, 4]);
  });

  it('comes to an end where parents go round in a circle, also across repositories', async () => {
    const elsewhere = { ...refOf(2), repository: 'octo-plans' };
    const circle = [
      anIssue({ ref: refOf(1), ancestry: { parents: [{ ...parent(1), ref: elsewhere }], hidden: null } }),
      anIssue({ ref: elsewhere, ancestry: { parents: [parent(1)], hidden: null } }),
    ];
    const { inbox, handle } = aBot({ issues: circle, parts: withEpics });
    const looks: string[] = [];
    await inbox.put([job]);
    await inbox.drain(async (each) => {
      if (each.unit.kind === 'issue') looks.push(each.unit.ref.repository);
      expect(looks.length).toBeLessThan(10);
      await handle(each);
    }, '2026-01-01T00:00:00Z');
    expect(looks.toSorted()).toEqual(['octo-plans', 'octo-repo']);
  });

  it('makes none, and reads nothing, where it asks for none', async () => {
    const { github, inbox, handle } = aBot({ issues: family });
    await handle(job);
    expect([inbox.waiting, github.requests.filter((request) => request.startsWith('children'))]).toEqual([[], []]);
  });
});

describe('changed files', () => {
  const changed = (paths: string[]) => jobFor({ kind: 'files', repository, paths });

  it.each([
    ['the charter', ['WORKING-GROUPS.md']],
    ['the configuration', ['a.md', '.github/remit.yml']],
    ['nobody knows which', []],
  ])('have all open issues looked at when they are %s', async (_, paths) => {
    const { handle, inbox } = aBot();
    await handle(changed(paths));
    expect(inbox.waiting).toEqual([{ id: 'guid/issues', installation: 7, unit: { kind: 'issues', repository } }]);
  });

  it('are nothing to the issues when they do not govern', async () => {
    const { handle, inbox } = aBot();
    await handle(changed(['README.md', 'constructor']));
    expect(inbox.waiting).toEqual([]);
  });

  it('move the issues of a group that was renamed', async () => {
    const inOrder = { labels: ['area/wires', 'P1'], milestone: '1.4' };
    const { handle, github, runUntil, inbox } = aBot({ issues: [anIssue(inOrder)] });
    await handle(issueJob);
    expect(github.issue(1).checklist?.body).toContain('area/wires');
    github.commit('WORKING-GROUPS.md', twoTables(['Wires', 'Docs']));
    await inbox.put([{ ...changed(['WORKING-GROUPS.md']), id: 'push' }]);
    await runUntil('2026-06-01T00:00:00.000Z');
    expect(github.issue(1).checklist).toBeNull();
  });
});
