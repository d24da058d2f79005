import type { Effect } from './plan.ts';

/** A request that GitHub answered. */
export interface Answered {
  installation: number;
  status: number;
  /** `core`, `graphql`, `search`; `null` where GitHub didn't say. */
  resource: string | null;
  /** Requests that are left of the limit; `null` where GitHub didn't say. */
  left: number | null;
}

/** Counts what the bot does, for whoever watches over it. Nothing in it names a repository, an issue or a person. */
export interface Meter {
  /** `event` is one that the bot reads, or `other`: the name comes from outside. */
  delivered(event: string, answer: 'stored' | 'refused' | 'failed', seconds: number): void;
  decided(outcome: 'changed' | 'unchanged' | 'held' | 'gone'): void;
  wrote(effects: readonly Effect['do'][]): void;
  /** A job ended after so many seconds; `failure` is the kind of error, `null` when all went well. */
  worked(seconds: number, failure: string | null): void;
  answered(request: Answered): void;
  /** A lost delivery: GitHub was asked to make it again, or refused to, or it was stored after all. */
  redelivered(outcome: 'asked' | 'refused' | 'stored'): void;
  /** A sweep came to its end, has to wait for the rate limit, or was not complete when the next was due. */
  swept(outcome: 'complete' | 'gone' | 'waiting' | 'overdue'): void;
  /** Issues of a sweep that were decided on. */
  looked(issues: { covered: number; wanting: number; unread: number }): void;
}

/** Counts nothing: for the command line and the Action, which nobody watches. */
export const noMeter: Meter = {
  delivered() {},
  decided() {},
  wrote() {},
  worked() {},
  answered() {},
  redelivered() {},
  swept() {},
  looked() {},
};
