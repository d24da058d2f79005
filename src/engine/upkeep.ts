import type { Job } from '../model/ports.ts';
import { handleSweep } from './bot-sweep.ts';
import { dropIfDeparted } from './departed.ts';
import { type DueDesk, handleInstallations, handleRepositories } from './due-sweeps.ts';
import type { GovernanceDesk } from './governance-jobs.ts';
import { type DeliveryDesk, readDeliveries, redeliver } from './read-deliveries.ts';

/** What is known of the App itself, and kept for it. */
export type Upkeep = Pick<UpkeepDesk, 'deliveries' | 'installations' | 'sweeps' | 'share'> & GovernanceDesk;

/** What the work takes that no event of an issue brings. */
type UpkeepDesk = DeliveryDesk & DueDesk;

/** Does a job that no event of an issue brings; `null` where one does. Errors: whatever keeps it from being done. */
export function handleUpkeep(job: Job, desk: UpkeepDesk): Promise<void> | null {
  switch (job.unit.kind) {
    case 'deliveries':
      return readDeliveries(job, desk);
    case 'redelivery':
      return redeliver(job, job.unit, desk);
    case 'installations':
      return handleInstallations(job, desk);
    case 'departure':
      return dropIfDeparted(job.installation, desk).then(() => {});
    case 'repositories':
      return handleRepositories(job, job.unit, desk);
    case 'sweep':
      return handleSweep(job, job.unit, desk);
    default:
      return null;
  }
}
