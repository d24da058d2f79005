import type { Meter } from '../model/meter.ts';
import type { Clock, Inbox, Job } from '../model/ports.ts';
import type { Unit } from '../model/unit.ts';
import type { DeliveryAttempt, DeliveryLog } from '../model/upkeep-ports.ts';
import type { Log } from './audit.ts';
import { deliveriesKept, lostDeliveries } from './lost-deliveries.ts';

/** What this process has read of GitHub's log, so that it need not be read again. */
export interface DeliveryMemory {
  /** ISO 8601: up to when it was read; `null` before the first time. */
  until: string | null;
  /** By their ids; those that GitHub keeps no more are forgotten. */
  attempts: Map<string, DeliveryAttempt>;
}

export const createDeliveryMemory = (): DeliveryMemory => ({ until: null, attempts: new Map() });

/** What finding lost deliveries takes. */
export interface DeliveryDesk {
  /** GitHub's log as the App itself sees it. */
  deliveries(): Promise<DeliveryLog>;
  memory: DeliveryMemory;
  inbox: Pick<Inbox, 'put' | 'known'>;
  clock: Clock;
  log: Log;
  meter: Meter;
}

/** Milliseconds: an attempt appears in the log when it is over, and GitHub's clock is not ours. */
const overlap = 5 * 60_000;

/**
 * Reads what is new in GitHub's log and puts in a job for each delivery that is lost. The job's id is the attempt's, so
 * that an attempt which failed is made again once, by whichever process. Errors: none of GitHub's, which are told; the
 * log is read again in a few minutes.
 */
export async function readDeliveries(job: Job, desk: DeliveryDesk): Promise<void> {
  const { memory, inbox, clock, log } = desk;
  const now = clock.now();
  try {
    const fresh = await readSince(sinceOf(memory, now), desk);
    forgetOld(memory, now);
    memory.until = now.toISOString();
    const lost = lostDeliveries(memory.attempts.values(), now).filter(({ attempt }) => fresh.has(attempt.id));
    if (lost.length === 0) return;
    log.info({ job: job.id, deliveries: lost.length }, 'deliveries were lost; GitHub is asked to make them again');
    await inbox.put(
      lost.map(({ attempt: { id, guid }, due }) => ({
        id: `redelivery of attempt ${id}`,
        installation: job.installation,
        unit: { kind: 'redelivery', attempt: id, guid },
        after: due,
      })),
    );
  } catch (error) {
    if (!isOfGitHub(error)) throw error;
    log.warn({ err: error, job: job.id }, 'GitHub’s log of deliveries can’t be read; it is tried again in a while');
  }
}

function sinceOf({ until }: DeliveryMemory, now: Date): string {
  const from = until === null ? now.getTime() - deliveriesKept : Date.parse(until) - overlap;
  return new Date(from).toISOString();
}

/** @returns ids of the attempts that were not known before. */
async function readSince(moment: string, { deliveries, memory }: DeliveryDesk): Promise<Set<string>> {
  const fresh = new Set<string>();
  for await (const page of (await deliveries()).attemptsSince(moment)) {
    for (const attempt of page) {
      if (!memory.attempts.has(attempt.id)) fresh.add(attempt.id);
      memory.attempts.set(attempt.id, attempt);
    }
  }
  return fresh;
}

function forgetOld({ attempts }: DeliveryMemory, now: Date): void {
  for (const [id, { at }] of attempts) if (Date.parse(at) <= now.getTime() - deliveriesKept) attempts.delete(id);
}

/**
 * Has a lost delivery made again, unless the inbox has its job: what came too late for GitHub was stored all the same.
 * Errors: rejects when GitHub does not answer.
 */
export async function redeliver(
  job: Job,
  { attempt, guid }: Extract<Unit, { kind: 'redelivery' }>,
  { deliveries, inbox, log, meter }: DeliveryDesk,
): Promise<void> {
  const known = await inbox.known([guid]);
  if (known.length > 0) {
    meter.redelivered('stored');
    return log.debug({ job: job.id, delivery: guid }, 'the delivery is stored already');
  }
  try {
    await (await deliveries()).redeliver(attempt);
    meter.redelivered('asked');
    log.info({ job: job.id, delivery: guid }, 'GitHub makes a lost delivery again');
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'Refused') throw error;
    meter.redelivered('refused');
    log.warn({ err: error, job: job.id, delivery: guid }, 'GitHub does not make a lost delivery again');
  }
}

const isOfGitHub = (error: unknown): boolean =>
  error instanceof Error && ['Unreachable', 'Limited', 'Refused'].includes(error.name);
