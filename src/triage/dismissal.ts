import type { Change, IssueFacts } from '../model/facts.ts';
import type { Verdict } from '../model/plan.ts';
import { type JudgeAgain, missingIn, statesSince } from './rewind.ts';

/**
 * @returns why a checklist must not be put up (again), in one clause; `null` when it may. Whoever deleted it has read
 * it: it comes back only with a line that was in order at some moment since. Which of Remit's comments was deleted
 * isn't told by GitHub, so each counts.
 */
export function dismissalOf(issue: IssueFacts, open: Verdict[], judge: JudgeAgain): string | null {
  const { history, historyIsWhole } = issue;
  if (!history.known) return `whether a person deleted the checklist is not known: ${history.because}`;
  const index = history.value.findLastIndex(isDismissal);
  if (index < 0) {
    return historyIsWhole ? null : 'whether a person deleted the checklist is not known: its timeline is too long';
  }
  for (const state of statesSince(issue, history.value, index))
    if (missingIn(state, open, judge).length < open.length) return null;
  return `${history.value[index]!.by.login} deleted it, and nothing is missing now that was not then`;
}

/** What programs delete is Remit's own tidying, or another's: only of Remit itself it is known what it meant. */
export const isDismissal = ({ what, by }: Change): boolean =>
  what === 'own comment deleted' && !(by.kind === 'program' && by.own === true);
