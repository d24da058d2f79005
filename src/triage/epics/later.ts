import type { DatedMilestone } from '../../model/facts.ts';
import { fitsGlob } from '../../text/glob.ts';

/** What tells which of two milestones comes first. */
export interface Calendar {
  milestones: DatedMilestone[];
  /** Titles of milestones for what nobody plans yet; `*` stands for any text. */
  parked: string[];
}

/**
 * Whether what is in the first milestone is done later than what is in the second, by title: by the days they are due,
 * else by their numbers where both titles are versions. What is parked comes last. `null` where nothing tells.
 */
export function isLater(one: string, other: string, { milestones, parked }: Calendar): boolean | null {
  if (one === other) return false;
  const [first, second] = [one, other].map((title) => parked.some((pattern) => fitsGlob(title, pattern)));
  if (first || second) return first === second ? false : Boolean(first);
  const dueOn = (title: string) => milestones.find((milestone) => milestone.title === title)?.dueOn ?? null;
  const [due, otherDue] = [dueOn(one), dueOn(other)];
  if (due !== null && otherDue !== null) return due > otherDue;
  const [version, otherVersion] = [versionOf(one), versionOf(other)];
  if (version === null || otherVersion === null || version.name !== otherVersion.name) return null;
  return compareNumbers(version.numbers, otherVersion.numbers) > 0;
}

/** `Release 1.10` is `release` and [1, 10]. */
function versionOf(title: string): { name: string; numbers: number[] } | null {
  const [, name, numbers] = /^(\D{0,40}?)(\d{1,9}(?:\.\d{1,9}){0,5})$/.exec(title.trim()) ?? [];
  if (name === undefined || numbers === undefined) return null;
  return { name: name.trim().toLowerCase().replace(/v$/, ''), numbers: numbers.split('.').map(Number) };
}

function compareNumbers(one: number[], other: number[]): number {
  for (let index = 0; index < Math.max(one.length, other.length); index++) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
