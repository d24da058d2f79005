import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Charter } from '../../src/model/charter.ts';
import type { Governance } from '../../src/model/governance.ts';
import type { Policy } from '../../src/model/policy.ts';
import { type Ground, impactOf } from '../../src/triage/impact.ts';
import { aCharter, aGroup, aPolicy } from '../builders.ts';

const naming = aPolicy().charter;
const governed = (charter: Charter, more: Partial<Policy['charter']> = {}): Governance => ({
  charter,
  naming: { ...naming, ...more },
});
const groups = (...names: string[]) => governed(aCharter({ groups: names.map((name) => aGroup(name)) }));

interface Change {
  before: Governance;
  after: Governance;
  continued?: Record<string, string>;
}

const impact = ({ continued = {}, ...change }: Change, labels: string[][], ground: Partial<Ground> = {}) =>
  impactOf(
    { ...change, continued: new Map(Object.entries(continued)) },
    {
      issues: labels.map((each, index) => ({ number: index + 1, labels: each })),
      labels: [...new Set(labels.flat())],
      renames: [],
      joins: [],
      ...ground,
    },
  );

describe('what a governance change does to open issues', () => {
  it('is nothing where nothing changed', () => {
    const same = groups('Docs', 'Config');
    expect(impact({ before: same, after: same }, [['area/docs'], ['area/config'], ['bug']])).toEqual({
      issues: 3,
      moves: [],
      queues: [],
      labels: { renamed: [], missing: [], stray: [] },
    });
  });

  it('is that issues of a group that went have no owner', () => {
    const change = { before: groups('Docs', 'Config'), after: groups('Docs') };
    const { moves, labels } = impact(change, [['area/config'], ['area/docs'], ['area/config', 'area/docs']]);
    expect(moves).toEqual([
      { from: ['Config'], to: [], issues: [1] },
      { from: ['Config', 'Docs'], to: ['Docs'], issues: [3] },
    ]);
    expect(labels.stray).toEqual([{ label: 'area/config', issues: 2 }]);
  });

  it('is that issues of a group that was joined with another move there, by an alias', () => {
    const before = groups('Docs', 'Config');
    const after = governed(aCharter({ groups: [aGroup('Docs')] }), { aliases: { config: 'Docs' } });
    expect(impact({ before, after }, [['area/config']]).moves).toEqual([
      { from: ['Config'], to: ['Docs'], issues: [1] },
    ]);
  });

  it('is a renamed label, and no move, for a group with a new name', () => {
    const change = { before: groups('Config'), after: groups('Settings'), continued: { config: 'settings' } };
    const renames = [{ from: 'area/config', to: 'area/settings' }];
    const { moves, queues, labels } = impact(change, [['Area/Config']], { renames });
    expect({ moves, queues, labels }).toEqual({
      moves: [],
      queues: [],
      labels: { renamed: renames, missing: [], stray: [] },
    });
  });

  it('is a loss of issues where the label of a group with a new name can’t be renamed', () => {
    const change = { before: groups('Config'), after: groups('Settings'), continued: { config: 'settings' } };
    expect(impact(change, [['area/config']]).moves).toEqual([{ from: ['Config'], to: [], issues: [1] }]);
  });

  it('is another label beside the old one, and no move, where there is a label with the new name', () => {
    const change = { before: groups('Config'), after: groups('Settings'), continued: { config: 'settings' } };
    const joins = [{ from: 'area/config', to: 'area/settings' }];
    const { moves, labels } = impact(change, [['Area/Config'], ['area/settings'], ['bug']], { joins });
    expect(moves).toEqual([{ from: [], to: ['Settings'], issues: [2] }]);
    expect(labels.stray).toEqual([{ label: 'Area/Config', issues: 1 }]);
  });

  it('is a label to be made for a new group', () => {
    const change = { before: groups('Docs'), after: groups('Docs', 'Security') };
    expect(impact(change, [['area/docs']]).labels.missing).toEqual([{ group: 'Security', label: 'area/security' }]);
  });

  it('is no label to be made for a group that another label of the repository names', () => {
    const aliases = (group: string) => ({ aliases: { ux: group } });
    const before = governed(aCharter({ groups: [aGroup('User Experience')] }), aliases('User Experience'));
    const after = governed(aCharter({ groups: [aGroup('Design')] }), aliases('Design'));
    const continued = { 'user-experience': 'design' };
    const { moves, labels } = impact({ before, after, continued }, [['area/ux'], []]);
    expect([moves, labels.missing]).toEqual([[], []]);
  });

  it('is an owner for issues that had none', () => {
    const change = { before: groups('Docs'), after: groups('Docs', 'Security') };
    expect(impact(change, [['area/security']]).moves).toEqual([{ from: [], to: ['Security'], issues: [1] }]);
  });

  it('is the end of a queue for a retired group, and of its leads’ part in it', () => {
    const before = groups('Docs');
    const after = governed({ ...before.charter, groups: [aGroup('Docs', { retired: true })] });
    const { moves, queues } = impact({ before, after }, [['area/docs'], ['area/docs']]);
    expect(moves).toEqual([{ from: ['Docs'], to: [], issues: [1, 2] }]);
    expect(queues).toEqual([{ handle: 'octo-lead-1', gains: 0, loses: 2 }]);
  });

  it('is a queue for a lead who came', () => {
    const before = governed(aCharter({ groups: [aGroup('Docs')], leads: [] }));
    expect(impact({ before, after: groups('Docs') }, [['area/docs']]).queues).toEqual([
      { handle: 'octo-lead-1', gains: 1, loses: 0 },
    ]);
  });

  it('counts every issue once among those that move, and none that stays', () => {
    const names = fc.subarray(['Docs', 'Config', 'Security', 'Networking']);
    const label = fc.constantFrom('area/docs', 'area/config', 'area/security', 'area/networking', 'bug');
    fc.assert(
      fc.property(names, names, fc.array(fc.uniqueArray(label)), (then, now, labels) => {
        const { moves } = impact({ before: groups(...then), after: groups(...now) }, labels);
        const owned = (all: string[], present: string[]) =>
          all.filter((name) => present.includes(`area/${name.toLowerCase()}`)).sort();
        const expected = labels.flatMap((each, index) =>
          owned(then, each).join() === owned(now, each).join() ? [] : [index + 1],
        );
        expect(moves.flatMap(({ issues }) => issues).sort((a, b) => a - b)).toEqual(expected);
      }),
    );
  });
});
