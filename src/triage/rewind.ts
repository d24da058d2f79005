import type { Change, IssueFacts } from '../model/facts.ts';
import { type Known, known, unknown } from '../model/known.ts';
import type { Verdict } from '../model/plan.ts';
import { sameOnGitHub } from '../text/github-names.ts';
import { isUnmet } from './checklist.ts';

/** Gives the verdicts of these requirements, by their ids, on the issue in another state. */
export type JudgeAgain = (issue: IssueFacts, requirements: string[]) => Verdict[];

/** The issue as it once was. */
interface PastState {
  issue: IssueFacts;
  /** The change by which it came to be otherwise. */
  until: Change;
}

/**
 * @returns the states in which the issue was, newest first and without the present one, down to the one after the change
 * at the index; each is made when it is asked for. Only labels and the milestone are taken back; a milestone that the
 * issue has no more counts as open.
 */
export function* statesSince(issue: IssueFacts, history: Change[], index: number): Generator<PastState, void> {
  let state = issue;
  for (let at = history.length - 1; at > index; at--) {
    const change = history[at]!;
    const earlier = before(state, change);
    if (earlier === state) continue;
    state = earlier;
    yield { issue: state, until: change };
  }
}

/** @returns of what is missing that which may have been so in the state: what isn't known counts as missing. */
export function missingIn({ issue }: PastState, missing: Verdict[], judge: JudgeAgain): Verdict[] {
  const requirements = missing.map(({ requirement }) => requirement);
  return judge(issue, requirements).filter((verdict) => verdict.status === 'unknown' || isUnmet(verdict));
}

/** @returns the issue with its labels and its milestone as they were at the moment, in ISO 8601. */
export function stateAt(issue: IssueFacts, moment: string): Known<IssueFacts> {
  const { history, historyIsWhole } = issue;
  if (!history.known) return history;
  const index = history.value.findLastIndex(({ at }) => Date.parse(at) <= Date.parse(moment));
  if (index < 0 && !historyIsWhole) return unknown('its timeline is too long');
  return known([...statesSince(issue, history.value, index)].at(-1)?.issue ?? issue);
}

function before(issue: IssueFacts, change: Change): IssueFacts {
  switch (change.what) {
    case 'labeled':
      return { ...issue, labels: without(issue, change.label) };
    case 'unlabeled':
      return { ...issue, labels: [...without(issue, change.label), { id: '', name: change.label }] };
    case 'milestoned':
      return { ...issue, milestone: null };
    case 'demilestoned':
      return { ...issue, milestone: { id: '', number: 0, title: change.milestone, state: 'open' } };
    default:
      return issue;
  }
}

const without = ({ labels }: IssueFacts, label: string) => labels.filter(({ name }) => !sameOnGitHub(name, label));
