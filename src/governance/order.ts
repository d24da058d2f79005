/**
 * @returns the indexes of what stands out of place in a list that is otherwise in order; of two that only changed places
 * the later one, or the earlier where `tell` says so. None where the list is in order, and `null` where it is no more in
 * order than chance would have it: then nobody meant to order it, unless it is surely meant.
 */
export function outOfPlace<Item>(
  items: Item[],
  compare: (one: Item, other: Item) => number,
  { tell = 'later', meant = 'perhaps' }: { tell?: 'earlier' | 'later'; meant?: 'surely' | 'perhaps' } = {},
): number[] | null {
  if (tell === 'later') {
    const backwards = outOfPlace([...items].reverse(), (one, other) => compare(other, one), {
      tell: 'earlier',
      meant,
    });
    return backwards?.map((index) => items.length - 1 - index).reverse() ?? null;
  }
  const kept = longestInOrder(items, compare);
  if (kept.size === items.length) return [];
  const byChance = meant === 'surely' ? 0 : 2 * Math.sqrt(items.length) + 1;
  if (kept.size < Math.max((items.length * 2) / 3, byChance)) return null;
  return items.flatMap((_, index) => (kept.has(index) ? [] : [index]));
}

/** Longest non-decreasing subsequence by patience sorting; of several the one with what stands last. */
function longestInOrder<Item>(items: Item[], compare: (one: Item, other: Item) => number): Set<number> {
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [index, item] of items.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(items[ends[middle] ?? 0] as Item, item) <= 0) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1];
    ends[low] = index;
  }
  const kept = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before[at]) kept.add(at);
  return kept;
}

/** By code units: an order must not depend on the machine's language. */
export const byLetters = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
