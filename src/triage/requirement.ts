import type { ZodType } from 'zod';
import type { Charter } from '../model/charter.ts';
import type { IssueFacts } from '../model/facts.ts';
import type { Known } from '../model/known.ts';
import type { Effect, Status, Verdict } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
import type { Ownership } from './owners.ts';
import type { Priorities } from './priority-source.ts';

/** What a requirement judges by. */
export interface Case<Options> {
  issue: IssueFacts;
  options: Options;
  policy: Policy;
  /** Empty where `ownership` is not known. */
  charter: Charter;
  /** Which groups own the issue, and what of its labels led there; not known where the charter can't be read. */
  ownership: Known<Ownership>;
  /** How urgent the issue is said to be, wherever the project says it. */
  priorities: Priorities;
  /** Web address of the governance documents at the commit that was read, by path; not there where it isn't known. */
  links: Record<string, string>;
}

/** A requirement's judgement; who asked is added by `decide`. */
export interface Judgement extends Omit<Verdict, 'requirement'> {
  status: Status;
  /** Changes that the requirement itself makes, such as taking off the older of two priorities. */
  effects: Effect[];
}

/** One thing that an issue needs. One file in `requirements/`, named after its id. */
export interface Requirement<Options = unknown> {
  /** What holds where all is well, in one sentence without a full stop. */
  summary: string;
  /** What it is good for. */
  why: string;
  /** Every option has a default, and a description for the reference page. */
  options: ZodType<Options>;
  /** On unless the configuration says otherwise. */
  standard: boolean;
  /** What stands in the label that says that it isn't met, after `needs-`; the requirement's id unless given. */
  needs?: string;
  judge(subject: Case<Options>): Judgement;
  /** They are the documentation and the tests; `tryExample` runs one. */
  examples: RequirementExample[];
}

export interface RequirementExample {
  name: string;
  /** What differs from an open issue without any metadata. */
  issue: Partial<IssueFacts>;
  options?: Record<string, unknown>;
  /** The charter, where the requirement reads it; without one, there is none to be read. */
  charter?: Charter;
  status: Status;
  message: string;
  effects?: Effect[];
}
