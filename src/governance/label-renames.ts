import type { Policy } from '../model/policy.ts';
import { labelOfGroup } from '../text/group-label.ts';
import { foldLabel } from '../text/label-pattern.ts';
import type { CharterChange } from './charter-changes.ts';

/**
 * @returns the labels that get another name because their groups did, as far as that can be done: the old one is there
 * and the new one is not. A label that is there under the new name already can't be joined with another one.
 */
export function labelRenames(
  changes: CharterChange[],
  { labels, before, after }: { labels: string[]; before: Policy['charter']; after: Policy['charter'] },
): { possible: { from: string; to: string }[]; taken: { from: string; to: string }[] } {
  const there = new Map(labels.map((label) => [foldLabel(label), label]));
  const wanted = changes.flatMap((change) => {
    if (change.what !== 'renamed') return [];
    const old = labelOfGroup(before.label, change.from);
    const to = labelOfGroup(after.label, change.to);
    const from = old === null ? undefined : there.get(foldLabel(old));
    return from === undefined || to === null || from === to ? [] : [{ from, to }];
  });
  const isTaken = ({ from, to }: { from: string; to: string }) =>
    there.has(foldLabel(to)) && foldLabel(from) !== foldLabel(to);
  return { possible: wanted.filter((each) => !isTaken(each)), taken: wanted.filter(isTaken) };
}
