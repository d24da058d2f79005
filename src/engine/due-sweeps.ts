import { type RepositoryRef, repositoryKey } from '../model/facts.ts';
import type { Job } from '../model/ports.ts';
import type { Unit } from '../model/unit.ts';
import type { Installations } from '../model/upkeep-ports.ts';
import { firstStep, type SweepDesk, stepOf } from './bot-sweep.ts';
import { type DepartureDesk, dropDeadOfDeparted } from './departed.ts';

/** What beginning sweeps takes. */
export interface DueDesk extends SweepDesk, DepartureDesk {
  installations: Installations;
  inbox: SweepDesk['inbox'] & DepartureDesk['inbox'];
}

/**
 * Has the repositories of every installation swept, and clears up after those that are gone. Errors: rejects when GitHub
 * does not answer.
 */
export async function handleInstallations({ id }: Job, desk: DueDesk): Promise<void> {
  const { installations, inbox } = desk;
  const active = await installations.active();
  await dropDeadOfDeparted(active, desk);
  const unit: Unit = { kind: 'repositories', why: 'schedule', only: null };
  const jobs = active.map(
    (installation): Job => ({ id: `${id}/${installation}`, installation, unit, background: true }),
  );
  if (jobs.length > 0) await inbox.put(jobs);
}

/** More sweeps than this go on at a time nowhere. */
const most = 100_000;

/**
 * Begins a sweep of each repository. Where the one before still goes on, that is told, and it goes on: a second beside it
 * would only take its requests away.
 */
export async function handleRepositories(
  job: Job,
  { why, only }: Extract<Unit, { kind: 'repositories' }>,
  desk: DueDesk,
): Promise<void> {
  const { sweeps, inbox, installations, log, meter } = desk;
  const { installation } = job;
  const repositories = only ?? (await installations.repositories(installation));
  const goingOn = why === 'schedule' ? await sweeps.list({ installation, goingOn: true, limit: most }) : [];
  const jobs = repositories.map((repository) => {
    const sweep = `${job.id}/${repository.owner}/${repository.name}`;
    const before = goingOn.find((each) => isSame(each.repository, repository) && each.why === why && each.id !== sweep);
    if (before === undefined) return firstStep({ sweep, repository, why }, { installation });
    meter.swept('overdue');
    const place = `${repository.owner}/${repository.name}`;
    log.warn({ job: job.id, repository: place, began: before.began }, 'a sweep is not complete, and the next was due');
    return stepOf(before, before);
  });
  const changes = why === 'schedule' ? repositories.map((repository) => changeOf(repository, job)) : [];
  if (jobs.length > 0) await inbox.put([...changes, ...jobs]);
}

/** A push to what governs may have been lost on the way, too. */
function changeOf(repository: RepositoryRef, { id, installation }: Job): Job {
  const unit: Unit = { kind: 'files', repository, paths: [] };
  return { id: `${id}/${repository.owner}/${repository.name}/files`, installation, unit, background: true };
}

const isSame = (one: RepositoryRef, other: RepositoryRef): boolean => repositoryKey(one) === repositoryKey(other);
