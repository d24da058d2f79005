import { describe, expect, it } from '@jest/globals';
import { known, unknown } from '../../src/model/known.ts';
import type { Effect } from '../../src/model/plan.ts';
import { heedPeople } from '../../src/triage/people-first.ts';
import { anIssue } from '../builders.ts';
import { happened, person, program, remit } from './history.ts';

const now = '2026-06-01T00:00:00.000Z';

const add = (...names: string[]): Effect => ({ do: 'label', add: names, remove: [], because: 'a rule says so' });
const remove = (...names: string[]): Effect => ({ do: 'label', add: [], remove: names, because: 'a rule says so' });
const milestone = (title: string | null): Effect => ({ do: 'milestone', title, because: 'a rule says so' });

/** What becomes of an effect after these changes, the last of them just now. */
const heed = (effect: Effect, told: Parameters<typeof happened>[0], parts: Parameters<typeof anIssue>[0] = {}) =>
  heedPeople([effect], anIssue({ history: known(happened(told, { end: now })), ...parts }), {
    now,
    addsNothing: false,
  });

const reasons = (...args: Parameters<typeof heed>) => heed(...args).withheld.map(({ because }) => because);

describe('what a person undid', () => {
  it('is not done again: a label that was taken off stays off', () => {
    expect(
      heed(add('x'), [
        [program, '+x'],
        [person, '-x'],
      ]),
    ).toEqual({
      effects: [],
      withheld: [{ effect: add('x'), because: 'octo-lead-1 took off “x”' }],
      again: null,
    });
  });

  it('stays undone whatever programs did since, and in whatever case the label is written', () => {
    expect(
      heed(add('x'), [
        [person, '-X'],
        [program, '+x'],
        [program, '-x'],
      ]).effects,
    ).toEqual([]);
  });

  it('is done again when a person did it themselves since', () => {
    expect(
      heed(add('x'), [
        [person, '-x'],
        [person, '+x'],
        [program, '-x'],
      ]).effects,
    ).toEqual([add('x')]);
  });

  it('is what Remit took off at a person’s command, too', () => {
    expect(
      reasons(add('x'), [
        [remit, '+x'],
        [remit, '-x'],
      ]),
    ).toEqual(['remit[bot] took off “x”']);
    expect(
      reasons(milestone('1.4'), [
        [remit, 'in 1.4'],
        [remit, 'out of 1.4'],
      ]),
    ).toHaveLength(1);
  });

  it('is not what Remit did to a label of its own', () => {
    const own: Effect = { ...add('needs-owner'), own: true } as Effect;
    expect(
      heed(own, [
        [remit, '+needs-owner'],
        [remit, '-needs-owner'],
      ]).effects,
    ).toEqual([own]);
    expect(
      heed(own, [
        [remit, '+needs-owner'],
        [person, '-needs-owner'],
      ]).effects,
    ).toEqual([]);
  });

  it('does not hold back what stands beside it', () => {
    expect(heed(add('x', 'y'), [[person, '-x']]).effects).toEqual([add('y')]);
  });
});

describe('what a person did', () => {
  it('is not undone: a label that was added stays', () => {
    expect(reasons(remove('x'), [[person, '+x']])).toEqual(['octo-lead-1 added “x”']);
  });

  it('gives way to what a person did later, where only one can stand', () => {
    const instead: Effect = { ...remove('P1'), instead: 'P0' } as Effect;
    expect(
      heed(instead, [
        [person, '+P1'],
        [person, '+P0'],
      ]).effects,
    ).toEqual([instead]);
    expect(
      heed(instead, [
        [person, '+P0'],
        [person, '+P1'],
      ]).effects,
    ).toEqual([]);
    expect(
      heed(instead, [
        [person, '+P1'],
        [program, '+P0'],
      ]).effects,
    ).toEqual([]);
    expect(
      heed(instead, [
        [person, '+P1'],
        [person, '+P0'],
        [person, '-P0'],
      ]).effects,
    ).toEqual([]);
  });

  it('includes the milestone, set or cleared', () => {
    expect(reasons(milestone('1.5'), [[person, 'in 1.4']])).toEqual(['octo-lead-1 set the milestone']);
    expect(
      reasons(milestone('1.4'), [
        [person, 'in 1.4'],
        [person, 'out of 1.4'],
      ]),
    ).toEqual(['octo-lead-1 cleared the milestone']);
    expect(heed(milestone('1.4'), [[program, 'in 1.3']]).effects).toHaveLength(1);
  });

  it('includes who is assigned, and who is not any more', () => {
    const assign = (add: string[], remove: string[] = []): Effect => ({ do: 'assign', add, remove, because: '' });
    const lead = assign(['octo-lead-2']);
    expect(reasons(lead, [[person, '-@Octo-Lead-2']])).toEqual(['octo-lead-1 unassigned “octo-lead-2”']);
    expect(
      reasons(lead, [
        [remit, '+@octo-lead-2'],
        [remit, '-@octo-lead-2'],
      ]),
    ).toHaveLength(1);
    expect(heed(lead, [[person, '-@octo-lead-3']]).effects).toEqual([lead]);
    expect(reasons(assign([], ['octo-lead-2']), [[person, '+@octo-lead-2']])).toEqual([
      'octo-lead-1 assigned “octo-lead-2”',
    ]);
  });

  it('includes the parent, set or cleared', () => {
    const parent: Effect = { do: 'parent', issue: null, because: '' };
    expect(reasons(parent, [[person, 'below']])).toEqual(['octo-lead-1 set the parent']);
    expect(reasons(parent, [[person, 'from below']])).toEqual(['octo-lead-1 cleared the parent']);
    expect(heed(parent, [[program, 'below']]).effects).toEqual([parent]);
  });

  it('is none of a checklist’s business', () => {
    const checklist: Effect = { do: 'checklist', body: null, because: '' };
    expect(heed(checklist, [[person, 'deleted']]).effects).toEqual([checklist]);
  });
});

describe('what isn’t known of the past', () => {
  it('is decided against nobody', () => {
    const history = unknown('GitHub hides the timeline');
    expect(reasons(add('x'), [], { history })).toEqual([
      'what people did to “x” is not known: GitHub hides the timeline',
    ]);
    expect(heed(remove('x'), [], { historyIsWhole: false }).effects).toEqual([]);
  });

  it('does not matter where the newest changes tell enough', () => {
    expect(
      heed(
        remove('x'),
        [
          [person, '-x'],
          [program, '+x'],
        ],
        { historyIsWhole: false },
      ).effects,
    ).toHaveLength(1);
  });
});

describe('programs that quarrel', () => {
  it('are left to it after three changes of a label within a day', () => {
    expect(
      heed(add('x'), [
        [program, '-x'],
        [program, '+x'],
      ]).effects,
    ).toHaveLength(1);
    expect(
      heed(add('x'), [
        [program, '-x'],
        [program, '+x'],
        [program, '-x'],
      ]),
    ).toMatchObject({
      effects: [],
      withheld: [{ because: 'programs changed “x” three times within a day' }],
      again: null,
    });
  });

  it('quarrel over one label at a time', () => {
    const told: Parameters<typeof happened>[0] = [
      [program, '-x'],
      [program, '+x'],
      [program, '-x'],
    ];
    expect(heed(add('x', 'y'), told).effects).toEqual([add('y')]);
  });

  it('are over it a day later', () => {
    const history = known(
      happened([
        [program, '-x'],
        [program, '+x'],
        [program, '-x'],
      ]),
    );
    expect(
      heedPeople([add('x')], anIssue({ history }), { now: '2026-05-02T00:00:00.000Z', addsNothing: false }).effects,
    ).toHaveLength(1);
  });

  it('are looked at again when nobody but Remit took part, since nobody would answer', () => {
    const own: Effect = { ...add('x'), own: true } as Effect;
    const { effects, again } = heed(own, [
      [remit, '-x'],
      [remit, '+x'],
      [remit, '-x'],
    ]);
    expect(effects).toEqual([]);
    expect(again).toBe('2026-06-01T23:58:00.000Z');
    expect(
      heed(own, [
        [remit, '-x'],
        [program, '+x'],
        [remit, '-x'],
      ]).again,
    ).toBeNull();
  });
});
