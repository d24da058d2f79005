import type { Policy } from '../model/policy.ts';
import { chooseRolling, type NamedMilestone, type NoRolling, type Rolling } from './rollover.ts';

/** What `/rollover` asks for. */
export interface AskedRollover {
  rolling: Rolling | NoRolling;
  /** Whether it is to be done, and not only listed. */
  now: boolean;
}

/** Two titles are no longer. Source: GitHub docs, REST API, Milestones. */
const longest = 600;

/**
 * @returns what stands behind `/rollover`: `1.4 to 1.5`, and `now` after it where it is meant. Of titles that have “to” in
 * them the reading is taken whose titles there are. `null` where it names no two milestones.
 */
export function rolloverNamed(argument: string, milestones: NamedMilestone[], policy: Policy): AskedRollover | null {
  if (argument.length > longest) return null;
  const text = argument.replace(/\s+/g, ' ').trim();
  const [bare, isNow] = / now$/i.test(text) ? [text.slice(0, -' now'.length), true] : [text, false];
  const readings = [
    ...pairsIn(text).map((pair) => ({ pair, now: false })),
    ...(isNow ? pairsIn(bare).map((pair) => ({ pair, now: true })) : []),
  ];
  const titles = new Set(milestones.flatMap(({ title, number }) => [title, `#${number}`]));
  const isThere = ({ pair }: (typeof readings)[number]) => titles.has(pair.from) && titles.has(pair.to);
  const meant = readings.find(isThere) ?? readings.find(({ pair }) => titles.has(pair.to)) ?? readings.at(-1);
  return meant === undefined ? null : { rolling: chooseRolling(meant.pair, milestones, policy), now: meant.now };
}

const pairsIn = (text: string): { from: string; to: string }[] =>
  [...text.matchAll(/ to (?=.)/gi)].map(({ index }) => ({
    from: unquoted(text.slice(0, index)),
    to: unquoted(text.slice(index + ' to '.length)),
  }));

const unquoted = (text: string): string => text.trim().replace(/^(["“`])(.*)["”`]$/, '$2');
