import type { Change, IssueFacts } from '../model/facts.ts';
import type { Verdict } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
import { brokenBy } from './broken-by.ts';
import type { JudgeAgain } from './rewind.ts';

/** What patience depends on besides the issue. */
interface Waiting {
  policy: Policy;
  /** ISO 8601. */
  now: string;
}

/** So many times the patience for what people took off: they know that it is missing. */
const takenOff = 7;

/** So many times the patience for the next checklist: who has read one is not sent another for a month. */
const secondTime = 30;

/**
 * @returns until when nothing is said of what is missing, in ISO 8601; `null` when the time has come. Of what is missing,
 * that which has been so for longest counts. Who is at work on the issue is not disturbed either: the patience is with
 * the last change of labels, milestone, assignees or parent, too, as far as people made it.
 */
export function endOfPatience(
  issue: IssueFacts,
  open: Verdict[],
  occasion: Waiting & { judge: JudgeAgain },
): string | null {
  const { policy, now, judge } = occasion;
  if (policy.triage.patience === 0) return patienceFrom(issue.createdAt, occasion);
  const changes = issue.history.known ? issue.history.value : [];
  const hadChecklist = changes.some((change) => mayBeChecklists(change, issue, policy));
  const longest = hadChecklist ? secondTime : takenOff;
  const enough = Date.parse(now) - longest * policy.triage.patience * 1000;
  const change = brokenBy(issue, open, { judge, enough });
  const times = hadChecklist || (change !== null && isOfPeople(change)) ? longest : 1;
  const last = changes.findLast(isOfPeople);
  return (
    patienceFrom(change?.at ?? issue.createdAt, occasion, times) ??
    // Asked last, or each change would bring a look of its own.
    (last ? patienceFrom(last.at, occasion) : null)
  );
}

/** @returns when the patience from a moment on ends, both in ISO 8601; `null` when it is over. */
export function patienceFrom(since: string, { policy, now }: Waiting, times = 1): string | null {
  const end = Date.parse(since) + policy.triage.patience * times * 1000;
  return Date.parse(now) < end ? new Date(Math.min(end, lastMoment)).toISOString() : null;
}

/** Before the first checklist could be there, what was deleted answered a command. */
const mayBeChecklists = ({ what, at }: Change, { createdAt }: IssueFacts, { triage }: Policy): boolean =>
  what === 'own comment deleted' && Date.parse(at) >= Date.parse(createdAt) + triage.patience * 1000;

/** The last that a date can say: some 270,000 years are patience enough. */
const lastMoment = 8.64e15;

/** What Remit itself changed somebody asked for. */
const isOfPeople = ({ by }: Change): boolean => by.kind !== 'program' || by.own === true;
