import { type IssueFacts, type IssueRef, printRef } from '../model/facts.ts';
import type { Effect } from '../model/plan.ts';
import type { Clock } from '../model/ports.ts';

/**
 * The comments that this process wrote a moment ago. GitHub answers reads from copies, which may be behind: who doesn't
 * find a comment there that was just written would write it again. All else is the same written twice.
 */
export interface RecentWrites {
  note(issue: IssueFacts, effects: Effect[]): void;
  /** Whether one of the comments was written already, so that what was read must be older. */
  has(issue: IssueFacts, effects: Effect[]): boolean;
}

/** Milliseconds. Copies are behind by less, and who took a comment away may have it back after that. */
const moment = 10_000;

export function createRecentWrites(clock: Clock): RecentWrites {
  const writes = new Map<string, { at: number; deletions: number }>();
  const now = () => clock.now().getTime();
  return {
    note(issue, effects) {
      for (const [key, { at }] of writes) if (now() - at >= moment) writes.delete(key);
      // What was taken away since is not there, and to be written again is no sign of an old answer.
      for (const gone of takenAway(effects)) {
        const start = keyOf(issue.ref, gone);
        for (const key of writes.keys()) if (key.startsWith(start)) writes.delete(key);
      }
      const deletions = deletionsIn(issue);
      for (const key of keysOf(issue, effects)) writes.set(key, { at: now(), deletions });
    },
    has: (issue, effects) =>
      keysOf(issue, effects).some((key) => {
        const write = writes.get(key);
        return write !== undefined && now() - write.at < moment && deletionsIn(issue) <= write.deletions;
      }),
  };
}

/** An answer that shows one more than there was before the write is from after it: the comment is gone, not unseen. */
function deletionsIn({ history }: IssueFacts): number {
  return history.known ? history.value.filter(({ what }) => what === 'own comment deleted').length : 0;
}

/** One key for each comment that would be a new one. */
function keysOf(issue: IssueFacts, effects: Effect[]): string[] {
  return effects.flatMap((effect) => newCommentOf(effect, issue)).map((comment) => keyOf(issue.ref, comment));
}

function newCommentOf(effect: Effect, { checklist }: IssueFacts): string[] {
  switch (effect.do) {
    case 'checklist':
      return effect.body !== null && checklist === null ? ['checklist'] : [];
    case 'notify':
      return [`notice to ${effect.group}`];
    case 'reply':
      return effect.body !== null && effect.in === null ? [`reply ${effect.body}`] : [];
    default:
      return [];
  }
}

/** How the keys begin of comments that the effects take away. */
function takenAway(effects: Effect[]): string[] {
  return effects.flatMap((effect) =>
    (effect.do === 'checklist' || effect.do === 'reply') && effect.body === null ? [effect.do] : [],
  );
}

const keyOf = (ref: IssueRef, comment: string): string => `${printRef(ref).toLowerCase()} ${comment}`;
