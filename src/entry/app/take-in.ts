import type { Logger } from 'pino';
import { type Delivery, jobsOf } from '../../engine/intake.ts';
import type { Clock, Inbox } from '../../model/ports.ts';

interface Intake {
  inbox: Inbox;
  log: Logger;
  clock: Clock;
  /** Milliseconds that hints wait for others: labels that are chosen together come one by one. */
  quiet: number;
  /** `octo-app[bot]`; `null` where it isn't known. */
  ownLogin: string | null;
}

/**
 * Stores what a delivery may have changed; nothing is decided here. An event is only a hint: who works off the inbox
 * reads the state as it is then. Whoever gave a command waits for an answer, and a command for nothing. Errors: rejects when it could not be stored.
 */
export async function takeIn(delivery: Delivery, { inbox, log, clock, quiet, ownLogin }: Intake): Promise<void> {
  const { jobs: found, because } = jobsOf(delivery, { ownLogin });
  const after = new Date(clock.now().getTime() + quiet).toISOString();
  const jobs = quiet > 0 ? found.map((job) => (job.unit.kind === 'commands' ? job : { ...job, after })) : found;
  if (because) log.debug({ delivery: delivery.guid, event: delivery.name }, because);
  if (jobs.length > 0) await inbox.put(jobs);
}
