import type { Actor, IssueFacts } from '../model/facts.ts';
import { known } from '../model/known.ts';
import { isAmong } from '../text/github-names.ts';

/** @returns the issue with those as programs whom the project knows as such; GitHub takes machine users for people. */
export function withBots(issue: IssueFacts, bots: string[]): IssueFacts {
  if (bots.length === 0) return issue;
  const named = (actor: Actor): Actor =>
    actor.kind === 'person' && isAmong(bots, actor.login) ? { ...actor, kind: 'program' } : actor;
  const { author, history, turns } = issue;
  return {
    ...issue,
    author: named(author),
    history: history.known ? known(history.value.map((change) => ({ ...change, by: named(change.by) }))) : history,
    turns: turns.known ? known(turns.value.map((turn) => ({ ...turn, by: named(turn.by) }))) : turns,
  };
}
