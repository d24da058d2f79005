import { type JobInsert, PgBoss, type QueueOptions } from 'pg-boss';
import type { Inbox } from '../../model/ports.ts';
import type { Database, Log } from '../database/database.ts';
import { gatherInto } from './intake.ts';
import { type KeptJobs, keptJobsIn } from './kept-jobs.ts';
import { queue, startWorking, type Working } from './working.ts';

export interface InboxOptions {
  /** How many jobs run side by side, those of one issue never. */
  concurrency?: number;
  retries?: { limit: number; delaySeconds: number };
  log?: Log;
}

const day = 24 * 60 * 60;
type Placed = InboxOptions & { schema: string; log: Log };

/** Makes the database an inbox. Errors: rejects when the database doesn't answer; it stays open then. */
export async function openInbox(database: Database, options: Placed): Promise<Inbox> {
  const { schema, concurrency = 4, retries = { limit: 8, delaySeconds: 5 }, log } = options;
  const boss = bossOn(database, schema, log);
  try {
    await boss.start();
    await boss.createQueue(queue);
    // The queue may be there from before, with the settings of an earlier version.
    await boss.updateQueue(queue, queueOptions(retries));
    if (database.kind === 'embedded') await takeUpAgain(database, schema);
  } catch (error) {
    await boss.stop({ graceful: false, close: false }).catch(() => {});
    throw error;
  }

  let working: Working | null = null;
  const kept = keptJobsIn(database, schema);
  const { put, calm } = gatherInto(async (jobs) => {
    await store(jobs, { boss, kept });
    working?.wake();
  });
  return {
    ...kept,
    put,
    async work(handle) {
      working = startWorking({ boss, database, schema, handle, calm, concurrency, log });
    },
    async idle() {
      for (;;) {
        const { waiting, running } = await kept.counts();
        if (waiting === 0 && running === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    async stop() {
      await working?.stop();
      await boss.stop({ graceful: false, close: false });
    },
  };
}

function bossOn(database: Database, schema: string, log: Log): PgBoss {
  const backend = database.kind === 'embedded' ? 'pglite' : 'postgres';
  const boss = new PgBoss({ db: database, schema, backend, schedule: false });
  boss.on('error', (error) => log.error({ err: error }, 'the inbox’s upkeep failed'));
  return boss;
}

function queueOptions({ limit, delaySeconds }: { limit: number; delaySeconds: number }): QueueOptions {
  return {
    retryLimit: limit,
    retryDelay: delaySeconds,
    ...(delaySeconds > 0 ? { retryBackoff: true, retryDelayMax: 60 * 60 } : {}),
    // A job of a process that died comes back after this; the embedded database has one process, and needs not wait.
    expireInSeconds: 5 * 60,
    // GitHub delivers again for three days: a delivery is known for longer.
    deleteAfterSeconds: 7 * day,
    retentionSeconds: 30 * day,
  };
}

/** Known ids are dropped, except those whose job has failed for good: GitHub delivers again what is to be tried again. */
async function store(jobs: JobInsert[], { boss, kept }: { boss: PgBoss; kept: KeptJobs }): Promise<void> {
  const stored = new Set(await boss.insert(queue, jobs, { returnId: true }));
  const known = jobs.flatMap(({ id }) => (id !== undefined && !stored.has(id) ? [id] : []));
  if (known.length > 0) await kept.retry(known);
}

/** Nobody else works on the embedded database: what is marked as running was cut off by a kill. */
async function takeUpAgain(database: Database, schema: string): Promise<void> {
  await database.executeSql(`UPDATE ${schema}.job SET state = 'created', started_on = NULL WHERE state = 'active'`);
}
