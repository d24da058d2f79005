import { describe, expect, it } from '@jest/globals';
import { firstStep } from '../../src/engine/bot-sweep.ts';
import { createGoverningCache } from '../../src/engine/governing.ts';
import type { SweepReport } from '../../src/engine/sweep-report.ts';
import { handleUpkeep } from '../../src/engine/upkeep.ts';
import { noMeter } from '../../src/model/meter.ts';
import type { Job } from '../../src/model/ports.ts';
import type { SweepReason } from '../../src/model/upkeep-ports.ts';
import { anIssue } from '../builders.ts';
import { files } from './documents.ts';
import { FakeGitHub } from './fake-github.ts';
import { FakeInbox } from './fake-inbox.ts';
import { FakeSweepBook } from './fake-sweep-book.ts';

const repository = { owner: 'octo-org', name: 'octo-repo' };
const cause = { event: 'push', by: 'octo-lead-1' };

const issues = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    anIssue({
      ref: { owner: 'octo-org', repository: 'octo-repo', number: index + 1 },
      createdAt: '2026-05-01T00:00:00Z',
    }),
  );

/** A bot whose sweeps go over a GitHub, an inbox and a book in memory. */
function aBot({ count = 1, configuration = '' }: { count?: number; configuration?: string } = {}) {
  const parts = configuration === '' ? files : { ...files, '.github/remit.yml': configuration };
  const github = new FakeGitHub({ issues: issues(count), files: parts as Record<string, string> });
  github.installed = '2026-04-01T00:00:00Z';
  const inbox = new FakeInbox();
  const book = new FakeSweepBook();
  const told: { message: string; record: object }[] = [];
  const outcomes: string[] = [];
  const looked = { covered: 0, wanting: 0, unread: 0 };
  const tell = (record: object, message: string) => void told.push({ message, record });
  const desk = {
    github: async () => github,
    sweeps: book,
    inbox: { put: (jobs: Job[]) => inbox.put(jobs), known: async () => [] },
    clock: { now: () => new Date('2026-06-01T00:00:00.000Z') },
    log: { warn: tell, info: tell, debug() {} },
    meter: {
      ...noMeter,
      swept: (outcome: string) => void outcomes.push(outcome),
      looked({ covered, wanting, unread }: typeof looked) {
        looked.covered += covered;
        looked.wanting += wanting;
        looked.unread += unread;
      },
    },
    cache: createGoverningCache(),
    share: 0.5,
    installations: { active: async () => [7, 8], repositories: async () => [repository] },
    deliveries: () => Promise.reject(new Error('nobody asks for deliveries here')),
    memory: { until: null, attempts: new Map() },
  };
  const looks: Job[] = [];
  const gates: string[] = [];
  const handle = async (job: Job) => {
    if (job.unit.kind === 'issue') looks.push(job);
    else if (job.unit.kind === 'gates') gates.push(job.id);
    else await handleUpkeep(job, desk);
  };
  return {
    github,
    inbox,
    book,
    told,
    outcomes,
    looked,
    looks,
    gates,
    handle,
    sweep: (why: SweepReason = 'schedule') =>
      firstStep({ sweep: 'a sweep', repository, why }, { installation: 7, cause }),
    put: (...jobs: Job[]) => inbox.put(jobs),
    drain: (moment = '2026-06-01T00:00:00.000Z') => inbox.drain(handle, moment),
    report: () => book.kept.get('a sweep')?.report as SweepReport | undefined,
  };
}

describe('a sweep of the bot', () => {
  it('decides on all open issues, a hundred a request, and makes a job of each that needs a change', async () => {
    const bot = aBot({ count: 230 });
    await bot.put(bot.sweep());
    await bot.drain();
    expect(bot.github.requests.filter((request) => request.includes('newest'))).toHaveLength(3);
    expect(bot.github.requests.filter((request) => request.startsWith('write'))).toEqual([]);
    expect(new Set(bot.looks.map(({ id }) => id)).size).toBe(230);
    expect(bot.looks[0]).toMatchObject({ installation: 7, background: true, cause });
    expect(bot.report()).toMatchObject({ ended: 'complete', covered: 230, wanting: 230, unread: 0 });
    expect([bot.outcomes, bot.looked]).toEqual([['complete'], { covered: 230, wanting: 230, unread: 0 }]);
  });

  it('has pull requests looked at that wait for a milestone once it is complete, but not after an installation', async () => {
    const bot = aBot({ count: 130 });
    await bot.put(bot.sweep());
    await bot.drain();
    expect(bot.gates).toEqual(['a sweep, gates']);
    const trial = aBot();
    await trial.put(trial.sweep('installation'));
    await trial.drain();
    expect(trial.gates).toEqual([]);
  });

  it('counts and makes nothing twice when a step is done again', async () => {
    const bot = aBot({ count: 150 });
    const first = bot.sweep();
    await bot.handle(first);
    await bot.handle(first);
    await bot.drain();
    await bot.handle(first);
    expect(bot.report()).toMatchObject({ covered: 150, wanting: 150 });
    expect(bot.inbox.ids).toEqual([]);
    expect(bot.looks).toHaveLength(150);
  });

  it('waits where its share of the rate limit is spent, says so, and goes on when there is more', async () => {
    const bot = aBot({ count: 230 });
    bot.github.allowance = { left: 2400, of: 5000, resetsAt: '2026-06-01T00:40:00Z' };
    await bot.put(bot.sweep());
    await bot.drain();
    expect(bot.report()).toMatchObject({ ended: null, covered: 100 });
    expect(bot.outcomes).toEqual(['waiting']);
    expect(bot.told).toMatchObject([{ message: expect.stringMatching(/not complete/), record: { covered: 100 } }]);
    bot.github.allowance = { left: 5000, of: 5000, resetsAt: '2026-06-01T01:40:00Z' };
    await bot.drain('2026-06-01T00:39:59.000Z');
    expect(bot.report()).toMatchObject({ covered: 100 });
    await bot.drain('2026-06-01T00:40:00.000Z');
    expect(bot.report()).toMatchObject({ ended: 'complete', covered: 230 });
    expect(bot.outcomes).toEqual(['waiting', 'complete']);
  });

  it('leaves alone what is older than Remit here, unless it is asked to', async () => {
    const bot = aBot({ count: 3 });
    bot.github.installed = '2026-05-15T00:00:00Z';
    await bot.put(bot.sweep());
    await bot.drain();
    expect(bot.looks).toEqual([]);
  });

  it('after an installation only reports what would be changed, also of what is older', async () => {
    const bot = aBot({ count: 3 });
    bot.github.installed = '2026-05-15T00:00:00Z';
    await bot.put(bot.sweep('installation'));
    await bot.drain();
    expect(bot.looks).toEqual([]);
    expect(bot.report()).toMatchObject({ ended: 'complete', wanting: 3, effects: { checklist: 3 } });
    expect(bot.told).toMatchObject([{ message: expect.stringMatching(/changed nothing/), record: { wanting: 3 } }]);
  });

  it('ends where the repository is not there any more', async () => {
    const bot = aBot();
    bot.github.readIssuePage = async () => null as never;
    await bot.put(bot.sweep());
    await bot.drain();
    expect(bot.outcomes).toEqual(['gone']);
    expect(bot.book.kept.get('a sweep')?.ended).not.toBeNull();
  });

  it('begins anew where an earlier version kept something else', async () => {
    const bot = aBot({ count: 3 });
    await bot.put(bot.sweep());
    const began = '2026-06-01T00:00:00Z';
    const kept = { id: 'a sweep', installation: 7, repository, why: 'schedule', began, ended: null, step: 0 } as const;
    await bot.book.keep({ ...kept, report: { covered: 'many' } });
    await bot.drain();
    expect(bot.report()).toMatchObject({ ended: 'complete', covered: 3 });
  });
});

describe('when sweeps are due', () => {
  const due: Job = { id: 'sweeps at noon', installation: 0, unit: { kind: 'installations' } };

  it('each repository of each installation is swept, once though it is told twice', async () => {
    const bot = aBot();
    await bot.handle(due);
    await bot.handle(due);
    expect(bot.inbox.ids).toEqual(['sweeps at noon/7', 'sweeps at noon/8']);
    await bot.drain();
    expect([...bot.book.kept.keys()]).toEqual([
      'sweeps at noon/7/octo-org/octo-repo',
      'sweeps at noon/8/octo-org/octo-repo',
    ]);
  });

  it('one that still goes on is told of and goes on, and no second one begins beside it', async () => {
    const bot = aBot({ count: 150 });
    bot.github.allowance = { left: 0, of: 5000, resetsAt: '2026-06-02T00:00:00Z' };
    await bot.put(bot.sweep());
    await bot.drain();
    await bot.put({
      id: 'sweeps at noon/7',
      installation: 7,
      unit: { kind: 'repositories', why: 'schedule', only: null },
    });
    await bot.drain();
    expect([...bot.book.kept.keys()]).toEqual(['a sweep']);
    expect(bot.outcomes).toEqual(['waiting', 'overdue']);
  });

  it('after an installation those that the event names are looked at', async () => {
    const bot = aBot();
    const other = { owner: 'octo-org', name: 'other' };
    await bot.put({ id: 'guid', installation: 7, unit: { kind: 'repositories', why: 'installation', only: [other] } });
    await bot.drain();
    expect([...bot.book.kept.values()]).toMatchObject([{ id: 'guid/octo-org/other', why: 'installation' }]);
  });
});
