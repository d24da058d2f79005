import { type IssueFacts, printRef } from '../model/facts.ts';
import type { Meter } from '../model/meter.ts';
import type { Plan } from '../model/plan.ts';
import type { Clock, GitHub, Inbox, Job } from '../model/ports.ts';
import type { Unit } from '../model/unit.ts';
import type { KeptSweep, SweepBook } from '../model/upkeep-ports.ts';
import { isFromBefore } from '../triage/before-remit.ts';
import type { Log } from './audit.ts';
import type { Governing, GoverningCache } from './governing.ts';
import { joinsOf } from './relabel.ts';
import { sweepPage } from './sweep.ts';
import { countDecisions, type SweepReport, sweepReportSchema } from './sweep-report.ts';
import { beginSweep, type Sweep, sweepSchema } from './sweep-state.ts';

/** What the bot's sweeps take. */
export interface SweepDesk {
  github(installation: number, job: string): Promise<GitHub>;
  sweeps: SweepBook;
  inbox: Pick<Inbox, 'put'>;
  clock: Clock;
  log: Log;
  meter: Meter;
  cache: GoverningCache;
  /** Of the rate limit of an installation, 0 to 1, that sweeps may spend: what people wait for needs some, too. */
  share: number;
}

export type SweepUnit = Extract<Unit, { kind: 'sweep' }>;

/** What of the job that a sweep began with is handed on: which installation, and after whose doing. */
type Origin = Pick<Job, 'installation' | 'cause'>;

/** @returns a sweep that has not begun, as a job. */
export function firstStep({ sweep: id, ...rest }: Omit<SweepUnit, 'kind' | 'step'>, origin: Origin): Job {
  return stepOf({ ...rest, id, step: 0 }, origin);
}

/** @returns the job that goes on with a sweep; always the same for the same step. */
export function stepOf(
  { id, repository, why, step, labels }: Pick<KeptSweep, 'id' | 'repository' | 'why' | 'step' | 'labels'>,
  { installation, cause }: Origin,
): Job {
  const unit: Unit = { kind: 'sweep', repository, why, sweep: id, step, ...(labels ? { labels } : {}) };
  return { id: `${id}, step ${step}`, installation, unit, background: true, ...(cause ? { cause } : {}) };
}

/**
 * Goes a step of a sweep: reads a page of open issues and decides on each. An issue that needs a change becomes a job of
 * its own, so that whatever else happens to it at that moment comes before or after and not in between; after an
 * installation none does, it is only counted. Where the sweep stands is kept before what comes after is put in: whoever
 * is killed in between does the step again, and does nothing twice.
 */
export async function handleSweep(job: Job, unit: SweepUnit, desk: SweepDesk): Promise<void> {
  const { sweeps, inbox, clock } = desk;
  const kept = (await sweeps.read(unit.sweep)) ?? begun(job, unit, clock.now());
  if (kept.step > unit.step) return inbox.put(jobsAfter(kept, job));
  const report = await goOn(kept, job, desk);
  const { ended } = report;
  const isOver = ended === 'complete' || ended === 'gone';
  const next: KeptSweep = {
    ...kept,
    step: kept.step + 1,
    ended: isOver ? clock.now().toISOString() : null,
    // Until it goes on, the limit is another one.
    report: { ...report, ended: isOver ? ended : null, ...(ended === 'budget' ? { allowance: null } : {}) },
  };
  await sweeps.keep(next);
  tell(next, report, { job, desk });
  await inbox.put(jobsAfter(next, job, ended === 'budget' ? resumption(report, clock) : undefined));
}

function begun({ installation }: Job, { sweep: id, repository, why, labels }: SweepUnit, now: Date): KeptSweep {
  const report = countDecisions().report(beginSweep(repository, now));
  const began = now.toISOString();
  return { id, installation, repository, why, began, ended: null, step: 0, ...(labels ? { labels } : {}), report };
}

/** @returns what comes after a step that is kept: the next one, or what the sweep as a whole was for. */
function jobsAfter(kept: KeptSweep, origin: Origin, after?: string): Job[] {
  if (kept.ended === null) return [{ ...stepOf(kept, origin), ...(after ? { after } : {}) }];
  const isComplete = (kept.report as Partial<SweepReport>).ended === 'complete';
  // What nobody was told of may have achieved a milestone, too.
  return isComplete && kept.why !== 'installation' ? [gatesOf(kept)] : [];
}

const gatesOf = ({ id, installation, repository }: KeptSweep): Job => ({
  id: `${id}, gates`,
  installation,
  unit: { kind: 'gates', repository },
  background: true,
});

/** Issues that are listed one by one: more are counted. */
const mostListed = 1000;

async function goOn({ id, installation, repository, why, labels, report }: KeptSweep, job: Job, desk: SweepDesk) {
  // What an earlier version kept may have another shape: its sweep begins anew.
  const before = sweepReportSchema.safeParse(report).data ?? null;
  const sweep = before ? sweepIn(before) : beginSweep(repository, desk.clock.now());
  const isTrial = why === 'installation';
  const counting = countDecisions({ ...(before ? { before } : {}), mostListed });
  const jobs: Job[] = [];
  const after = await sweepPage(sweep, {
    ...desk,
    github: await desk.github(installation, job.id),
    apply: 'nothing',
    backfill: isTrial ? 'all' : 'as configured',
    budget: { requests: Number.POSITIVE_INFINITY, share: desk.share },
    decided(issue, plan, ground) {
      counting.decided(issue, plan, ground);
      const renames = joinsOf(issue, labels?.joined ?? []);
      for (const rename of renames) jobs.push(jobOf(id, job, { kind: 'relabel', ref: issue.ref, rename }));
      if (renames.length > 0) return;
      if (!isTrial && isToBeChanged(issue, plan, ground)) jobs.push(jobOf(id, job, { kind: 'issue', ref: issue.ref }));
    },
  });
  if (jobs.length > 0) await desk.inbox.put(jobs);
  desk.meter.looked({
    covered: after.covered - sweep.covered,
    wanting: after.wanting - sweep.wanting,
    unread: after.unread - sweep.unread,
  });
  return counting.report(after);
}

const sweepIn = (report: SweepReport): Sweep => sweepSchema.strip().parse(report);

/** Nobody asked for a change of what is older than Remit here; an event on such an issue is another matter. */
function isToBeChanged(
  issue: IssueFacts,
  { effects }: Plan,
  { governing, installedAt }: { governing: Governing; installedAt: string | null },
): boolean {
  const triage = governing.policy?.triage;
  if (effects.length === 0 || triage === undefined) return false;
  return triage.backfill !== 'none' || issue.checklist !== null || !isFromBefore(issue, triage, installedAt);
}

function jobOf(
  sweep: string,
  { installation, cause }: Origin,
  unit: Extract<Unit, { kind: 'issue' | 'relabel' }>,
): Job {
  const beside = unit.kind === 'relabel' ? `, beside ${unit.rename.from}` : '';
  return {
    id: `${sweep}, ${printRef(unit.ref)}${beside}`,
    installation,
    unit,
    background: true,
    ...(cause ? { cause } : {}),
  };
}

const minute = 60_000;

/** GitHub's clock says when there are requests again; ours, that it is not at once. */
function resumption({ allowance }: SweepReport, clock: Clock): string {
  const soonest = clock.now().getTime() + minute;
  return new Date(Math.max(soonest, Date.parse(allowance?.resetsAt ?? '') || 0)).toISOString();
}

function tell({ why, repository }: KeptSweep, report: SweepReport, { job, desk }: { job: Job; desk: SweepDesk }): void {
  const { log, meter } = desk;
  const { covered, total, wanting, unowned, unread, requests, effects, ended } = report;
  const place = `${repository.owner}/${repository.name}`;
  const record = { job: job.id, repository: place, why, covered, total, wanting, unowned, unread, requests };
  if (ended !== null) meter.swept(ended === 'budget' ? 'waiting' : ended);
  if (ended === null) log.debug(record, 'a sweep goes on');
  else if (ended === 'budget') log.warn(record, 'a sweep is not complete: it goes on when the rate limit lets it');
  else if (ended === 'gone') log.warn(record, 'a sweep ends: the repository is not there');
  else if (why !== 'installation') log.info(record, 'a sweep is complete');
  else log.info({ ...record, effects }, 'Remit was installed: this is what it would change, and it changed nothing');
}
