import type { IssueFacts } from '../model/facts.ts';
import type { Verdict } from '../model/plan.ts';
import { isUnmet } from './checklist.ts';
import { statesSince } from './rewind.ts';

/**
 * @returns since when something is missing, in ISO 8601: of the lines that are open now, that which has been so without a
 * break for longest counts. What was never in order, as far as the timeline tells, is missing since the issue was
 * opened: so is what a change of the charter made missing. What isn't known of the past counts as missing. `judge` gives
 * the verdicts on the issue in another state.
 */
export function missingSince(issue: IssueFacts, open: Verdict[], judge: (issue: IssueFacts) => Verdict[]): string {
  const history = issue.history.known ? issue.history.value : [];
  let missing = open.map(({ requirement }) => requirement);
  let after = issue;
  for (const [index, state] of statesSince(issue, history, -1).entries()) {
    if (state === after) continue;
    after = state;
    const before = judge(state).filter((verdict) => verdict.status === 'unknown' || isUnmet(verdict));
    missing = missing.filter((id) => before.some(({ requirement }) => requirement === id));
    if (missing.length === 0) return history.at(-1 - index)!.at;
  }
  return issue.createdAt;
}
