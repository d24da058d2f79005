import type { Charter } from '../model/charter.ts';
import type { IssueFacts } from '../model/facts.ts';
import type { Known } from '../model/known.ts';
import type { Policy } from '../model/policy.ts';

/** Everything that a decision rests on. */
export interface Situation {
  issue: IssueFacts;
  /** Not known where a governance document is missing or can't be read. */
  charter: Known<Charter>;
  policy: Policy;
  /** ISO 8601. */
  now: string;
  /**
   * Web address of each governance document at the commit that was read, by path:
   * `https://github.com/o/r/blob/<commit>/WORKING-GROUPS.md`. One that isn't known is left out.
   */
  links: Record<string, string>;
  /** ISO 8601: since when Remit is there; `null` where nothing tells. */
  installedAt: string | null;
  /** Names of labels that the repository is known not to have. */
  missingLabels?: string[];
}
