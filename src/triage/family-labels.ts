import type { Charter, Group } from '../model/charter.ts';
import type { Known } from '../model/known.ts';
import type { Policy } from '../model/policy.ts';
import { fitsGlob } from '../text/glob.ts';
import { indexLabels } from '../text/label-index.ts';

/** The labels of a family, by what people call them. */
export interface FamilyLabels {
  labels: string[];
  /** @returns the label that a name makes, whether or not there is one. */
  labelFor(name: string): string;
  /** @returns the label without what all of the family have in common. */
  nameOf(label: string): string;
  /** @returns the label as it was typed, whole or by its name alone; else the one that names the same group. */
  find(words: string): string | null;
}

interface Around {
  charter: Known<Charter>;
  naming: Policy['charter'];
}

/** @returns the family whose labels fit the pattern, in which `*` stands for the name; of those that fit none is twice. */
export function familyLabels(all: string[], pattern: string, around: Around): FamilyLabels {
  const [before = '', after = ''] = pattern.split('*');
  const folded = pattern.toLowerCase();
  const labels = all.filter((label) => fitsGlob(label.toLowerCase(), folded));
  const labelFor = (name: string) => `${before}${name}${after}`;
  // Of two that only letter case tells apart the first counts.
  const byName = new Map(labels.toReversed().map((label) => [label.toLowerCase(), label]));
  const ofSameGroup = byGroup(labels, around);
  return {
    labels,
    labelFor,
    nameOf: (label) => label.slice(before.length, label.length - after.length),
    find: (words) =>
      byName.get(labelFor(words).toLowerCase()) ?? byName.get(words.toLowerCase()) ?? ofSameGroup(words) ?? null,
  };
}

/** @returns what finds the label of a group or an area by its name, an alias, or another label of it. */
function byGroup(labels: string[], { charter, naming }: Around): (words: string) => string | undefined {
  if (!charter.known) return () => undefined;
  const index = indexLabels(charter.value, naming);
  let known: Map<string, string> | undefined;
  return (words) => {
    const meant = index.find(words);
    if (meant === null) return undefined;
    known ??= new Map(
      labels.toReversed().flatMap((label) => {
        const named = index.read(label);
        return named === null || 'nearest' in named ? [] : [[keyOf(named), label]];
      }),
    );
    return known.get(keyOf(meant));
  };
}

const keyOf = ({ group, area }: { group: Group; area: string | null }): string => JSON.stringify([group.slug, area]);
