const units: [unit: string, seconds: number][] = [
  ['w', 604_800],
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
];

/** A number of weeks, days, hours, minutes or seconds, together at most 9,999 weeks. */
export const durationPattern = /^\d{1,4}[wdhms]$/;

/** @returns the seconds of a duration such as `90m`, which fits the pattern. */
export function secondsOf(duration: string): number {
  const [, seconds = 1] = units.find(([unit]) => duration.endsWith(unit)) ?? [];
  return Number.parseInt(duration, 10) * seconds;
}

/** @returns the duration as one would write it, in the largest unit that fits it exactly. */
export function printDuration(seconds: number): string {
  const [unit, size] = units.find(([, size]) => seconds > 0 && seconds % size === 0) ?? ['s', 1];
  return `${seconds / size}${unit}`;
}
