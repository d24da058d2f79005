import type { Actor, Change, IssueRef, Turn } from './facts.ts';
import type { Effect, Verdict } from './plan.ts';

/** What made somebody look at an issue: an event of GitHub's, as it was delivered. */
export interface Cause {
  /** The event and its action: `issues.labeled`, `push`. */
  event: string;
  /** Login of who caused it; `null` where the delivery names nobody. */
  by: string | null;
}

/** A turn without the titles, which are texts of people. */
export interface TurnInBrief {
  what: Turn['what'];
  by: Actor;
  /** ISO 8601, UTC. */
  at: string;
}

/** When the newest that was seen of something happened, and how many of it did at that moment. */
export interface Seen {
  at: string;
  count: number;
}

/** What of an issue a decision rested on. */
export interface FactsInBrief {
  state: 'open' | 'closed';
  author: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  labels: string[];
  milestone: { title: string; state: 'open' | 'closed' } | null;
  /** What happened to the issue since the decision before, oldest first. */
  changes: Change[];
  /** The newest change that was seen; `null` for none. */
  seen: Seen | null;
  /** Who closed, reopened or renamed the issue since the decision before, oldest first; left out where nobody did. */
  turns?: TurnInBrief[];
  /** The newest turn that was seen; left out where there was none. */
  seenTurn?: Seen;
}

/** What was written: a plan's effect without the text of a comment. */
export type Written =
  | Extract<
      Effect,
      {
        do:
          | 'label'
          | 'milestone'
          | 'state'
          | 'parent'
          | 'assign'
          | 'assign-one'
          | 'transfer'
          | 'react'
          | 'reopen-milestone'
          | 'roll-over';
      }
    >
  | { do: 'title'; because: string }
  | { do: 'create-label'; name: string; because: string }
  | { do: 'notify'; group: string; because: string }
  | { do: 'checklist' | 'reply'; written: 'put up' | 'changed' | 'taken away'; because: string };

/** A change that Remit would have made by itself, and left to people; `because` says why in one clause. */
export interface LeftAlone {
  change: Written;
  because: string;
}

/**
 * One decision about an issue as it is kept: on which facts, by which rules, what was written, when and because of
 * what. Names of labels and milestones, logins and numbers are in it; titles and texts of people never are.
 */
export interface Decision {
  ref: IssueRef;
  /** ISO 8601, UTC. */
  at: string;
  /** Id of the job: the delivery's GUID, or one made from it. */
  job: string;
  cause: Cause | null;
  /** When the commands were written that were obeyed, in ISO 8601; left out where none were. */
  asked?: string;
  facts: FactsInBrief;
  /** Slugs of the groups that own the issue. */
  owners: string[];
  verdicts: Verdict[];
  written: Written[];
  withheld: LeftAlone[];
  /** Why nothing may be written to the issue at all; `null` when it may. */
  hold: string | null;
  /** The web address of each file that governed, at the commit that was in force, by path. */
  governedBy: Record<string, string>;
}
