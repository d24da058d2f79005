import type { IssueFacts, IssueRef, LabelFact } from '../model/facts.ts';
import type { LabelRename } from '../model/label-rename.ts';
import type { Effect } from '../model/plan.ts';
import { quote } from '../text/escape.ts';
import { isJoined } from '../triage/labels-after.ts';
import { heedPeople } from '../triage/people-first.ts';
import { isToBeReadAgain, type ReconcileOptions, reconcileIssue, write } from './reconcile.ts';

/** What became of it: the requests that writing took, and in a clause why the label was not added. */
export interface Relabelled {
  requests: number;
  withheld: string | null;
}

/**
 * Adds the label of a group with a new name to an issue that has the old one, unless nothing may be written there, or
 * somebody took it off. Errors: rejects when GitHub does not answer.
 */
export async function relabel(
  ref: IssueRef,
  { from, to }: LabelRename,
  options: ReconcileOptions,
): Promise<Relabelled> {
  const found = await reconcileIssue(ref, { ...options, dryRun: true });
  if (found === null || found.plan.hold !== null || found.issue.state !== 'open') return untouched;
  const { issue } = found;
  if (!isJoined(namesOf(issue.labels), { from, to })) return untouched;
  const because = `the group of ${quote(from)} has the label ${quote(to)} now`;
  const wish: Effect = { do: 'label', add: [to], remove: [], because };
  const moment = { now: options.clock.now().toISOString(), addsNothing: false };
  const { effects, withheld } = heedPeople([wish], issue, moment);
  try {
    return { requests: await write(issue, effects, options), withheld: withheld[0]?.because ?? null };
  } catch (error) {
    // Gone, locked, or without that label by now: the look after this one sees what is the case.
    if (!isToBeReadAgain(error)) throw error;
    return untouched;
  }
}

const untouched: Relabelled = { requests: 0, withheld: null };

/** @returns the renames whose new labels the issue is to get beside the old ones. */
export const joinsOf = ({ labels }: IssueFacts, joined: LabelRename[]): LabelRename[] =>
  joined.filter((each) => isJoined(namesOf(labels), each));

export const namesOf = (labels: LabelFact[]): string[] => labels.map(({ name }) => name);
