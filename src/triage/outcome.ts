import type { Effect } from '../model/plan.ts';
import type { Outcome } from './command.ts';

export const done = (...effects: Effect[]): Outcome => ({ is: 'done', effects, says: [] });

/** Nothing changes; the answer says something. */
export const say = (...lines: string[]): Outcome => ({ is: 'done', effects: [], says: lines });

/** What people wrote stands in the message between “ ”, and a command between backticks. */
export const refuse = (message: string, { expected = [] }: { expected?: string[] } = {}): Outcome => ({
  is: 'refused',
  message,
  expected,
});

/** No answer can be given now: `because` completes “not known: …”. */
export const cannotTell = (because: string): Outcome => ({ is: 'unknown', because });
