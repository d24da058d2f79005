import type { Actor, Change } from '../../src/model/facts.ts';

export const person: Actor = { login: 'octo-lead-1', kind: 'person' };
export const program: Actor = { login: 'octo-bot[bot]', kind: 'program' };
export const remit: Actor = { login: 'remit[bot]', kind: 'program', own: true };

/**
 * One thing that happened, told as `+label`, `-label`, `+@login`, `-@login`, `in 1.4`, `out of 1.4`, `below`, `from below`
 * or `deleted`.
 */
type Told = `+${string}` | `-${string}` | `in ${string}` | `out of ${string}` | 'below' | 'from below' | 'deleted';

/** @returns a history, oldest first, a minute between two changes; the last is `end`. */
export function happened(
  told: [by: Actor, what: Told][],
  { end = '2026-05-01T00:00:00.000Z' }: { end?: string } = {},
): Change[] {
  return told.map(([by, what], index) => {
    const at = new Date(Date.parse(end) - (told.length - 1 - index) * 60_000).toISOString();
    if (what === 'deleted') return { what: 'own comment deleted', by, at };
    if (what === 'below') return { what: 'parented', parent: null, by, at };
    if (what === 'from below') return { what: 'unparented', parent: null, by, at };
    if (what[1] === '@') return { what: what[0] === '+' ? 'assigned' : 'unassigned', assignee: what.slice(2), by, at };
    if (what.startsWith('in ')) return { what: 'milestoned', milestone: what.slice(3), by, at };
    if (what.startsWith('out of ')) return { what: 'demilestoned', milestone: what.slice(7), by, at };
    return { what: what.startsWith('+') ? 'labeled' : 'unlabeled', label: what.slice(1), by, at };
  });
}
