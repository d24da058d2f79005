import type { PgBoss, Job as StoredJob } from 'pg-boss';
import type { Job } from '../../model/ports.ts';
import type { Database, Log } from '../database/database.ts';
import { groupOf } from './intake.ts';

/** The one queue that everything is in. */
export const queue = 'inbox';

export interface Working {
  /** Something new is there: looks at once instead of at the next turn. */
  wake(): void;
  /** Takes no more, and resolves when what runs is done. */
  stop(): Promise<void>;
}

interface Work {
  boss: PgBoss;
  database: Database;
  schema: string;
  handle(job: Job): Promise<void>;
  /** Resolves when storing leaves time for work: what is not stored in time is lost. */
  calm(): Promise<void>;
  concurrency: number;
  log: Log;
}

/** What comes from other processes, and what is due, is found at the latest after this. */
const pollMilliseconds = 500;

/**
 * Takes one job after the other and runs several side by side. Only one look at a time: a group has one running job at
 * most, and two looks at once would each find none running.
 */
export function startWorking(work: Work): Working {
  const running = new Set<Promise<void>>();
  let stopping = false;
  let woken = false;
  let rouse = () => {};

  const wake = () => {
    woken = true;
    rouse();
  };
  const pause = () =>
    new Promise<void>((resolve) => {
      if (woken || stopping) return resolve();
      const timer = setTimeout(resolve, pollMilliseconds);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const turn = async () => {
    while (!stopping) {
      woken = false;
      await work.calm();
      const job = running.size < work.concurrency ? await take(work) : null;
      if (job === null) {
        await pause();
        continue;
      }
      const done = run(job, work).finally(() => {
        running.delete(done);
        wake();
      });
      running.add(done);
    }
  };
  const turning = turn();

  return {
    wake,
    async stop() {
      stopping = true;
      rouse();
      await turning;
      await Promise.all(running);
    },
  };
}

async function take({ boss, database, log }: Work): Promise<StoredJob<Job> | null> {
  try {
    const [job] = await boss.fetch<Job>(queue, { batchSize: 1, groupConcurrency: 1, db: database.alone });
    return job ?? null;
  } catch (error) {
    log.error({ err: error }, 'the inbox can’t be read; trying again');
    return null;
  }
}

/**
 * Whoever looks at an issue sees all that happened to it so far, so one look does for every hint that waits, also for
 * those whose quiet is not over. The job that is running stands for them: killed or failing, it comes back, and looks
 * again. What has no cause is a look that was put in for its moment, and stays.
 */
async function coverHints({ data, id }: StoredJob<Job>, { database, schema }: Work): Promise<void> {
  if (data.unit.kind !== 'issue') return;
  await database.executeSql(
    `UPDATE ${schema}.job SET state = 'completed', started_on = now(), completed_on = now()
     WHERE name = $1 AND group_id = $2 AND id <> $3 AND state = 'created'
       AND (start_after <= now() OR data->'cause' IS NOT NULL)`,
    [queue, groupOf(data.unit), id],
  );
}

async function run(job: StoredJob<Job>, work: Work): Promise<void> {
  const { boss, handle, log } = work;
  try {
    await coverHints(job, work);
    await settle(job.data, handle, {
      completed: () => boss.complete(queue, job.id),
      failed: (error) => {
        log.warn({ err: error, job: job.data.id }, 'a job failed');
        return boss.fail(queue, job.id, { message: error.message });
      },
    });
  } catch (error) {
    // The job stays marked as running and comes back when its time is up.
    log.error({ err: error, job: job.data.id }, 'a job’s end could not be stored');
  }
}

async function settle(
  job: Job,
  handle: (job: Job) => Promise<void>,
  then: { completed(): Promise<unknown>; failed(error: Error): Promise<unknown> },
): Promise<void> {
  let failure: Error | null = null;
  try {
    await handle(job);
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
  }
  await (failure ? then.failed(failure) : then.completed());
}
