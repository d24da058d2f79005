import type { Group } from '../model/charter.ts';
import type { Governance } from '../model/governance.ts';
import type { LabelRename } from '../model/label-rename.ts';
import { labelOfArea, labelOfGroup } from '../text/group-label.ts';
import { indexLabels } from '../text/label-index.ts';
import { foldLabel } from '../text/label-pattern.ts';
import { nameKey } from '../text/names.ts';
import type { CharterChange } from './charter-changes.ts';

interface Versions {
  before: Governance;
  after: Governance;
}

/**
 * @returns the labels that get another name because their groups did, or because their areas are another group's now, as
 * far as that can be done: the old one is there and the new one is not. A label that is there under the new name already
 * can't be joined with another one.
 */
export function labelRenames(
  changes: CharterChange[],
  { labels, ...versions }: Versions & { labels: string[] },
): { possible: LabelRename[]; taken: LabelRename[] } {
  const there = new Map(labels.map((label) => [foldLabel(label), label]));
  const wanted = changes.flatMap((change) =>
    renamesBy(change, versions).flatMap(({ from: old, to }) => {
      const from = there.get(foldLabel(old));
      return from === undefined || from === to ? [] : [{ from, to }];
    }),
  );
  const isTaken = ({ from, to }: LabelRename) => there.has(foldLabel(to)) && foldLabel(from) !== foldLabel(to);
  return { possible: wanted.filter((each) => !isTaken(each)), taken: wanted.filter(isTaken) };
}

/** Whether a change of the documents may give labels another name. */
export const renamesLabels = ({ what }: CharterChange): boolean => what === 'renamed' || what === 'area-moved';

function renamesBy(change: CharterChange, versions: Versions): LabelRename[] {
  switch (change.what) {
    case 'renamed':
      return [...ofGroup(change, versions), ...commonAreas(change).flatMap((area) => ofArea(area, change, versions))];
    case 'area-moved':
      return ofArea(change.area, change, versions);
    default:
      return [];
  }
}

type Succession = Record<'from' | 'to', Group>;

function ofGroup({ from, to }: Succession, { before, after }: Versions): LabelRename[] {
  return pair(labelOfGroup(before.naming.label, from), labelOfGroup(after.naming.label, to));
}

/** A label that is another group's own, although it looks like that of an area, stays with it. */
function ofArea(area: string, { from, to }: Succession, { before, after }: Versions): LabelRename[] {
  const isNamed = (label: string, group: Group, { charter, naming }: Governance) => {
    const named = indexLabels(charter, naming).read(label);
    return named !== null && 'group' in named && named.group.slug === group.slug && named.area !== null;
  };
  return pair(labelOfArea(before.naming.label, from, area), labelOfArea(after.naming.label, to, area)).filter(
    (each) => isNamed(each.from, from, before) && isNamed(each.to, to, after),
  );
}

const commonAreas = ({ from, to }: Succession): string[] =>
  from.areas.filter((area) => to.areas.some((other) => nameKey(other) === nameKey(area)));

const pair = (from: string | null, to: string | null): LabelRename[] =>
  from === null || to === null ? [] : [{ from, to }];
