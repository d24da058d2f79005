import type { Change, IssueFacts } from '../model/facts.ts';
import { sameOnGitHub } from '../text/github-names.ts';

/** What a change is about: one label, one assignee, the milestone, the parent. */
type Thing = { label: string } | { assign: string } | 'milestone' | 'parent';

/** What is known of the past of one thing on one issue. */
type Past =
  | { known: true; wish: Wish | null; flips: Change[] }
  /** One clause that completes “not known: …”. */
  | { known: false; because: string };

/** The last change that stands for a person's will. */
export interface Wish {
  change: Change;
  /** Its place in the history: of two wishes the later one has the larger. */
  index: number;
}

/**
 * @returns what people last wanted of the thing, and what programs did to it. With `ownUndoing`, what Remit took off
 * or cleared counts as a person's will, too: it did so at a command, or for what a person put in its place.
 */
export function pastOf(
  thing: Thing,
  { history, historyIsWhole }: IssueFacts,
  { ownUndoing = false }: { ownUndoing?: boolean } = {},
): Past {
  if (!history.known) return history;
  const index = history.value.findLastIndex((change) => isAbout(thing, change) && isWish(change, ownUndoing));
  if (index < 0 && !historyIsWhole) return { known: false, because: 'the issue’s timeline is too long to be read' };
  const flips = history.value.filter((change) => isAbout(thing, change) && change.by.kind === 'program');
  return { known: true, wish: index < 0 ? null : { change: history.value[index]!, index }, flips };
}

function isAbout(thing: Thing, change: Change): boolean {
  if (thing === 'milestone') return 'milestone' in change;
  if (thing === 'parent') return 'parent' in change;
  if ('assign' in thing) return 'assignee' in change && sameOnGitHub(change.assignee, thing.assign);
  return 'label' in change && sameOnGitHub(change.label, thing.label);
}

/** A deleted account was a person's, too. */
function isWish(change: Change, ownUndoing: boolean): boolean {
  if (change.by.kind !== 'program') return true;
  return ownUndoing && change.by.own === true && isUndoing(change);
}

/** Whether the change took something off or cleared it. */
export const isUndoing = ({ what }: Change): boolean =>
  what === 'unlabeled' || what === 'demilestoned' || what === 'unassigned' || what === 'unparented';
