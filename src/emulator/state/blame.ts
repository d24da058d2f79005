import type { Commit } from './entities.ts';
import { historyOf } from './history.ts';

export interface BlameRange {
  /** First and last line, counted from 1. */
  startingLine: number;
  endingLine: number;
  commit: Commit;
}

/** Above this product of changed lines the lines between the first and the last change count as rewritten. */
const largestTable = 4_000_000;

/** Which commit gave each line of a file its present text, as ranges of neighbouring lines. */
export function blame(commit: Commit, path: string): BlameRange[] {
  const owners = ownersOf(commit, path);
  const ranges: BlameRange[] = [];
  owners.forEach((owner, index) => {
    const last = ranges.at(-1);
    if (last?.commit === owner) last.endingLine = index + 1;
    else ranges.push({ startingLine: index + 1, endingLine: index + 1, commit: owner });
  });
  return ranges;
}

function ownersOf(commit: Commit, path: string): Commit[] {
  let lines: string[] = [];
  let owners: Commit[] = [];
  for (const version of historyOf(commit, path).reverse()) {
    const next = linesOf(version, path);
    const kept = matches(lines, next);
    owners = next.map((_, index) => {
      const former = kept.get(index);
      return (former === undefined ? undefined : owners[former]) ?? version;
    });
    lines = next;
  }
  return owners;
}

function linesOf(commit: Commit, path: string): string[] {
  const text = commit.repository.blobs.get(commit.tree.get(path) ?? '')?.content.toString('utf8') ?? '';
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** @returns for lines of `after` the line of `before` that they were: a longest common subsequence. */
function matches(before: string[], after: string[]): Map<number, number> {
  const kept = new Map<number, number>();
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) kept.set(head, head++);
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) {
    tail += 1;
    kept.set(after.length - tail, before.length - tail);
  }
  const middle = (lines: string[]) => lines.slice(head, lines.length - tail);
  for (const [line, former] of commonLines(middle(before), middle(after))) kept.set(line + head, former + head);
  return kept;
}

function commonLines(before: string[], after: string[]): [number, number][] {
  const width = after.length + 1;
  if (before.length * after.length > largestTable) return [];
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (before[i] === after[j]) pairs.push([j++, i++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
