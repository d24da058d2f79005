import { z } from 'zod';
import type { RepositoryRef } from '../model/facts.ts';

const count = z.int().min(0);

/** As `LabelRename`. */
export const labelRenameSchema = z.strictObject({ from: z.string(), to: z.string() });

const renames = z.array(labelRenameSchema);

/** What became of labels when what governs changed, as it is kept and printed. */
export const labelChangesSchema = z.strictObject({
  renamed: renames,
  joined: renames.describe('Not renamed, since there is such a label: open issues got that one, too'),
  refused: renames.describe('What GitHub did not let Remit rename'),
});

/** Where a sweep stands. As JSON it outlives the process that began it; source of every figure that is told. */
export const sweepSchema = z.strictObject({
  repository: z.strictObject({ owner: z.string(), name: z.string() }),
  began: z.string().describe('ISO 8601'),
  next: z.enum(['newest', 'neglected']).describe('From which end the next page is read'),
  after: z
    .strictObject({ newest: z.string().nullable(), neglected: z.string().nullable() })
    .describe('GitHub’s cursors of the last pages that are done; null at the beginning'),
  size: count.describe('Issues asked for in a request; 0 before the first'),
  total: count.describe('Open issues when the last page was read'),
  covered: count.describe('Issues that were decided on from the newest on; all of them once it is complete'),
  neglected: count.describe(
    'Issues that were decided on before it was their turn, since nobody touched them for longest',
  ),
  wanting: count.describe('Those of them for which something was to be changed'),
  changed: count.describe('Those of them that were changed'),
  unread: count.describe('Issues that GitHub did not give'),
  requests: count,
  allowance: z
    .strictObject({ left: z.int(), of: z.int(), resetsAt: z.string() })
    .nullable()
    .describe('What is left of GitHub’s rate limit, in points'),
  ended: z
    .enum(['complete', 'budget', 'gone'])
    .nullable()
    .describe('complete; for want of budget; since the repository is not there; null while it goes on'),
  change: z
    .strictObject({
      commit: z.string().describe('The commit of the default branch up to which it was carried out'),
      labels: labelChangesSchema,
    })
    .optional()
    .describe('The change of what governs that it is the rest of; left out where it is of no change'),
});

export type Sweep = z.output<typeof sweepSchema>;

export interface SweepBudget {
  /** Requests of this run. */
  requests: number;
  /** Of the rate limit, 0 to 1: what else uses the token needs some of it, too. */
  share: number;
}

/** @returns a sweep that has done nothing yet; of a change it does the rest once labels have their names. */
export const beginSweep = (repository: RepositoryRef, began: Date, change?: Sweep['change']): Sweep => ({
  repository,
  began: began.toISOString(),
  next: 'newest',
  after: { newest: null, neglected: null },
  size: 0,
  total: 0,
  covered: 0,
  neglected: 0,
  wanting: 0,
  changed: 0,
  unread: 0,
  requests: 0,
  allowance: null,
  ended: null,
  ...(change ? { change } : {}),
});

/** @returns the sweep as it goes on in another run, with a budget of its own. */
export const resumed = (sweep: Sweep): Sweep => ({
  ...sweep,
  next: 'newest',
  requests: 0,
  allowance: null,
  ended: null,
});

/** @returns why there must be no further request; `null` where there may be one. */
export function whyToStop({ requests, allowance }: Sweep, budget: SweepBudget): 'budget' | null {
  if (requests >= budget.requests) return 'budget';
  const isSpent = allowance !== null && allowance.left <= allowance.of * (1 - budget.share);
  return isSpent ? 'budget' : null;
}

/**
 * @returns the sweep at the beginning of its next page; ended after the last of the newest, which are all. A budget that
 * is too small for all of them is spent in equal parts on the newest and on those that nobody has touched for longest.
 */
export function atNextPage(sweep: Sweep, cursor: string | null, budget: SweepBudget): Sweep {
  const after = { ...sweep.after, [sweep.next]: cursor };
  if (sweep.next === 'newest' && cursor === null) return { ...sweep, after, ended: 'complete' };
  const pagesLeft = Math.ceil((sweep.total - sweep.covered) / sweep.size);
  const isTooMuch = pagesLeft > budget.requests - sweep.requests;
  const isTurnOfNeglected = sweep.next === 'newest' && isTooMuch;
  return { ...sweep, after, next: isTurnOfNeglected ? 'neglected' : 'newest' };
}
