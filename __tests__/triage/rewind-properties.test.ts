import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Change, IssueFacts } from '../../src/model/facts.ts';
import { known, unknown } from '../../src/model/known.ts';
import type { Verdict } from '../../src/model/plan.ts';
import { sameOnGitHub } from '../../src/text/github-names.ts';
import { afterEffects } from '../../src/triage/after-effects.ts';
import { decide } from '../../src/triage/decide.ts';
import type { Situation } from '../../src/triage/situation.ts';
import { aCharter, aGroup, anIssue, aPolicy } from '../builders.ts';
import { person, program, remit } from './history.ts';

const begin = Date.parse('2026-01-01T00:00:00.000Z');
const hour = 3_600_000;
const label = fc.constantFrom('area/networking', 'AREA/networking', 'P0', 'P1', 'bug');
const milestone = fc.constantFrom('1.4', 'Nebulous Future');
const actor = { by: fc.constantFrom(person, program), at: fc.constant('') };

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ what: fc.constantFrom('labeled' as const, 'unlabeled' as const), label, ...actor }),
  fc.record({ what: fc.constantFrom('milestoned' as const, 'demilestoned' as const), milestone, ...actor }),
  fc.record({ what: fc.constant('assigned' as const), assignee: fc.constant('octo-lead-1'), ...actor }),
  fc.record({ ...actor, what: fc.constant('own comment deleted' as const), by: fc.constantFrom(person, remit) }),
);

/** Some hours between two changes. */
const history = fc.array(fc.tuple(change, fc.integer({ min: 0, max: 30 })), { maxLength: 12 }).map((steps) => {
  let time = begin;
  return steps.map(([each, hours]): Change => {
    time += hours * hour;
    return { ...each, at: new Date(time).toISOString() };
  });
});

const issue: fc.Arbitrary<IssueFacts> = fc
  .record({
    labels: fc.uniqueArray(label),
    milestone: fc.option(milestone),
    history: fc.oneof({ weight: 9, arbitrary: history.map(known) }, fc.constant(unknown('the timeline was cut off'))),
    historyIsWhole: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
    createdAt: fc.constant(new Date(begin).toISOString()),
  })
  .map((parts) => anIssue(parts));

const groups = [aGroup('Networking'), aGroup('Docs'), aGroup('Config', { retired: true })];
/** Most often about when the patience with something ends. */
const situation: fc.Arbitrary<Situation> = fc
  .record({
    issue,
    charter: fc.constantFrom(known(aCharter({ groups })), known(aCharter({ groups })), unknown('it is not there')),
    patience: fc.constantFrom(0, 86_400, 864_000),
    times: fc.constantFrom(0, 1, 7, 30),
    late: fc.integer({ min: -40, max: 10 }),
  })
  .map(({ issue, charter, patience, times, late }) => {
    const last = issue.history.known ? issue.history.value.at(-1)?.at : undefined;
    const since = Date.parse(last ?? issue.createdAt);
    const now = new Date(Math.max(since, since + patience * times * 1000 + late * hour)).toISOString();
    return { issue, charter, policy: aPolicy({ triage: { patience } }), now, links: {}, installedAt: '2020-01-01' };
  });

const isOpen = ({ status }: Verdict) => status === 'missing' || status === 'conflict';

/** The issue before each of its changes, newest first. */
function statesOf(now: IssueFacts, changes: Change[]): IssueFacts[] {
  let state = now;
  return changes.toReversed().map((each) => {
    if (each.what === 'milestoned') state = { ...state, milestone: null };
    if (each.what === 'demilestoned') state = { ...state, milestone: { ...milestoneFact, title: each.milestone } };
    if ('label' in each) {
      const others = state.labels.filter(({ name }) => !sameOnGitHub(name, each.label));
      const had = each.what === 'unlabeled' ? [{ id: '', name: each.label }] : [];
      state = { ...state, labels: [...others, ...had] };
    }
    return state;
  });
}

const milestoneFact = { id: '', number: 0, state: 'open' as const };

/** The decision as the documents have it: all of the past is judged by all that is required. */
function plainly(given: Situation): 'nothing' | 'spoken' | 'withheld' | { again: string } {
  const { now, policy } = given;
  const verdictsOn = (state: IssueFacts) => decide({ ...given, issue: state }).verdicts;
  const changed = decide(given).effects.filter((effect) => effect.do === 'label');
  const open = verdictsOn(afterEffects(given.issue, changed)).filter(isOpen);
  if (open.length === 0) return 'nothing';
  const { createdAt, historyIsWhole } = given.issue;
  const changes = given.issue.history.known ? given.issue.history.value : [];
  const ids = open.map(({ requirement }) => requirement);
  const past = statesOf(given.issue, changes).map((state) => {
    const missing = verdictsOn(state).filter((verdict) => isOpen(verdict) || verdict.status === 'unknown');
    return ids.filter((id) => missing.some(({ requirement }) => requirement === id));
  });
  const deletion = changes.findLastIndex(({ what, by }) => what === 'own comment deleted' && by !== remit);
  const since = past.slice(0, changes.length - 1 - deletion);
  const isDismissed = deletion < 0 ? !historyIsWhole : since.every((missing) => missing.length === ids.length);
  const isOfPeople = ({ by }: Change) => by !== program;
  const brokenBy = ids.map((id) => {
    const broken = past.findIndex((missing) => !missing.includes(id));
    return broken < 0 ? -1 : changes.length - 1 - broken;
  });
  const first = changes[Math.min(...brokenBy)];
  const after = (moment: string, times: number) => Date.parse(moment) + policy.triage.patience * times * 1000;
  const hadOne = changes.some(
    ({ what, at }) => what === 'own comment deleted' && Date.parse(at) >= after(createdAt, 1),
  );
  const times = hadOne ? 30 : first && isOfPeople(first) ? 7 : 1;
  const last = changes.findLast(isOfPeople);
  const ends = [after(first?.at ?? createdAt, times), ...(last ? [after(last.at, 1)] : [])];
  const end = ends.find((each) => each > Date.parse(now));
  if (!given.issue.history.known) {
    const opened = Date.parse(createdAt) + policy.triage.patience * 1000;
    return opened > Date.parse(now) ? { again: new Date(opened).toISOString() } : 'withheld';
  }
  if (isDismissed) return 'withheld';
  return policy.triage.patience === 0 || end === undefined ? 'spoken' : { again: new Date(end).toISOString() };
}

function decided(given: Situation): ReturnType<typeof plainly> {
  const { effects, withheld, again } = decide(given);
  if (effects.some((effect) => effect.do === 'checklist')) return 'spoken';
  if (withheld.some(({ effect }) => effect.do === 'checklist')) return 'withheld';
  return again === null ? 'nothing' : { again };
}

describe('what was in order when, looked up no further than it takes', () => {
  it('leads to the same as judging all of the past by all that is required', () => {
    fc.assert(
      fc.property(situation, (given) => expect(decided(given)).toEqual(plainly(given))),
      { numRuns: 2000 },
    );
  });

  it('is looked up in all kinds of pasts here', () => {
    const outcomes = fc.sample(situation, { numRuns: 300, seed: 1 }).map(decided);
    const kinds = outcomes.map((outcome) => (typeof outcome === 'string' ? outcome : 'waits'));
    expect([...new Set(kinds)].sort()).toEqual(['nothing', 'spoken', 'waits', 'withheld']);
  });
});
