import { firstStep } from '../../src/engine/bot-sweep.ts';
import { createGoverningCache } from '../../src/engine/governing.ts';
import type { SweepReport } from '../../src/engine/sweep-report.ts';
import { handleUpkeep } from '../../src/engine/upkeep.ts';
import { noMeter } from '../../src/model/meter.ts';
import type { Job } from '../../src/model/ports.ts';
import type { KeptSweep, SweepChoice, SweepReason } from '../../src/model/upkeep-ports.ts';
import { anIssue } from '../builders.ts';
import { files } from './documents.ts';
import { FakeGitHub } from './fake-github.ts';
import { FakeInbox } from './fake-inbox.ts';
import { FakeSweepBook } from './fake-sweep-book.ts';
import { Life } from './life.ts';

export const repository = { owner: 'octo-org', name: 'octo-repo' };
export const cause = { event: 'push', by: 'octo-lead-1' };

const issues = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    anIssue({
      ref: { owner: 'octo-org', repository: 'octo-repo', number: index + 1 },
      createdAt: '2026-05-01T00:00:00Z',
    }),
  );

interface BotParts {
  count?: number;
  configuration?: string;
  life?: Life;
}

/** A bot whose sweeps go over a GitHub, an inbox and a book in memory. */
export function aSweepingBot({ count = 1, configuration = '', life: given = new Life() }: BotParts = {}) {
  let life = given;
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
    sweeps: {
      read: (id: string) => book.read(id),
      keep: (sweep: KeptSweep) => life.through(() => book.keep(sweep)),
      list: (choice: SweepChoice) => book.list(choice),
      arrivedAt: () => book.arrivedAt(),
    },
    inbox: {
      put: (jobs: Job[]) => life.through(() => inbox.put(jobs)),
      known: async () => [],
      list: async () => [],
      dropOf: async () => 0,
    },
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
    installations: { active: async () => [7, 8], isThere: async () => true, repositories: async () => [repository] },
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
    /** Goes on as another process. */
    reborn() {
      life = new Life();
      return inbox.drain(handle, '2026-06-01T00:00:00.000Z');
    },
    drain: (moment = '2026-06-01T00:00:00.000Z') => inbox.drain(handle, moment),
    report: () => book.kept.get('a sweep')?.report as SweepReport | undefined,
  };
}
