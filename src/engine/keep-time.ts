import type { Clock, Inbox, Job } from '../model/ports.ts';
import type { Log } from './audit.ts';

/** Calls again and again until what it returns is called; `setInterval` is one. */
export type Every = (milliseconds: number, act: () => void) => () => void;

/** What keeping the time takes. */
export interface TimeKeeping {
  inbox: Pick<Inbox, 'put'>;
  clock: Clock;
  every: Every;
  /** Milliseconds from one sweep of a repository to the next; `null` for none. */
  sweepEvery: number | null;
  log: Log;
}

/** The App itself, where a job belongs to none of its installations. */
export const ofTheApp = 0;

const minute = 60_000;
const deliveriesEvery = 5 * minute;

/**
 * Puts in what time alone brings: at once, since nobody knows what was missed while no process ran, and whenever it is
 * due. Each has an id made from its moment, so that of any number of processes one does it.
 * @returns what ends it. Errors: none; what could not be put in is put in a minute later.
 */
export function keepTime({ inbox, clock, every, sweepEvery, log }: TimeKeeping): () => void {
  const done = new Set<string>();
  const put = async (jobs: Job[]) => {
    const fresh = jobs.filter(({ id }) => !done.has(id));
    if (fresh.length === 0) return;
    try {
      await inbox.put(fresh);
      done.clear();
      for (const { id } of jobs) done.add(id);
    } catch (error) {
      log.warn({ err: error }, 'what is due could not be put in; it is tried again in a minute');
    }
  };
  const began = clock.now();
  const look = () => put(dueJobs(clock.now(), { began, sweepEvery }));
  void look();
  return every(minute, () => void look());
}

/** @returns what is due by now, the same all the time until something else is. */
function dueJobs(now: Date, { began, sweepEvery }: { began: Date; sweepEvery: number | null }): Job[] {
  const moment = startOf(now, deliveriesEvery);
  const deliveries = readingOfDeliveries(moment > began ? moment : began);
  return sweepEvery === null ? [deliveries] : [deliveries, sweepsAt(startOf(now, sweepEvery))];
}

const startOf = (now: Date, length: number): Date => new Date(Math.floor(now.getTime() / length) * length);

function readingOfDeliveries(moment: Date): Job {
  return { id: `deliveries at ${moment.toISOString()}`, installation: ofTheApp, unit: { kind: 'deliveries' } };
}

function sweepsAt(moment: Date): Job {
  const unit = { kind: 'installations' } as const;
  return { id: `sweeps at ${moment.toISOString()}`, installation: ofTheApp, unit, background: true };
}
