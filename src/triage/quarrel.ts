import type { Change } from '../model/facts.ts';

/** So many changes of one thing by programs within a day, and Remit leaves it alone. */
const mostFlips = 3;
const day = 86_400_000;

/** Programs that change the same thing again and again. */
export interface Quarrel {
  /**
   * ISO 8601: when to look again. `null` where another program takes part: that one would only answer, so Remit waits
   * until something else happens on the issue.
   */
  until: string | null;
}

/** @returns the quarrel about a thing, by the changes that programs made to it, oldest first; `null` where is none. */
export function quarrelOver(flips: Change[], now: string): Quarrel | null {
  const recent = flips.filter(({ at }) => Date.parse(at) > Date.parse(now) - day);
  const deciding = recent.at(-mostFlips);
  if (deciding === undefined) return null;
  const isOwn = recent.every(({ by }) => by.own === true);
  return { until: isOwn ? new Date(Date.parse(deciding.at) + day).toISOString() : null };
}
