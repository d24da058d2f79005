import type { ZodType } from 'zod';
import type { Charter } from '../model/charter.ts';
import type { IssueFacts } from '../model/facts.ts';
import type { Effect, Status, Verdict } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
import type { Ownership } from './owners.ts';

/** What a requirement judges by. */
export interface Case<Options> {
  issue: IssueFacts;
  options: Options;
  charter: Charter;
  policy: Policy;
  /** Which groups own the issue, and what of its labels led there. */
  ownership: Ownership;
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
  judge(subject: Case<Options>): Judgement;
  examples: RequirementExample[];
}

export interface RequirementExample {
  name: string;
  /** What differs from an open issue without any metadata. */
  issue: Partial<IssueFacts>;
  options?: Record<string, unknown>;
  status: Status;
  message: string;
  effects?: Effect[];
}
