import type { IssueFacts, RepositoryRef } from '../model/facts.ts';
import type { Clock, GitHub, Inbox, Job } from '../model/ports.ts';
import type { MilestoneChecks } from '../model/pull-request-ports.ts';
import type { Unit } from '../model/unit.ts';
import { bringGateChecks, hasGates } from './gate-checks.ts';
import { type GoverningCache, governingOf } from './governing.ts';

interface Equipped {
  inbox: Pick<Inbox, 'put'>;
  clock: Clock;
  cache: GoverningCache;
  /** Without it no checks are written: nobody but an App may. */
  checks?: (installation: number, job: string) => Promise<MilestoneChecks>;
}

/**
 * Looks at a pull request at once, and at all of them at the next moment that is for that: whatever happens in between is
 * seen then, so that a milestone that is being worked off costs a look from time to time. Done again, it writes nothing.
 */
export async function handleGates(
  job: Job,
  { repository, number }: Extract<Unit, { kind: 'gates' }>,
  github: GitHub,
  equipped: Equipped,
): Promise<void> {
  if (!equipped.checks) return;
  const { cache, inbox } = equipped;
  await governingOf(repository, { github, cache });
  if (!hasGates(repository, cache)) return;
  const isTime = number !== undefined || job.id.startsWith(prefixOf(repository));
  if (!isTime) return inbox.put([nextGates(job, repository, equipped)]);
  const checks = await equipped.checks(job.installation, job.id);
  await bringGateChecks(repository, { number }, { github, checks, cache });
}

/** Puts a look at the pull requests in, where one may wait for a milestone that the issue is or was in. */
export async function gatesAfter(job: Job, { ref, milestone, history }: IssueFacts, equipped: Equipped): Promise<void> {
  const repository = { owner: ref.owner, name: ref.repository };
  const wasInOne = !history.known || history.value.some(({ what }) => what === 'demilestoned');
  if (!equipped.checks || !(milestone || wasInOne) || !hasGates(repository, equipped.cache)) return;
  await equipped.inbox.put([nextGates(job, repository, equipped)]);
}

/** Milliseconds. */
const between = 30_000;

function nextGates({ installation, cause }: Job, repository: RepositoryRef, { clock }: Equipped): Job {
  const after = new Date((Math.floor(clock.now().getTime() / between) + 1) * between).toISOString();
  const id = `${prefixOf(repository)}${after}`;
  return { id, installation, unit: { kind: 'gates', repository }, after, ...(cause ? { cause } : {}) };
}

const prefixOf = ({ owner, name }: RepositoryRef): string => `gates of ${owner}/${name} at `;
