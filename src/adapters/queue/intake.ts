import { createHash } from 'node:crypto';
import type { JobInsert } from 'pg-boss';
import type { Job } from '../../model/ports.ts';
import type { Unit } from '../../model/unit.ts';
import { storable } from '../database/storable.ts';

/** Stores a batch of jobs in one statement. They have one time, and so no order: one look at an issue does for all. */
type Store = (jobs: JobInsert[]) => Promise<void>;

export interface Intake {
  /** Resolves once the jobs are stored. */
  put(jobs: Job[]): Promise<void>;
  /** Resolves when nothing is being stored, at the latest after a moment. */
  calm(): Promise<void>;
}

/** Milliseconds. GitHub waits ten seconds for an answer and never comes back; work may wait a little, but not starve. */
const longestDelay = 50;

interface Waiting {
  jobs: Job[];
  resolve(): void;
  reject(error: Error): void;
}

/**
 * Gathers what is put in one turn of the event loop, and while a batch is being stored, into one insert: storing is a
 * round trip to the database however much is stored.
 */
export function gatherInto(store: Store): Intake {
  let waiting: Waiting[] = [];
  let storing = false;
  let quiet: (() => void)[] = [];

  const drain = async () => {
    storing = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await store(batch.flatMap((each) => each.jobs).map(rowOf));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error as Error);
      }
    }
    storing = false;
    for (const resolve of quiet) resolve();
    quiet = [];
  };

  return {
    put: (jobs) =>
      new Promise((resolve, reject) => {
        waiting.push({ jobs, resolve, reject });
        if (!storing) {
          storing = true;
          setImmediate(() => void drain());
        }
      }),
    calm: () =>
      new Promise((resolve) => {
        if (!storing) return resolve();
        const timer = setTimeout(resolve, longestDelay);
        quiet.push(() => {
          clearTimeout(timer);
          resolve();
        });
      }),
  };
}

function rowOf(job: Job): JobInsert {
  return {
    id: uuidOf(job.id),
    data: storable(job),
    group: { id: groupOf(job.unit) },
    ...(job.background ? { priority: -1 } : {}),
    ...(job.after ? { startAfter: job.after } : {}),
  };
}

/** What is handled one after the other: an issue, or a repository as a whole, or a delivery. */
export function groupOf(unit: Unit): string {
  if ('guid' in unit) return unit.guid;
  if (!('ref' in unit || 'repository' in unit)) return unit.kind;
  const name =
    'ref' in unit
      ? `${unit.ref.owner}/${unit.ref.repository}#${unit.ref.number}`
      : `${unit.repository.owner}/${unit.repository.name}`;
  return name.toLowerCase();
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The database takes UUIDs only: any other id becomes the one that its hash makes, always the same. */
export function uuidOf(id: string): string {
  if (uuid.test(id)) return id.toLowerCase();
  const hash = createHash('sha256').update(id).digest('hex');
  return hash.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
