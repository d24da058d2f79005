import type { Change, IssueFacts } from '../model/facts.ts';
import type { Verdict } from '../model/plan.ts';
import { isUnmet } from './checklist.ts';
import { statesSince } from './rewind.ts';

/**
 * @returns why a checklist must not be put up (again), in one clause; `null` when it may. Whoever deleted it has read
 * it: it comes back only with a line that was in order at some moment since. Which of Remit's comments was deleted
 * isn't told by GitHub, so each counts. `judge` gives the verdicts on the issue in another state.
 */
export function dismissalOf(
  issue: IssueFacts,
  open: Verdict[],
  judge: (issue: IssueFacts) => Verdict[],
): string | null {
  const { history, historyIsWhole } = issue;
  if (!history.known) return `whether a person deleted the checklist is not known: ${history.because}`;
  const index = history.value.findLastIndex(isDismissal);
  if (index < 0) {
    return historyIsWhole ? null : 'whether a person deleted the checklist is not known: its timeline is too long';
  }
  const states = statesSince(issue, history.value, index).map((state) => judge(state).filter(mayHaveBeenOpen));
  const isNew = open.some(
    ({ requirement }) => !states.every((lines) => lines.some((line) => line.requirement === requirement)),
  );
  return isNew ? null : `${history.value[index]!.by.login} deleted it, and nothing is missing now that was not then`;
}

/** What programs delete is Remit's own tidying, or another's: only of Remit itself it is known what it meant. */
export const isDismissal = ({ what, by }: Change): boolean =>
  what === 'own comment deleted' && !(by.kind === 'program' && by.own === true);

/** What isn't known of the past is taken for missing, too: the doubt is for silence. */
const mayHaveBeenOpen = (verdict: Verdict): boolean => verdict.status === 'unknown' || isUnmet(verdict);
