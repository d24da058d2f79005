import type { Logger } from 'pino';
import { type Delivery, jobsOf } from '../../engine/intake.ts';
import type { Inbox } from '../../model/ports.ts';

/**
 * Stores what a delivery may have changed; nothing is decided here. An event is only a hint: who works off the inbox
 * reads the state as it is then. Errors: rejects when it could not be stored.
 */
export async function takeIn(delivery: Delivery, { inbox, log }: { inbox: Inbox; log: Logger }): Promise<void> {
  const { jobs, because } = jobsOf(delivery);
  if (because) log.debug({ delivery: delivery.guid, event: delivery.name }, because);
  if (jobs.length > 0) await inbox.put(jobs);
}
