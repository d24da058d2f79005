import { printRef, type RepositoryRef } from '../model/facts.ts';
import type { GitHub, Inbox, Job } from '../model/ports.ts';
import type { Unit } from '../model/unit.ts';
import type { Log } from './audit.ts';
import { hasGates } from './gate-checks.ts';
import { type GovernanceDesk, handleChange } from './governance-jobs.ts';
import { type GoverningCache, governingOf, isAmongGoverning, readGoverning } from './governing.ts';
import { tellPusher } from './tell-pusher.ts';

interface Equipped {
  inbox: Pick<Inbox, 'put'>;
  cache: GoverningCache;
  log: Log;
  /** Without it what changes labels of a group leaves them as they are. */
  governance?: GovernanceDesk;
}

/** Makes a job of each open issue of the repository, or of those that have the label or the milestone. */
export async function handleIssues(
  job: Job,
  { repository, only }: Extract<Unit, { kind: 'issues' }>,
  github: GitHub,
  { inbox }: Equipped,
) {
  const numbers = await github.openIssues(repository, only);
  const jobs = numbers.map((number) => ({ ...job, id: `${job.id}/${number}`, unit: issueUnit(repository, number) }));
  if (jobs.length > 0) await inbox.put(jobs);
}

/**
 * Where issues need an epic, what is below one that was closed, or is none any more, needs another. A project that asks
 * for no epics is spared the reading. Ids are made from where it began and not from the way to it: whatever goes round in
 * a circle is looked at once.
 */
export async function handleChildren(
  job: Job,
  { repository, number, from = job.id }: Extract<Unit, { kind: 'children' }>,
  github: GitHub,
  { inbox, cache }: Equipped,
) {
  const { policy } = await governingOf(repository, { github, cache });
  if (!policy?.triage.requirements.epic) return;
  const children = await github.childrenOf({ owner: repository.owner, repository: repository.name, number });
  const jobs = children.flatMap(({ ref, state, isParent }) => {
    const id = `${from}/${printRef(ref)}`;
    const home = { owner: ref.owner, name: ref.repository };
    const below: Unit = { kind: 'children', repository: home, number: ref.number, from };
    return [
      ...(state === 'open' ? [{ ...job, id, unit: issueUnit(home, ref.number) }] : []),
      ...(isParent ? [{ ...job, id: `${id}/children`, unit: below }] : []),
    ];
  });
  if (jobs.length > 0) await inbox.put(jobs);
}

/**
 * The charter and the configuration decide on every open issue; other files on none. Which documents are the charter is
 * read afresh: what this process remembers may be older than the push before.
 */
export async function handleFiles(
  job: Job,
  unit: Extract<Unit, { kind: 'files' }>,
  github: GitHub,
  { inbox, cache, log, governance }: Equipped,
) {
  const { repository, paths, push } = unit;
  const governing = await readGoverning(repository, { github, cache });
  if (!isAmongGoverning(paths, governing)) return log.debug({ job: job.id }, 'none of the files governs issues');
  const put = (jobs: Job[]) => inbox.put(jobs);
  if (governance) await handleChange(job, unit, { github, governing, governance, log, put });
  else await put([{ ...job, id: `${job.id}/issues`, unit: { kind: 'issues', repository } }]);
  if (hasGates(repository, cache)) await put([{ ...job, id: `${job.id}/gates`, unit: { kind: 'gates', repository } }]);
  const untold = push ? await tellPusher({ repository, push }, { github, governing }) : null;
  if (untold !== null)
    log.warn(
      { job: job.id, because: untold },
      'what the push made of the configuration could not be said on its commit',
    );
}

function issueUnit({ owner, name }: RepositoryRef, number: number): Unit {
  return { kind: 'issue', ref: { owner, repository: name, number } };
}
