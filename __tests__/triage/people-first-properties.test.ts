import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Actor, Change, IssueFacts } from '../../src/model/facts.ts';
import { known, unknown } from '../../src/model/known.ts';
import type { Effect } from '../../src/model/plan.ts';
import { heedPeople } from '../../src/triage/people-first.ts';
import { anIssue } from '../builders.ts';
import { person, program, remit } from './history.ts';

const now = '2026-06-01T00:00:00.000Z';
const labels = ['x', 'y', 'z'];
const name = fc.constantFrom(...labels);
const names = fc.uniqueArray(name);

const change: fc.Arbitrary<Change> = fc.record({
  what: fc.constantFrom('labeled' as const, 'unlabeled' as const),
  label: fc.oneof(
    name,
    name.map((text) => text.toUpperCase()),
  ),
  by: fc.constantFrom(person, program, remit, { login: 'ghost', kind: 'nobody' } as Actor),
  at: fc
    .date({ min: new Date('2026-05-25'), max: new Date(now), noInvalidDate: true })
    .map((date) => date.toISOString()),
});

const history = fc.array(change, { maxLength: 30 }).map((changes) => changes.sort((a, b) => (a.at < b.at ? -1 : 1)));

const issue: fc.Arbitrary<IssueFacts> = fc
  .record({
    labels: names,
    history: fc.oneof({ weight: 9, arbitrary: history.map(known) }, fc.constant(unknown('it is hidden'))),
    historyIsWhole: fc.boolean(),
  })
  .map((parts) => anIssue(parts));

const effect: fc.Arbitrary<Effect> = fc
  .record({ add: names, remove: names, instead: fc.option(name, { nil: undefined }), own: fc.boolean() })
  .map(({ add, remove, instead, own }) => ({
    do: 'label',
    add,
    remove,
    because: '',
    ...(instead === undefined ? {} : { instead }),
    ...(own ? { own: true } : {}),
  }));

/** The last change of the label by a person, also one whose account is gone, and its place in the history. */
function lastByPerson(label: string, { history }: IssueFacts): { what: string; index: number } {
  const changes = history.known ? history.value : [];
  const index = changes.findLastIndex(
    (each) => 'label' in each && each.label.toLowerCase() === label && each.by.kind !== 'program',
  );
  return { what: changes[index]?.what ?? 'nothing', index };
}

const labelEffects = (effects: Effect[]) => effects.filter((each) => each.do === 'label');

describe('whatever happened before', () => {
  it('nothing is taken off that a person added last, unless for what a person added later', () => {
    fc.assert(
      fc.property(issue, fc.array(effect), (facts, effects) => {
        for (const { remove, instead } of labelEffects(
          heedPeople(effects, facts, { now, addsNothing: false }).effects,
        )) {
          for (const label of remove) {
            const last = lastByPerson(label, facts);
            const other = lastByPerson(instead ?? '', facts);
            if (last.what === 'labeled') expect(other).toMatchObject({ what: 'labeled' });
            if (last.what === 'labeled') expect(other.index).toBeGreaterThan(last.index);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('nothing is added that a person took off last', () => {
    fc.assert(
      fc.property(issue, fc.array(effect), (facts, effects) => {
        for (const { add } of labelEffects(heedPeople(effects, facts, { now, addsNothing: false }).effects))
          for (const label of add) expect(lastByPerson(label, facts).what).not.toBe('unlabeled');
      }),
      { numRuns: 500 },
    );
  });

  it('each label of an effect is either done or told as not done', () => {
    const wishes = (effects: Effect[]) =>
      labelEffects(effects)
        .flatMap(({ add, remove }) => [...add.map((label) => `+${label}`), ...remove.map((label) => `-${label}`)])
        .sort();
    fc.assert(
      fc.property(issue, fc.array(effect), (facts, effects) => {
        const heeded = heedPeople(effects, facts, { now, addsNothing: false });
        const told = [...heeded.effects, ...heeded.withheld.map((each) => each.effect)];
        expect(wishes(told)).toEqual(wishes(effects));
      }),
    );
  });

  it('nothing changes what is a second look', () => {
    fc.assert(
      fc.property(issue, fc.array(effect), (facts, effects) => {
        const first = heedPeople(effects, facts, { now, addsNothing: false });
        expect(heedPeople(first.effects, facts, { now, addsNothing: false }).effects).toEqual(first.effects);
      }),
    );
  });
});

describe('two bots that answer every change with the opposite, and Remit between them', () => {
  /** Who acts in turn: a bot that wants the label on, one that wants it off, Remit that wants the one or the other. */
  const turns = fc.array(fc.constantFrom('on', 'off', 'remit'), { minLength: 10, maxLength: 200 });

  it.each([true, false])('are left alone within a day after three changes (Remit wants it: %s)', (wanted) => {
    fc.assert(
      fc.property(turns, (order) => {
        let isOn = false;
        const changes: Change[] = [];
        let ours = 0;
        for (const [minute, who] of order.entries()) {
          const at = new Date(Date.parse(now) + minute * 60_000).toISOString();
          const target = who === 'remit' ? wanted : who === 'on';
          if (target === isOn) continue;
          if (who === 'remit') {
            const asked: Effect = {
              do: 'label',
              add: wanted ? ['x'] : [],
              remove: wanted ? [] : ['x'],
              because: '',
              own: true,
            };
            if (
              heedPeople([asked], anIssue({ history: known(changes) }), { now: at, addsNothing: false }).effects
                .length === 0
            )
              continue;
            ours += 1;
          }
          isOn = target;
          const what = isOn ? 'labeled' : 'unlabeled';
          changes.push({ what, label: 'x', by: who === 'remit' ? remit : program, at });
        }
        expect(ours).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('come to rest when they act on Remit’s changes alone', () => {
    const changes: Change[] = [];
    let isOn = false;
    let steps = 0;
    for (let before = -1; before !== changes.length && steps < 100; steps++) {
      before = changes.length;
      const at = new Date(Date.parse(now) + steps * 60_000).toISOString();
      const asked: Effect = { do: 'label', add: ['x'], remove: [], because: '', own: true };
      if (
        !isOn &&
        heedPeople([asked], anIssue({ history: known(changes) }), { now: at, addsNothing: false }).effects.length > 0
      ) {
        changes.push({ what: 'labeled', label: 'x', by: remit, at });
        isOn = true;
      }
      if (isOn) changes.push({ what: 'unlabeled', label: 'x', by: program, at });
      isOn = false;
    }
    expect(steps).toBeLessThan(5);
    expect(changes.length).toBeLessThanOrEqual(4);
  });
});
