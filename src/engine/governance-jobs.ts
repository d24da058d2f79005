import type { GitHub, Job } from '../model/ports.ts';
import type { Unit } from '../model/unit.ts';
import type { CarriedOut, GovernedRepository, LabelChanges } from '../model/upkeep-ports.ts';
import type { Log } from './audit.ts';
import { firstStep } from './bot-sweep.ts';
import { type Carried, carryOut } from './carry-out.ts';
import type { Governing } from './governing.ts';

/** What changes of what governs take beside their issues. */
export interface GovernanceDesk {
  governed(installation: number, job: string): Promise<GovernedRepository>;
  carriedOut: CarriedOut;
}

/**
 * Carries out a change of what governs on labels, and has the issues decided on again, 100 a request. Killed before its
 * end it is done again, and does nothing twice.
 * @param put what stores the jobs that it makes. Errors: rejects when GitHub does not answer.
 */
export async function handleChange(
  job: Job,
  { repository, push }: Extract<Unit, { kind: 'files' }>,
  work: { github: GitHub; governing: Governing; governance: GovernanceDesk; log: Log; put(jobs: Job[]): Promise<void> },
): Promise<void> {
  const { github, governing, governance, log, put } = work;
  const governed = await governance.governed(job.installation, job.id);
  const { carriedOut } = governance;
  const carried = await carryOut({ repository, push }, { github, governing, governed, carriedOut });
  if (carried === null) return log.debug({ job: job.id }, 'nothing that governs has changed');
  const { commit, labels } = carried;
  const place = `${repository.owner}/${repository.name}`;
  tell(carried, { job, repository: place, log });
  const changes = labels.known && isAny(labels.value) ? { labels: labels.value } : {};
  // A branch may be set back to a commit that was swept before; of what can't be read one sweep is enough.
  const sweep = labels.known ? `${job.id}/governance` : `governance of ${place} at ${commit}`;
  await put([firstStep({ sweep, repository, why: 'governance', ...changes }, job)]);
  // What could not be read is carried out once it can.
  if (labels.known) await carriedOut.note(repository, commit);
}

const isAny = ({ renamed, joined, refused }: LabelChanges): boolean =>
  renamed.length + joined.length + refused.length > 0;

function tell({ commit, labels }: Carried, { job, repository, log }: { job: Job; repository: string; log: Log }): void {
  const record = { job: job.id, repository, commit };
  if (!labels.known) {
    log.warn({ ...record, because: labels.because }, 'what a change of what governs does to labels is not known');
    return;
  }
  const { renamed, joined, refused } = labels.value;
  if (renamed.length > 0) log.info({ ...record, renamed }, 'labels have the new names of their groups');
  if (joined.length > 0)
    log.warn(
      { ...record, joined },
      'labels can’t be renamed, since there are such labels: their issues get those, too',
    );
  if (refused.length > 0) log.warn({ ...record, refused }, 'GitHub does not let Remit rename labels');
}
