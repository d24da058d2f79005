/**
 * @returns the indexes of what stands out of place in a list that is otherwise in order; of two that only changed places
 * the later one, or the earlier where `tell` says so. None where the list is in order, and `null` where it is no more in
 * order than chance would have it: then nobody meant to order it.
 */
export function outOfPlace<Item>(
  items: Item[],
  compare: (one: Item, other: Item) => number,
  { tell = 'later' }: { tell?: 'earlier' | 'later' } = {},
): number[] | null {
  if (tell === 'earlier') {
    const backwards = outOfPlace([...items].reverse(), (one, other) => compare(other, one));
    return backwards?.map((index) => items.length - 1 - index).reverse() ?? null;
  }
  const kept = longestInOrder(items, compare);
  if (kept.size === items.length) return [];
  const byChance = 2 * Math.sqrt(items.length);
  if (kept.size < Math.max((items.length * 2) / 3, byChance + 1)) return null;
  return items.flatMap((_, index) => (kept.has(index) ? [] : [index]));
}

/** Longest non-decreasing subsequence; of several the one that keeps what stands first. Quadratic: lists of people. */
function longestInOrder<Item>(items: Item[], compare: (one: Item, other: Item) => number): Set<number> {
  const lengths: number[] = [];
  const next: (number | null)[] = [];
  for (let index = items.length - 1; index >= 0; index--) {
    lengths[index] = 1;
    next[index] = null;
    for (let later = index + 1; later < items.length; later++) {
      if ((lengths[later] ?? 0) < (lengths[index] ?? 0)) continue;
      if (compare(items[index] as Item, items[later] as Item) > 0) continue;
      lengths[index] = (lengths[later] ?? 0) + 1;
      next[index] = later;
    }
  }
  const longest = Math.max(0, ...lengths);
  const kept = new Set<number>();
  let at: number | null = items.length === 0 ? null : lengths.indexOf(longest);
  while (at !== null) {
    kept.add(at);
    at = next[at] ?? null;
  }
  return kept;
}
