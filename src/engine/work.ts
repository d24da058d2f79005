import { type IssueRef, printRef } from '../model/facts.ts';
import { type Meter, noMeter } from '../model/meter.ts';
import type { Effect } from '../model/plan.ts';
import type { Clock, GitHub, Handle, Inbox, Job, Ledger } from '../model/ports.ts';
import type { MilestoneChecks } from '../model/pull-request-ports.ts';
import type { Unit } from '../model/unit.ts';
import { audit, type Log } from './audit.ts';
import { unlessDeparted } from './departed.ts';
import { gatesAfter, handleGates } from './gate-jobs.ts';
import { revisionId } from './given-commands.ts';
import type { GovernanceDesk } from './governance-jobs.ts';
import { createGoverningCache, type GoverningCache, governingOf } from './governing.ts';
import { keepDecision } from './keep-decision.ts';
import { count, measured } from './measure.ts';
import { type Obeyed, obeyGiven } from './obey.ts';
import { createPeopleMemory, type PeopleMemory } from './people-memory.ts';
import { createDeliveryMemory } from './read-deliveries.ts';
import { createRecentWrites, type RecentWrites } from './recent-writes.ts';
import { type Outcome, reconcileIssue } from './reconcile.ts';
import { relabel } from './relabel.ts';
import { handleRollover, rolloverJobs } from './rollover-jobs.ts';
import { handleChildren, handleFiles, handleIssues } from './spread-jobs.ts';
import { handleUpkeep, type Upkeep } from './upkeep.ts';

/** What working off the inbox takes. */
export interface Workplace {
  inbox: Inbox;
  ledger: Ledger;
  clock: Clock;
  log: Log;
  /** Without one nothing is counted. */
  meter?: Meter;
  /** GitHub as an installation of the App sees it; the job's id is for the log. */
  github(installation: number, job: string): Promise<GitHub>;
  /** The checks of pull requests; without it there are none. */
  checks?(installation: number, job: string): Promise<MilestoneChecks>;
  upkeep: Upkeep;
}

/** Works off the inbox until it is stopped. Errors: what a job rejects with goes to the inbox, which tries again. */
export async function workOff(workplace: Workplace): Promise<void> {
  const { inbox, clock, meter = noMeter } = workplace;
  const memories = {
    cache: createGoverningCache(),
    recent: createRecentWrites(clock),
    people: createPeopleMemory(clock),
  };
  const equipped = { ...workplace, meter, ...memories, governance: workplace.upkeep };
  const desk = { ...equipped, ...workplace.upkeep, memory: createDeliveryMemory() };
  const seconds = () => clock.now().getTime() / 1000;
  const handle: Handle = (job, isOurs) =>
    unlessDeparted(job, desk, () => handleUpkeep(job, desk) ?? handleJob(job, { ...equipped, isOurs }));
  await inbox.work(measured(handle, { meter, seconds }));
}

type Equipped = Omit<Workplace, 'inbox' | 'upkeep'> & {
  inbox: Pick<Inbox, 'put'>;
  cache: GoverningCache;
  recent?: RecentWrites;
  people: PeopleMemory;
  isOurs?: () => boolean;
  /** Without it what changes labels of a group leaves them as they are. */
  governance?: GovernanceDesk;
};

/** Does one job about issues. Done twice, it is done once: every job that it makes has an id made from its own. */
export async function handleJob(job: Job, equipped: Equipped): Promise<void> {
  const github = await equipped.github(job.installation, job.id);
  switch (job.unit.kind) {
    case 'issue':
      return handleIssue(job, job.unit, github, equipped);
    case 'commands':
      return handleCommands(job, job.unit, github, equipped);
    case 'children':
      return handleChildren(job, job.unit, github, equipped);
    case 'relabel':
      return handleRelabel(job, job.unit, github, equipped);
    case 'issues':
      return handleIssues(job, job.unit, github, equipped);
    case 'files':
      return handleFiles(job, job.unit, github, equipped);
    case 'gates':
      return handleGates(job, job.unit, github, equipped);
    case 'rollover':
      return handleRollover(job, job.unit, github, equipped);
  }
}

async function handleIssue(
  job: Job,
  { ref, isPullRequest }: Extract<Unit, { kind: 'issue' }>,
  github: GitHub,
  equipped: Equipped,
): Promise<void> {
  // Most projects ask nothing of pull requests: they are spared the reading.
  if (isPullRequest && !(await asksOfPullRequests(ref, github, equipped))) return;
  const outcome = await reconcileIssue(ref, { ...equipped, github });
  await keep(outcome, { job, ref, equipped });
}

async function handleRelabel(
  job: Job,
  { ref, rename }: Extract<Unit, { kind: 'relabel' }>,
  github: GitHub,
  equipped: Equipped,
): Promise<void> {
  const { withheld } = await relabel(ref, rename, { ...equipped, github });
  if (withheld !== null) equipped.log.debug({ job: job.id, because: withheld }, 'an issue keeps its labels');
  return handleIssue(job, { kind: 'issue', ref }, github, equipped);
}

async function asksOfPullRequests({ owner, repository: name }: IssueRef, github: GitHub, { cache }: Equipped) {
  const { policy } = await governingOf({ owner, name }, { github, cache });
  return policy?.triage.pullRequests === true;
}

async function handleCommands(
  job: Job,
  { ref, given }: Extract<Unit, { kind: 'commands' }>,
  github: GitHub,
  equipped: Equipped,
): Promise<void> {
  const handOver = (effects: Effect[]) =>
    equipped.inbox.put(rolloverJobs(job, effects, { ref, id: revisionId(given), since: given.at }));
  const obeyed = await obeyGiven(ref, given, { ...equipped, github, handOver, again: job.again === true });
  await keep(obeyed, { job, ref, equipped });
  const later = obeyed && askedAgain(job, ref, obeyed, equipped.clock);
  if (later) await equipped.inbox.put([later]);
}

async function keep(
  outcome: Outcome | null,
  { job, ref, equipped }: { job: Job; ref: IssueRef; equipped: Equipped },
): Promise<void> {
  const { inbox, log, meter = noMeter } = equipped;
  count(outcome, meter);
  if (outcome === null) return log.debug({ job: job.id, issue: printRef(ref) }, 'there is no such issue any more');
  audit(outcome, { job: job.id, log, event: job.cause?.event });
  await keepDecision(outcome, { job, ...equipped });
  const { again } = outcome.plan;
  if (again !== null) await inbox.put([nextLook(job, ref, again)]);
  await gatesAfter(job, outcome.issue, equipped);
}

/** Five minutes, then twice as long from time to time: ten hours in all. */
const mostTries = 7;
const firstPause = 5 * 60_000;

/** What could not be answered is asked again, as long as anybody may still wait for it. */
function askedAgain(job: Job, ref: IssueRef, { unanswered: given }: Obeyed, clock: Clock): Job | null {
  if (given === null || given.tries > mostTries) return null;
  const after = new Date(clock.now().getTime() + firstPause * 2 ** (given.tries - 1)).toISOString();
  const { again: _, ...rest } = job;
  return { ...rest, id: revisionId(given), unit: { kind: 'commands', ref, given }, after };
}

/**
 * However often an issue is looked at before, one look at that moment is enough: its id is made from the moment. Where
 * our clock is behind the inbox's the look comes too early, and the next one must not be taken for the same.
 */
function nextLook(job: Job, ref: IssueRef, again: string): Job {
  const id = `${printRef(ref)} at ${again}`;
  const { cause: _, again: __, ...rest } = job;
  const unit = { kind: 'issue', ref } as const;
  if (!job.id.startsWith(id)) return { ...rest, unit, id, after: again };
  return { ...rest, unit, id: `${job.id}+`, after: new Date(Date.parse(job.after ?? again) + 60_000).toISOString() };
}
