import { nameKey } from './names.ts';

/** Beyond this length a word is no misspelling that anyone could point out, and comparing would take long. */
const longestWord = 100;

/**
 * @returns those of the candidates that the word was probably meant to be, most likely first; at most `most`, each as
 * it was given. Two letters that changed places count as one slip.
 */
export function nearest(word: string, candidates: Iterable<string>, { most = 3 }: { most?: number } = {}): string[] {
  const key = nameKey(word);
  if (key === '' || key.length > longestWord) return [];
  const ranked: { candidate: string; slips: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const other = nameKey(candidate);
    const allowed = Math.max(1, Math.floor(Math.max(key.length, other.length) / 3));
    if (Math.abs(key.length - other.length) > allowed || other.length > longestWord) {
      if (containsWholeWords(other, key) || containsWholeWords(key, other)) ranked.push({ candidate, slips: allowed });
      continue;
    }
    const slips = distance(key, other, allowed);
    if (slips <= allowed) ranked.push({ candidate, slips });
  }
  return ranked
    .sort((a, b) => a.slips - b.slips)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

function containsWholeWords(long: string, short: string): boolean {
  return short.length >= 4 && ` ${long} `.includes(` ${short} `);
}

/**
 * Optimal string alignment: insertions, deletions, substitutions, and swaps of neighbours. Stops where it is beyond
 * `most`, and says something beyond it: most words are nothing like each other from their first letters on.
 */
function distance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  let leastAbove = 0;
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let leastOfRow = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (row > 1 && column > 1 && swapped) least = Math.min(least, (before[column - 2] ?? 0) + 1);
      current.push(least);
      leastOfRow = Math.min(leastOfRow, least);
    }
    // A swap skips a row, so two of them have to be beyond.
    if (leastOfRow > most && leastAbove > most) return most + 1;
    leastAbove = leastOfRow;
    before = above;
    above = current;
  }
  return above[b.length] ?? 0;
}
