import type { Charter, Group } from '../model/charter.ts';
import type { Governance } from '../model/governance.ts';
import type { LabelRename } from '../model/label-rename.ts';
import { labelOfGroup } from '../text/group-label.ts';
import { indexLabels, type LabelIndex } from '../text/label-index.ts';
import { foldLabel } from '../text/label-pattern.ts';
import { labelsAfter, renamedBy } from './labels-after.ts';

/** As much of an open issue as says whose it is. */
export interface LabelledIssue {
  number: number;
  labels: string[];
}

/** Issues that go from some groups to others; names as the documents print them, none for the unowned queue. */
export interface Move {
  from: string[];
  to: string[];
  issues: number[];
}

/** What a change of the governance does to open issues. */
export interface Impact {
  /** Open issues that were looked at. */
  issues: number;
  /** The largest first. */
  moves: Move[];
  /** Issues that a lead is responsible for now and was not before, and the other way round; the most touched first. */
  queues: { handle: string; gains: number; loses: number }[];
  labels: {
    renamed: LabelRename[];
    /** Groups that no label of the repository names, and that had none or another one before. */
    missing: { group: string; label: string }[];
    /** Labels that named a group and name none any more, and on how many open issues they stand. */
    stray: { label: string; issues: number }[];
  };
}

/** What there is on GitHub, and what is to be renamed there. */
export interface Ground {
  issues: Iterable<LabelledIssue>;
  /** The repository's labels. */
  labels: string[];
  /** Labels that will carry a new name. */
  renames: LabelRename[];
  /** Labels that can’t have the new name, since there is such a label: their issues get that one, too. */
  joins: LabelRename[];
}

/**
 * @returns what becomes of open issues when the governance changes, in one pass over them. `continued` leads from the
 * slugs of groups that got a new name to the new ones: who had their issues has them still.
 */
export function impactOf(
  { before, after, continued }: { before: Governance; after: Governance; continued: Map<string, string> },
  { issues, labels, renames, joins }: Ground,
): Impact {
  const then = indexLabels(before.charter, before.naming);
  const now = indexLabels(after.charter, after.naming);
  const nameNow = renamedBy(renames);
  const moves = new Map<string, Move>();
  const queues = new Queues(before.charter, after.charter);
  const strays = new Map<string, { label: string; issues: number }>();
  let seen = 0;
  for (const issue of issues) {
    seen += 1;
    const kept = labelsAfter(issue.labels, nameNow, joins);
    const from = ownersOf(issue.labels, then);
    const to = ownersOf(kept, now);
    queues.move(from, to);
    noteStrays(kept, { then, now, strays });
    const expected = from.map(({ slug }) => continued.get(slug) ?? slug);
    if (keyOf(expected) !== keyOf(to.map(slugOf))) note(moves, from, to, issue);
  }
  return {
    issues: seen,
    moves: [...moves.values()].sort((a, b) => b.issues.length - a.issues.length),
    queues: queues.changed(),
    labels: {
      renamed: renames,
      missing: missingLabels({ before, after }, labels.map(nameNow), now),
      stray: [...strays.values()],
    },
  };
}

function ownersOf(labels: string[], index: LabelIndex): Group[] {
  const owners = new Set<Group>();
  for (const label of labels) {
    const group = groupOf(label, index);
    if (group && !group.retired) owners.add(group);
  }
  return [...owners];
}

function groupOf(label: string, index: LabelIndex): Group | null {
  const read = index.read(label);
  return read && 'group' in read ? read.group : null;
}

const keyOf = (slugs: string[]): string => slugs.sort().join('\n');

const slugOf = ({ slug }: Group): string => slug;

function note(moves: Map<string, Move>, from: Group[], to: Group[], { number }: LabelledIssue): void {
  const key = `${keyOf(from.map(slugOf))}\n\n${keyOf(to.map(slugOf))}`;
  const move = moves.get(key) ?? { from: from.map(nameOf).sort(), to: to.map(nameOf).sort(), issues: [] };
  move.issues.push(number);
  moves.set(key, move);
}

const nameOf = ({ name }: Group): string => name;

function noteStrays(
  labels: string[],
  { then, now, strays }: { then: LabelIndex; now: LabelIndex; strays: Map<string, { label: string; issues: number }> },
): void {
  for (const label of labels) {
    const before = then.read(label);
    if (!before || !('group' in before) || before.group.retired) continue;
    const after = now.read(label);
    if (after && 'group' in after && !after.group.retired) continue;
    const stray = strays.get(foldLabel(label)) ?? { label, issues: 0 };
    strays.set(foldLabel(label), { ...stray, issues: stray.issues + 1 });
  }
}

/** A label that was missing before is no matter of the change. */
function missingLabels(
  { before, after }: { before: Governance; after: Governance },
  labels: string[],
  now: LabelIndex,
): { group: string; label: string }[] {
  const named = new Set(labels.flatMap((label) => groupOf(label, now) ?? []));
  const wanted = new Set(groupLabels(before).map(({ label }) => foldLabel(label)));
  return groupLabels(after)
    .filter(({ group, label }) => !named.has(group) && !wanted.has(foldLabel(label)))
    .map(({ group, label }) => ({ group: group.name, label }));
}

function groupLabels({ charter, naming }: Governance): { group: Group; label: string }[] {
  return charter.groups
    .filter((group) => !group.retired)
    .flatMap((group) => {
      const label = labelOfGroup(naming.label, group);
      return label === null ? [] : [{ group, label }];
    });
}

/** Counts, by lead, the issues that come to the groups they lead and that leave them. */
class Queues {
  readonly #before: Map<string, string[]>;
  readonly #after: Map<string, string[]>;
  readonly #changes = new Map<string, { handle: string; gains: number; loses: number }>();

  constructor(before: Charter, after: Charter) {
    this.#before = leadsByGroup(before);
    this.#after = leadsByGroup(after);
  }

  move(from: Group[], to: Group[]): void {
    const had = leadsOf(from, this.#before);
    const has = leadsOf(to, this.#after);
    for (const handle of had) if (!has.has(handle)) this.#change(handle).loses += 1;
    for (const handle of has) if (!had.has(handle)) this.#change(handle).gains += 1;
  }

  changed(): { handle: string; gains: number; loses: number }[] {
    return [...this.#changes.values()].sort((a, b) => b.gains + b.loses - (a.gains + a.loses));
  }

  #change(handle: string) {
    const change = this.#changes.get(handle) ?? { handle, gains: 0, loses: 0 };
    this.#changes.set(handle, change);
    return change;
  }
}

const leadsOf = (groups: Group[], leads: Map<string, string[]>): Set<string> =>
  new Set(groups.flatMap(({ slug }) => leads.get(slug) ?? []));

function leadsByGroup({ leads }: Charter): Map<string, string[]> {
  const handles = new Map<string, string[]>();
  for (const { handle, seats, retired } of leads) {
    if (handle === null || retired) continue;
    for (const { group } of seats) {
      if (group !== null) handles.set(group, [...(handles.get(group) ?? []), handle.toLowerCase()]);
    }
  }
  return handles;
}
