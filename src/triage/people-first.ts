import type { IssueFacts } from '../model/facts.ts';
import type { Effect, Withheld } from '../model/plan.ts';
import { quote } from '../text/escape.ts';
import { isAmong } from '../text/github-names.ts';
import { quarrelOver } from './quarrel.ts';
import { isUndoing, pastOf, type Wish } from './wishes.ts';

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
  /** Names of labels that the repository doesn't have, as far as that is known. */
  missingLabels?: string[];
}

/** Why something is not done, in one clause, and until when where time alone can tell. */
interface Objection {
  because: string;
  until: string | null;
}

/**
 * @returns the effects without what would undo what a person did, or do again what a person undid; without what
 * programs quarrel over; without that of which the past isn't known; without what would be added to an issue from
 * before Remit; and without labels that aren't there. For what Remit wants by itself: what a person
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

type Naming = Extract<Effect, { do: 'label' | 'assign' }>;

const isNaming = (effect: Effect): effect is Naming => effect.do === 'label' || effect.do === 'assign';

/** Each label and each assignee has a past of its own. */
function partsOf(effect: Effect): Effect[] {
  if (!isNaming(effect)) return [effect];
  return [
    ...effect.add.map((name) => ({ ...effect, add: [name], remove: [] })),
    ...effect.remove.map((name) => ({ ...effect, add: [], remove: [name] })),
  ];
}

function joined(parts: Effect[]): Effect[] {
  const [first] = parts;
  if (first === undefined || !isNaming(first)) return parts;
  const named = parts.filter(isNaming);
  return [{ ...first, add: named.flatMap(({ add }) => add), remove: named.flatMap(({ remove }) => remove) }];
}

function objectionTo(effect: Effect, issue: IssueFacts, moment: Moment): Objection | null {
  const { now, addsNothing, missingLabels = [] } = moment;
  if (addsNothing && isAdding(effect)) return { because: 'the issue is older than Remit here', until: null };
  const missing = effect.do === 'label' && effect.add.find((name) => isAmong(missingLabels, name));
  if (missing) return { because: `the repository has no label ${quote(missing)}`, until: null };
  switch (effect.do) {
    case 'label':
    case 'assign':
      return objectionToName(effect, issue, now);
    case 'milestone':
    case 'parent':
      return objectionBy(pastOf(effect.do, issue, { ownUndoing: true }), now, {
        thing: `the ${effect.do}`,
        isAgainst: () => true,
      });
    default:
      return null;
  }
}

function isAdding(effect: Effect): boolean {
  if (isNaming(effect)) return effect.add.length > 0;
  return (effect.do === 'milestone' && effect.title !== null) || (effect.do === 'parent' && effect.issue !== null);
}

/** A person's priority may make way for the one that a person added later, and for nothing else. */
function objectionToName(effect: Naming, issue: IssueFacts, now: string): Objection | null {
  const [added] = effect.add;
  const name = added ?? effect.remove[0]!;
  const { own = false, instead = null } = effect.do === 'label' ? effect : {};
  const thing = effect.do === 'label' ? { label: name } : { assign: name };
  return objectionBy(pastOf(thing, issue, { ownUndoing: added !== undefined && !own }), now, {
    thing: quote(name),
    isAgainst(wish) {
      if (added !== undefined) return isUndoing(wish.change);
      return !isUndoing(wish.change) && !(instead !== null && isLater({ label: instead }, wish, issue));
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
  assigned: 'assigned',
  unassigned: 'unassigned',
  parented: 'set',
  unparented: 'cleared',
};

const sayWish = ({ change: { what, by } }: Wish, thing: string): string => `${by.login} ${verbs[what]} ${thing}`;
