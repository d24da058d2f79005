import { type IssueFacts, type MilestoneFact, mostTurns } from '../model/facts.ts';
import type { Effect, Withheld } from '../model/plan.ts';
import { quote } from '../text/escape.ts';
import type { Priority } from './priority-source.ts';
import { stateAt } from './rewind.ts';
import type { Situation } from './situation.ts';
import { prioritySourceOf } from './subject.ts';

/** What is done about a milestone that was closed too early. */
interface Reopening {
  effects: Effect[];
  withheld: Withheld[];
}

const nothing: Reopening = { effects: [], withheld: [] };

/**
 * @returns what becomes of the issue's milestone where it was closed while the issue, of the most urgent priority, was
 * open in it: as configured it is opened again, once, or the plan tells of it. In doubt nothing is said: where the
 * past is not known, the closing is from before Remit, or a week old.
 */
export function closedEarly(situation: Pick<Situation, 'issue' | 'policy' | 'now' | 'installedAt'>): Reopening {
  const { issue, policy } = situation;
  const { milestone } = issue;
  const wanted = policy.milestones.closedEarly;
  if (wanted === 'ignore' || milestone?.state !== 'closed' || milestone.closedAt === undefined) return nothing;
  if (issue.state === 'closed' || !isNews(milestone.closedAt, situation)) return nothing;
  const priority = urgentThenAndNow(situation, milestone, milestone.closedAt);
  if (priority === null) return nothing;
  const { number, title } = milestone;
  const because = `${quote(title)} was closed while ${quote(priority.name)} is open in it`;
  const effect: Effect = { do: 'reopen-milestone', number, title, because };
  if (milestone.reopened) return left(effect, 'it was opened again once, and somebody closed it');
  return wanted === 'report'
    ? left(effect, 'the configuration says to tell it only')
    : { effects: [effect], withheld: [] };
}

const left = (effect: Effect, because: string): Reopening => ({ effects: [], withheld: [{ effect, because }] });

/** Beyond this people have had their time to see it. */
const newsDays = 7;

function isNews(
  closedAt: string,
  { policy, now, installedAt }: Pick<Situation, 'policy' | 'now' | 'installedAt'>,
): boolean {
  const begin = policy.triage.since ?? installedAt;
  const closed = Date.parse(closedAt);
  return begin !== null && closed >= Date.parse(begin) && closed >= Date.parse(now) - newsDays * 86_400_000;
}

/** @returns the priority; `null` where it is not the most urgent, or was not when the milestone was closed. */
function urgentThenAndNow(
  { issue, policy }: Pick<Situation, 'issue' | 'policy'>,
  { number }: MilestoneFact,
  closedAt: string,
): Priority | null {
  const source = prioritySourceOf(policy);
  const { standing } = source(issue);
  if (!standing.known || standing.value?.priority.rank !== 0 || !wasOpen(issue, closedAt)) return null;
  const then = stateAt(issue, closedAt);
  if (!then.known || then.value.milestone?.number !== number) return null;
  const { given } = source(then.value);
  return given.known && given.value.some(({ rank }) => rank === 0) ? standing.value.priority : null;
}

/** Of an issue that is open now. */
function wasOpen({ createdAt, turns }: IssueFacts, moment: string): boolean {
  if (!turns.known || Date.parse(createdAt) > Date.parse(moment)) return false;
  const since = turns.value.filter(({ at }) => Date.parse(at) > Date.parse(moment));
  return since.length < mostTurns && !since.some(({ what }) => what === 'reopened');
}
