import type { IssueFacts } from '../model/facts.ts';
import type { Effect, Withheld } from '../model/plan.ts';
import { quote } from '../text/escape.ts';
import { quarrelOver } from './quarrel.ts';
import { pastOf, type Wish } from './wishes.ts';

/** What Remit may do by itself, and what it leaves to people. */
export interface Heeded {
  effects: Effect[];
  withheld: Withheld[];
  /** ISO 8601: when what is withheld now may be done; `null` when only a change can change that. */
  again: string | null;
}

/** When and where Remit would act by itself. */
export interface Moment {
  /** ISO 8601. */
  now: string;
  /** Whether nothing may be added to the issue, since it is from before Remit. */
  addsNothing: boolean;
}

/** Why something is not done, in one clause, and until when where time alone can tell. */
interface Objection {
  because: string;
  until: string | null;
}

/**
 * @returns the effects without what would undo what a person did, or do again what a person undid; without what
 * programs quarrel over; without that of which the past isn't known; and without what would be added to an issue from
 * before Remit. For what Remit wants by itself: what a person
 * asks for by a command is a person's will, and need not pass here.
 */
export function heedPeople(effects: Effect[], issue: IssueFacts, moment: Moment): Heeded {
  const asked = effects.map((effect) =>
    partsOf(effect).map((part) => ({ part, objection: objectionTo(part, issue, moment) })),
  );
  const withheld = asked.flat().flatMap(({ part, objection }) => (objection ? [{ effect: part, ...objection }] : []));
  return {
    effects: asked.flatMap((parts) => joined(parts.flatMap(({ part, objection }) => (objection ? [] : [part])))),
    withheld: withheld.map(({ effect, because }) => ({ effect, because })),
    again: earliest(withheld.map(({ until }) => until)),
  };
}

/** @returns the first of the moments, in ISO 8601; `null` where there is none. */
export function earliest(moments: (string | null)[]): string | null {
  return moments.filter((moment) => moment !== null).sort()[0] ?? null;
}

/** Each label has a past of its own. */
function partsOf(effect: Effect): Effect[] {
  if (effect.do !== 'label') return [effect];
  return [
    ...effect.add.map((name) => ({ ...effect, add: [name], remove: [] })),
    ...effect.remove.map((name) => ({ ...effect, add: [], remove: [name] })),
  ];
}

function joined(parts: Effect[]): Effect[] {
  const [first] = parts;
  if (first?.do !== 'label') return parts;
  const labels = parts.filter((part) => part.do === 'label');
  return [{ ...first, add: labels.flatMap(({ add }) => add), remove: labels.flatMap(({ remove }) => remove) }];
}

function objectionTo(effect: Effect, issue: IssueFacts, { now, addsNothing }: Moment): Objection | null {
  if (addsNothing && isAdding(effect)) return { because: 'the issue is older than Remit here', until: null };
  switch (effect.do) {
    case 'label':
      return objectionToLabel(effect, issue, now);
    case 'milestone':
      return objectionBy(pastOf('milestone', issue, { ownUndoing: true }), now, {
        thing: 'the milestone',
        isAgainst: () => true,
      });
    default:
      return null;
  }
}

const isAdding = (effect: Effect): boolean =>
  (effect.do === 'label' && effect.add.length > 0) || (effect.do === 'milestone' && effect.title !== null);

/** A person's priority may make way for the one that a person added later, and for nothing else. */
function objectionToLabel(
  { add: [added], remove: [removed], own, instead }: Extract<Effect, { do: 'label' }>,
  issue: IssueFacts,
  now: string,
): Objection | null {
  const label = added ?? removed!;
  return objectionBy(pastOf({ label }, issue, { ownUndoing: added !== undefined && !own }), now, {
    thing: quote(label),
    isAgainst(wish) {
      if (added !== undefined) return wish.change.what === 'unlabeled';
      return wish.change.what === 'labeled' && !(instead !== undefined && isLater({ label: instead }, wish, issue));
    },
  });
}

function isLater(instead: { label: string }, wish: Wish, issue: IssueFacts): boolean {
  const past = pastOf(instead, issue);
  return past.known && past.wish?.change.what === 'labeled' && past.wish.index > wish.index;
}

function objectionBy(
  past: ReturnType<typeof pastOf>,
  now: string,
  { thing, isAgainst }: { thing: string; isAgainst(wish: Wish): boolean },
): Objection | null {
  if (!past.known) return { because: `what people did to ${thing} is not known: ${past.because}`, until: null };
  if (past.wish !== null && isAgainst(past.wish)) return { because: sayWish(past.wish, thing), until: null };
  const quarrel = quarrelOver(past.flips, now);
  return quarrel && { because: `programs changed ${thing} three times within a day`, ...quarrel };
}

const verbs: Partial<Record<Wish['change']['what'], string>> = {
  labeled: 'added',
  unlabeled: 'took off',
  milestoned: 'set',
  demilestoned: 'cleared',
};

const sayWish = ({ change: { what, by } }: Wish, thing: string): string => `${by.login} ${verbs[what]} ${thing}`;
