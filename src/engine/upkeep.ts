import type { Job } from '../model/ports.ts';
import { type DeliveryDesk, readDeliveries, redeliver } from './read-deliveries.ts';

/** What the work takes that is about the App itself, and about no issue. */
export type UpkeepDesk = DeliveryDesk;

/** Does a job of the App's own; `null` where the job is none. Errors: whatever keeps it from being done. */
export function handleUpkeep(job: Job, desk: UpkeepDesk): Promise<void> | null {
  switch (job.unit.kind) {
    case 'deliveries':
      return readDeliveries(job, desk);
    case 'redelivery':
      return redeliver(job, job.unit, desk);
    default:
      return null;
  }
}
