import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Charter } from '../../src/model/charter.ts';
import type { Policy } from '../../src/model/policy.ts';
import { groupLabel } from '../../src/text/group-label.ts';
import { ownershipOf } from '../../src/triage/owners.ts';
import { aCharter, aGroup, aPolicy } from '../builders.ts';

const charter = aCharter({
  groups: [
    aGroup('Networking', { areas: ['Control Plane', 'Gateways'] }),
    aGroup('Test & Release', { areas: ['Control Plane'] }),
    aGroup('Config', { retired: true }),
  ],
});

const naming = (parts: Partial<Policy['charter']> = {}) => aPolicy({ charter: parts }).charter;
const ownersOf = (labels: string[], parts?: Partial<Policy['charter']>, of: Charter = charter) =>
  ownershipOf(labels, of, naming(parts)).owners.map(({ name }) => name);

describe('a label names a group', () => {
  it.each([
    ['area/networking', 'Networking'],
    ['AREA/Networking', 'Networking'],
    ['area/test-and-release', 'Test & Release'],
    ['area/Test & Release', 'Test & Release'],
    ['area/test_and_release', 'Test & Release'],
  ])('by the pattern area/{group}: %s', (label, group) => {
    expect(ownersOf([label])).toEqual([group]);
  });

  it('by any of several patterns', () => {
    expect(ownersOf(['wg/networking'], { label: ['area/{group}', 'wg/{group}'] })).toEqual(['Networking']);
  });

  it('by its name alone, where the pattern is {name}', () => {
    expect(ownersOf(['Test & Release', 'bug'], { label: ['{name}'] })).toEqual(['Test & Release']);
  });

  it('by an alias for the group’s part of the label', () => {
    expect(ownersOf(['area/net'], { aliases: { net: 'Networking' } })).toEqual(['Networking']);
  });

  it('by an alias that is a whole label', () => {
    expect(ownersOf(['Team: Wires'], { aliases: { 'team: wires': 'Networking' } })).toEqual(['Networking']);
  });

  it('by an alias of one of its areas', () => {
    const { readings } = ownershipOf(['mesh'], charter, naming({ aliases: { mesh: 'Networking - Gateways' } }));
    expect(readings).toMatchObject([{ label: 'mesh', group: { name: 'Networking' }, area: 'Gateways' }]);
  });
});

describe('the label of an area', () => {
  it.each(['area/gateways', 'area/networking-gateways', 'area/networking/gateways', 'area/Networking - Gateways'])(
    'names its group too: %s',
    (label) => {
      const { owners, readings } = ownershipOf([label], charter, naming());
      expect(owners.map(({ name }) => name)).toEqual(['Networking']);
      expect(readings[0]?.area).toBe('Gateways');
    },
  );

  it('names no group where two groups have such an area', () => {
    const { owners, strays } = ownershipOf(['area/control-plane'], charter, naming());
    expect(owners).toEqual([]);
    expect(strays.map(({ label }) => label)).toEqual(['area/control-plane']);
  });

  it('gives way to a group of the same name', () => {
    const both = aCharter({ groups: [aGroup('Networking', { areas: ['Docs'] }), aGroup('Docs')] });
    expect(ownersOf(['area/docs'], {}, both)).toEqual(['Docs']);
  });
});

describe('an issue’s owners', () => {
  it('are listed once each, in the charter’s order', () => {
    const labels = ['area/test-and-release', 'area/gateways', 'area/networking'];
    expect(ownersOf(labels)).toEqual(['Networking', 'Test & Release']);
  });

  it('are never retired groups', () => {
    const { owners, retired } = ownershipOf(['area/config'], charter, naming());
    expect(owners).toEqual([]);
    expect(retired).toMatchObject([{ label: 'area/config', group: { name: 'Config' } }]);
  });

  it('are the active one of two groups of the same name', () => {
    const both = aCharter({ groups: [aGroup('Config', { retired: true }), aGroup('Config')] });
    expect(ownershipOf(['area/config'], both, naming()).owners).toEqual([both.groups[1]]);
  });
});

describe('a stray label', () => {
  it('is shaped like a group’s label and comes with the nearest that is one', () => {
    const { strays } = ownershipOf(['area/netwroking'], charter, naming());
    expect(strays).toEqual([{ label: 'area/netwroking', nearest: expect.arrayContaining(['area/networking']) }]);
  });

  it('is an alias whose group is gone', () => {
    const { strays } = ownershipOf(['mesh'], charter, naming({ aliases: { mesh: 'Wires' } }));
    expect(strays.map(({ label }) => label)).toEqual(['mesh']);
  });

  it('does not exist where every label has the pattern’s shape', () => {
    expect(ownershipOf(['bug'], charter, naming({ label: ['{name}'] })).strays).toEqual([]);
  });
});

describe('a group’s label', () => {
  it.each([
    ['wg/{group}', 'wg/test-and-release'],
    ['{name}', 'Test & Release'],
  ])('is made by the pattern %s', (pattern, label) => {
    expect(groupLabel(pattern, 'Test & Release')).toBe(label);
  });

  it('leads back to the group, whatever its name is', () => {
    const word = fc.stringMatching(/^[A-Za-zÀ-ž][A-Za-zÀ-ž0-9]{0,8}$/);
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(name, fc.constantFrom('area/{group}', 'wg: {name}', '{group}-team'), (text, pattern) => {
        const only = aCharter({ groups: [aGroup(text)] });
        const label = groupLabel(pattern, text);
        expect(ownersOf([label], { label: [pattern] }, only)).toEqual([text]);
      }),
    );
  });

  it('moves with the group’s name: after a renaming the new label leads there and the old one is a stray', () => {
    const renamed = aCharter({ groups: [aGroup('Wires'), aGroup('Docs')] });
    expect(ownersOf(['area/wires'], {}, renamed)).toEqual(['Wires']);
    expect(ownershipOf(['area/networking'], renamed, naming()).strays).toHaveLength(1);
    expect(ownersOf(['area/networking'], { aliases: { networking: 'Wires' } }, renamed)).toEqual(['Wires']);
  });
});
