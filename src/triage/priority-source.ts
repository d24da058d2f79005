import type { IssueFacts } from '../model/facts.ts';
import type { Known } from '../model/known.ts';
import type { Effect } from '../model/plan.ts';

/** One thing that is said about how urgent an issue is. */
export interface Priority {
  /** As it reads where people set it: the name of a label. */
  name: string;
  /** 0 is the most urgent. */
  rank: number;
}

/** How urgent an issue is said to be. */
export interface Priorities {
  /** What is said; several where people may say several. */
  given: Known<Priority[]>;
  /** Which of several stands, and the changes that leave it alone; `null` where that is for people to say. */
  standing: Known<{ priority: Priority; effects: Effect[] } | null>;
  /** What a person does to say it, beginning with a verb, without a full stop. */
  remedy: string;
}

/**
 * Where a project says how urgent its issues are. Requirements know of no source, only of what it says. Pure: what a
 * source needs from outside, an adapter reads into the issue's facts. Labels are one (`priority-labels.ts`).
 */
export type PrioritySource = (issue: IssueFacts) => Priorities;
