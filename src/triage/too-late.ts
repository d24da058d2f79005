import type { Decision, Written } from '../model/decision.ts';
import type { Change, IssueFacts, Turn } from '../model/facts.ts';
import type { Effect } from '../model/plan.ts';
import { quote } from '../text/escape.ts';
import { happenedTo } from './happened.ts';
import { netEffects } from './net-effects.ts';
import { thingsOf } from './overruled.ts';

/** When commands were written, and what is known of later ones. */
export interface Timing {
  /** ISO 8601. */
  at: string;
  /** What commands that were written later have come to, as far as it is kept. */
  later: Written[];
}

/** Seconds: GitHub tells the second only, and an issue's first labels come moments after its text. */
const together = 10;

/**
 * A command may come hours late, after an outage: what a person has set by hand meanwhile, or asked for by a later
 * command, is what they want. @returns why the effects come too late, in one clause; `null` where they don't. Where the
 * timeline can't be read the command holds.
 */
export function tooLate(effects: Effect[], issue: IssueFacts, { at, later }: Timing): string | null {
  const things = new Set(
    netEffects(issue, effects)
      .flatMap(thingsOf)
      .map(([thing]) => thing),
  );
  const byHand = happenedTo(issue).find(
    (event) =>
      event.by.kind === 'person' &&
      !event.by.own &&
      Date.parse(event.at) > Date.parse(at) + together * 1000 &&
      things.has(thingOf(event) ?? ''),
  );
  if (byHand) return `${quote(byHand.by.login)} has changed that by hand since`;
  const isSetLater = later.flatMap(thingsOf).some(([thing]) => things.has(thing));
  return isSetLater ? 'a later command has changed that already' : null;
}

/** Whether commands that were written later may have been obeyed already: Remit has changed something since. */
export const mayBeLate = (issue: IssueFacts, at: string): boolean =>
  happenedTo(issue).some(({ by, at: moment }) => by.own && Date.parse(moment) >= Date.parse(at));

/** @returns what was written for commands that are later than those of the moment (ISO 8601). */
export const writtenLater = (decisions: Decision[], at: string): Written[] =>
  decisions
    .filter(({ asked }) => asked !== undefined && Date.parse(asked) > Date.parse(at))
    .flatMap(({ written }) => written);

/** As the effects' own things are called. */
function thingOf(change: Change | Turn): string | null {
  switch (change.what) {
    case 'closed':
    case 'reopened':
      return 'state';
    case 'retitled':
      return 'title';
    case 'labeled':
    case 'unlabeled':
      return `label ${change.label.toLowerCase()}`;
    case 'assigned':
    case 'unassigned':
      return `assign ${change.assignee.toLowerCase()}`;
    case 'milestoned':
    case 'demilestoned':
      return 'milestone';
    case 'parented':
    case 'unparented':
      return 'parent';
    case 'own comment deleted':
      return null;
  }
}
