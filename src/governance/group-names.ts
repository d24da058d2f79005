import type { Charter, Group } from '../model/charter.ts';
import { nameKey } from '../text/names.ts';

/** Words that projects put before the name of a group. */
const prefixes = /^(?:sig|wg|ug|working group|special interest group|committee) /;

/** A name without the word that says what sort of group it is. */
export const bareName = (name: string): string => nameKey(name).replace(prefixes, '');

/** @returns the group of that name, with or without such a word; the whole name first. */
export function groupCalled(name: string, { groups }: Charter): Group | null {
  const key = nameKey(name);
  return (
    groups.find((group) => nameKey(group.name) === key) ??
    groups.find((group) => bareName(group.name) === bareName(name)) ??
    null
  );
}
