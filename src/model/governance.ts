import type { Charter } from './charter.ts';
import type { Policy } from './policy.ts';

/** What governs: who owns what, and how labels say it. */
export interface Governance {
  charter: Charter;
  naming: Policy['charter'];
}
