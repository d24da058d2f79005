import type { IssueFacts } from '../model/facts.ts';
import type { Effect, Verdict } from '../model/plan.ts';
import { isAmong } from '../text/github-names.ts';
import { isUnmet } from './checklist.ts';
import type { Requirement } from './requirement.ts';
import { requirements } from './requirements/index.ts';

/** By requirement. */
const labels = Object.fromEntries(
  Object.entries<Pick<Requirement, 'needs'>>(requirements).map(([id, { needs }]) => [id, `needs-${needs ?? id}`]),
);

const labelsOf = (verdicts: Verdict[]): string[] => [
  ...new Set(verdicts.map(({ requirement }) => labels[requirement]!)),
];

/** Whether the label does nothing but say what is missing. */
export const isNeedsLabel = (name: string): boolean => isAmong(Object.values(labels), name);

/**
 * @returns how labels such as `needs-owner` would have to change to say what is missing. What isn't known changes none;
 * the label of a requirement that is switched off goes.
 */
export function needsLabelsFor(
  { labels: present }: IssueFacts,
  verdicts: Verdict[],
): { add: Effect[]; remove: Effect[] } {
  const names = present.map(({ name }) => name);
  const wanted = labelsOf(verdicts.filter(isUnmet));
  const open = labelsOf(verdicts.filter(({ status }) => status === 'unknown'));
  const add = wanted.filter((label) => !isAmong(names, label));
  const remove = names.filter((name) => isNeedsLabel(name) && !isAmong([...wanted, ...open], name));
  return {
    add: add.length === 0 ? [] : [{ do: 'label', add, remove: [], because: 'something is missing', own: true }],
    remove:
      remove.length === 0 ? [] : [{ do: 'label', add: [], remove, because: 'it is not missing any more', own: true }],
  };
}
