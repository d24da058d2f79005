import type { Policy } from '../model/policy.ts';
import type { PullFacts } from '../model/pull-request.ts';

/** For which milestones a pull request waits. */
export interface Awaited {
  titles: string[];
  /** Whether it waits for its own milestone and has none. */
  lacksOwn: boolean;
}

const place = '{milestone}';

/** @returns for what a pull request waits, by its labels and the branch that it goes into; `null` where for nothing. */
export function awaitedBy({ labels, branch, milestone }: PullFacts, { gate }: Policy['milestones']): Awaited | null {
  const named = [
    ...gate.labels.flatMap((pattern) => labels.flatMap((label) => placeIn(pattern, label, { likeLabels: true }))),
    ...gate.branches.flatMap((pattern) => placeIn(pattern, branch, { likeLabels: false })),
  ];
  if (named.length === 0) return null;
  const isOwn = named.includes(null);
  const own = isOwn && milestone !== null ? [milestone] : [];
  const titles = named.flatMap((name) => (name === null ? [] : [gate.title.replace(place, () => name)]));
  return { titles: [...new Set([...own, ...titles])], lacksOwn: isOwn && milestone === null };
}

/** @returns what stands at the place of the milestone, `null` where the pattern has none; empty where it doesn't fit. */
function placeIn(pattern: string, text: string, { likeLabels }: { likeLabels: boolean }): (string | null)[] {
  // To GitHub labels are the same in any letter case, and branches are not.
  const fold = (part: string) => (likeLabels ? part.toLowerCase() : part);
  const [start = '', end] = pattern.split(place);
  if (end === undefined) return fold(text) === fold(pattern) ? [null] : [];
  const fits = fold(text).startsWith(fold(start)) && fold(text).endsWith(fold(end));
  const between = text.slice(start.length, text.length - end.length);
  return fits && text.length > start.length + end.length ? [between] : [];
}
