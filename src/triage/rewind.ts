import type { Change, IssueFacts } from '../model/facts.ts';
import { type Known, known, unknown } from '../model/known.ts';
import { sameOnGitHub } from '../text/github-names.ts';

/**
 * @returns the issue as it was after each of the changes up to now but the last, newest first, down to the change at
 * the index. Only its labels and its milestone are taken back; a milestone that it has no more counts as open.
 */
export function statesSince(issue: IssueFacts, history: Change[], index: number): IssueFacts[] {
  const states: IssueFacts[] = [];
  let state = issue;
  for (let at = history.length - 1; at > index; at--) {
    state = before(state, history[at]!);
    states.push(state);
  }
  return states;
}

/** @returns the issue with its labels and its milestone as they were at the moment, in ISO 8601. */
export function stateAt(issue: IssueFacts, moment: string): Known<IssueFacts> {
  const { history, historyIsWhole } = issue;
  if (!history.known) return history;
  const index = history.value.findLastIndex(({ at }) => Date.parse(at) <= Date.parse(moment));
  if (index < 0 && !historyIsWhole) return unknown('its timeline is too long');
  return known(statesSince(issue, history.value, index).at(-1) ?? issue);
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
