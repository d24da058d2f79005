import type { Change, IssueFacts } from '../model/facts.ts';
import type { Verdict } from '../model/plan.ts';
import { type JudgeAgain, missingIn, statesSince } from './rewind.ts';

interface Looking {
  judge: JudgeAgain;
  /** Milliseconds since 1970: nothing is looked up of what came before. */
  enough: number;
}

/**
 * @returns the change since which something is missing: of the lines that are open now, that which has been so without a
 * break for longest counts. `null` where it was missing long enough ago already, or was never in order as far as the
 * timeline tells: so is what a change of the charter made missing. What isn't known of the past counts as missing.
 */
export function brokenBy(issue: IssueFacts, open: Verdict[], { judge, enough }: Looking): Change | null {
  const history = issue.history.known ? issue.history.value : [];
  let missing = open;
  for (const state of statesSince(issue, history, -1)) {
    if (Date.parse(state.until.at) <= enough) return null;
    missing = missingIn(state, missing, judge);
    if (missing.length === 0) return state.until;
  }
  return null;
}
