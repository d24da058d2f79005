import type { Citation, Effect } from '../model/plan.ts';
import { quote } from '../text/escape.ts';
import type { Judgement } from './requirement.ts';

/** What can be said besides the message. */
interface Details {
  /** What a person can do about it, beginning with a verb, without a full stop. */
  remedy?: string;
  cites?: Citation[];
  effects?: Effect[];
}

const judge =
  (status: Judgement['status']) =>
  (message: string, { remedy, cites = [], effects = [] }: Details = {}): Judgement =>
    remedy === undefined ? { status, message, cites, effects } : { status, message, remedy, cites, effects };

export const met = judge('met');
export const missing = judge('missing');
export const conflict = judge('conflict');

/** Nothing to ask for, and why. */
export const waived = judge('waived');

/** Not known; the message completes “not known: …”. */
export const notKnown = judge('unknown');

/** `“a”, “b” or “c”`; beyond the limit, how many more there are. */
export function quoteList(texts: string[], word: 'and' | 'or', limit = 5): string {
  const shown = texts.slice(0, limit).map(quote);
  const more = texts.length - shown.length;
  if (more > 0) return `${shown.join(', ')} ${word} ${more} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} ${word} ${shown.at(-1)}`;
}
