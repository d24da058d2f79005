import type { Policy } from '../model/policy.ts';
import type { Governing } from './governing.ts';

/** What is done to issues from before Remit: what the configuration says of them, labels, or all that others get. */
export type Backfill = 'as configured' | 'labels' | 'all';

/** Before the first issue anywhere. */
const beginning = '1970-01-01';

/** @returns what governs, with another answer to what is done to issues from before Remit. */
export function backfilling(governing: Governing, backfill: Backfill = 'as configured'): Governing {
  const { policy } = governing;
  if (policy === null || backfill === 'as configured') return governing;
  return { ...governing, policy: { ...policy, triage: amended(policy.triage, backfill) } };
}

function amended(triage: Policy['triage'], backfill: 'labels' | 'all'): Policy['triage'] {
  if (backfill === 'all') return { ...triage, since: beginning };
  return { ...triage, backfill: 'labels' };
}
