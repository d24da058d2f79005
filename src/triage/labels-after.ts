import type { LabelRename } from '../model/label-rename.ts';
import { foldLabel } from '../text/label-pattern.ts';

/** @returns what a label is called once the labels have their new names. */
export function renamedBy(renames: LabelRename[]): (label: string) => string {
  const names = new Map(renames.map(({ from, to }) => [foldLabel(from), to]));
  return (label) => names.get(foldLabel(label)) ?? label;
}

/** @returns an issue's labels under their new names, in their order, and after them those that it gets, too. */
export function labelsAfter(labels: string[], nameNow: (label: string) => string, joins: LabelRename[]): string[] {
  const kept = labels.map(nameNow);
  return joins.length === 0 ? kept : [...kept, ...joins.filter((join) => isJoined(labels, join)).map(({ to }) => to)];
}

/** @returns whether an issue with these labels is to get the other label, too. */
export function isJoined(labels: string[], { from, to }: LabelRename): boolean {
  const has = (name: string) => labels.some((label) => foldLabel(label) === foldLabel(name));
  return has(from) && !has(to);
}
