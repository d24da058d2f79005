import type { IssueRef, RepositoryRef } from './facts.ts';

/** Where a statement comes from, so that a reader can check it. */
export interface Citation {
  /** What is cited, as printed: `WORKING-GROUPS.md line 12`. */
  text: string;
  url: string;
}

export const statuses = ['met', 'missing', 'conflict', 'waived', 'unknown'] as const;
export type Status = (typeof statuses)[number];

/** What one requirement says of one issue. */
export interface Verdict {
  /** Id of the requirement. */
  requirement: string;
  status: Status;
  /** One clause, without a full stop. Text of people stands quoted and escaped by whoever renders it. */
  message: string;
  /** The command or the action that mends it, as one would type it. */
  remedy?: string;
  cites: Citation[];
}

/**
 * One change to the world, idempotent: applied twice it is applied once. Labels are added and taken off one by one,
 * never set as a whole, so that a label that a person adds meanwhile stays.
 */
export type Effect =
  | {
      do: 'label';
      add: string[];
      remove: string[];
      because: string;
      /** The label that stands in the place of those that are taken off. */
      instead?: string;
      /** Labels of Remit's own, which come and go as the facts do; they are made where the repository has none. */
      own?: true;
    }
  | { do: 'milestone'; title: string | null; because: string }
  /** The one comment that lists what is missing, `null` takes it away; surplus ones go in either case. */
  | { do: 'checklist'; body: string | null; because: string }
  /** Opens the issue's closed milestone again, once for all time. */
  | { do: 'reopen-milestone'; number: number; title: string; because: string }
  | { do: 'state'; to: 'open'; because: string }
  /** `of` is the issue that it repeats, where it is one. */
  | { do: 'state'; to: 'closed'; as: ClosingReason; of: IssueRef | null; because: string }
  | { do: 'title'; title: string; because: string }
  /** Of native sub-issues; `null` takes it out of the one that it has. */
  | { do: 'parent'; issue: IssueRef | null; because: string }
  /** Logins. */
  | { do: 'assign'; add: string[]; remove: string[]; because: string }
  /** Moves what is open in one milestone into another, issue by issue, as work of its own. */
  | { do: 'roll-over'; from: { number: number; title: string }; to: string; because: string }
  /** Comes last of a plan's effects: what is written to the issue afterwards would not find it. */
  | { do: 'transfer'; to: RepositoryRef; because: string }
  /** Our one reaction on a comment or an issue, by its node id, and the one that it takes the place of. */
  | { do: 'react'; to: string; with: Reaction | null; instead: Reaction | null; because: string }
  /** Our one answer to a comment; `in` is its node id where there is one, and `null` as a body takes it away. */
  | { do: 'reply'; in: string | null; body: string | null; because: string }
  /** Makes a label where the repository has none of the name; `color` in six hexadecimal digits. */
  | { do: 'create-label'; name: string; color: string; description: string; because: string }
  /** Assigns the first of them who can be assigned here, and nobody else. */
  | { do: 'assign-one'; of: string[]; because: string }
  /** A comment of its own that tells the group, once for an issue, by its hidden mark. */
  | { do: 'notify'; group: string; body: string; because: string };

export const closingReasons = ['completed', 'not planned', 'duplicate'] as const;
export type ClosingReason = (typeof closingReasons)[number];

/** 👍 done, 😕 refused, 👀 not known. */
export const reactions = ['thumbs up', 'confused', 'eyes'] as const;
export type Reaction = (typeof reactions)[number];

/** A change that Remit would have made by itself and does not make, since people come first. */
export interface Withheld {
  effect: Effect;
  /** One clause, without a full stop. */
  because: string;
}

/** What is to be done about one issue, and why. A dry run is this, not applied. */
export interface Plan {
  ref: IssueRef;
  /** Slugs of the groups that own the issue. */
  owners: string[];
  verdicts: Verdict[];
  effects: Effect[];
  withheld: Withheld[];
  /** ISO 8601: when to look again though nothing happens; `null` when only a change can change the decision. */
  again: string | null;
  /** Why nothing may be written to this issue at all (closed, locked, archived, ignored); `null` when it may. */
  hold: string | null;
}
