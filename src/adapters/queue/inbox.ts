import { type JobInsert, PgBoss } from 'pg-boss';
import type { Clock, Inbox, Job } from '../../model/ports.ts';
import { systemClock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Log } from '../database/log.ts';
import { claimsIn } from './claims.ts';
import { takeUpAgain } from './cut-off.ts';
import { gatherInto } from './intake.ts';
import { type KeptJobs, keptJobsIn } from './kept-jobs.ts';
import { createPauses } from './pauses.ts';
import { queue, queueOptions, type Retries, standardRetries } from './queue.ts';
import { startWorking, type Working } from './working.ts';

export interface InboxOptions {
  /** How many jobs run side by side, those of one issue never. */
  concurrency?: number;
  retries?: Retries;
  /** After so long without a sign of life of its process a job is given to another. */
  heartbeatSeconds?: number;
  /** How often it is looked for such jobs. */
  upkeepSeconds?: number;
  /** Resolves when what runs has had enough time to end, once the inbox is to stop. */
  grace?: () => Promise<void>;
  clock?: Clock;
  log?: Log;
}

type Placed = InboxOptions & { schema: string; log: Log };

/** Makes the database an inbox. Errors: rejects when the database doesn't answer; it stays open then. */
export async function openInbox(database: Database, options: Placed): Promise<Inbox> {
  const { schema, concurrency = 4, clock = systemClock, log } = options;
  const { retries = standardRetries, heartbeatSeconds = 30, upkeepSeconds = 10, grace = eightSeconds } = options;
  const boss = bossOn(database, { schema, upkeepSeconds, log });
  try {
    await boss.start();
    await boss.createQueue(queue);
    // The queue may be there from before, with the settings of an earlier version.
    await boss.updateQueue(queue, queueOptions(retries));
    // Nobody else works on the embedded database: what is marked as running was cut off, however short a time ago.
    await takeUpAgain(database, schema, database.kind === 'embedded' ? 0 : heartbeatSeconds);
  } catch (error) {
    await boss.stop({ graceful: false, close: false }).catch(() => {});
    throw error;
  }

  const takingUp = setInterval(() => {
    takeUpAgain(database, schema, heartbeatSeconds).catch((error) =>
      log.error({ err: error }, 'jobs of processes that ended can’t be taken up'),
    );
  }, upkeepSeconds * 1000).unref();
  let working: Working | null = null;
  const kept = keptJobsIn(database, schema);
  const pauses = createPauses(clock);
  const afterPause = (job: JobInsert): JobInsert => {
    const left = pauses.left((job.data as Job).installation);
    return left > 0 && !job.startAfter ? { ...job, startAfter: Math.ceil(left) } : job;
  };
  const { put, calm } = gatherInto(async (jobs) => {
    const rows = jobs.map(afterPause);
    await store(rows, { boss, kept });
    // To look costs the database as much as to store: what is for later is found when its time has come.
    if (rows.some(({ startAfter }) => startAfter === undefined)) working?.wake();
  });
  return {
    ...kept,
    put,
    async work(handle) {
      const claims = claimsIn({ boss, database, schema });
      working = startWorking({ claims, pauses, handle, calm, concurrency, heartbeatSeconds, clock, log });
    },
    async idle() {
      for (;;) {
        const { waiting, running } = await kept.counts();
        if (waiting === 0 && running === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    async stop() {
      const givenBack = (await working?.stop(grace())) ?? 0;
      clearInterval(takingUp);
      await boss.stop({ graceful: false, close: false });
      return givenBack;
    },
  };
}

/** Containers are given ten to end. */
const eightSeconds = () => new Promise<void>((resolve) => setTimeout(resolve, 8_000).unref());

function bossOn(
  database: Database,
  { schema, upkeepSeconds, log }: { schema: string; upkeepSeconds: number; log: Log },
): PgBoss {
  const backend = database.kind === 'embedded' ? 'pglite' : 'postgres';
  const boss = new PgBoss({
    db: database,
    schema,
    backend,
    schedule: false,
    superviseIntervalSeconds: upkeepSeconds,
    monitorIntervalSeconds: upkeepSeconds,
  });
  boss.on('error', (error) => log.error({ err: error }, 'the inbox’s upkeep failed'));
  return boss;
}

/** Known ids are dropped, except those whose job has failed for good: GitHub delivers again what is to be tried again. */
async function store(jobs: JobInsert[], { boss, kept }: { boss: PgBoss; kept: KeptJobs }): Promise<void> {
  const stored = new Set(await boss.insert(queue, jobs, { returnId: true }));
  const known = jobs.flatMap(({ id }) => (id !== undefined && !stored.has(id) ? [id] : []));
  if (known.length > 0) await kept.retry(known);
}
