import { describe, expect, it } from '@jest/globals';
import type { CharterChange } from '../../src/governance/charter-changes.ts';
import { labelRenames } from '../../src/governance/label-renames.ts';
import type { Group } from '../../src/model/charter.ts';
import { aCharter, aGroup, aPolicy } from '../builders.ts';

const { charter: naming } = aPolicy();
const governed = (groups: Group[]) => ({ charter: aCharter({ groups }), naming });

/** What becomes of the labels when the groups change, a line each. */
function told(change: CharterChange, labels: string[], groups: { before: Group[]; after: Group[] }): string[] {
  const versions = { before: governed(groups.before), after: governed(groups.after) };
  const { possible, taken } = labelRenames([change], { labels, ...versions });
  return [
    ...possible.map(({ from, to }) => `${from} → ${to}`),
    ...taken.map(({ from, to }) => `${from} → ${to} (taken)`),
  ];
}

const config = aGroup('Config', { areas: ['Profiles', 'Defaults'] });
const settings = aGroup('Settings', { areas: ['profiles'] });
const renamed = { what: 'renamed', from: config, to: settings, because: 'the same links' } as const;
const change = { before: [config], after: [settings] };

describe('labels that get another name', () => {
  it('are those of a group with a new name and of the areas that it kept', () => {
    const labels = ['Area/Config', 'area/config-profiles', 'area/config-defaults', 'bug'];
    expect(told(renamed, labels, change)).toEqual([
      'Area/Config → area/settings',
      'area/config-profiles → area/settings-profiles',
    ]);
  });

  it('are not those that name an area without its group', () => {
    expect(told(renamed, ['area/profiles'], change)).toEqual([]);
  });

  it('are not those that are another group’s own, before or after', () => {
    const other = (name: string) => aGroup(name);
    const labels = ['area/config-profiles'];
    expect(told(renamed, labels, { ...change, before: [config, other('Config Profiles')] })).toEqual([]);
    expect(told(renamed, labels, { ...change, after: [settings, other('Settings Profiles')] })).toEqual([]);
  });

  it('can’t have a name that another label has', () => {
    const labels = ['area/config-profiles', 'area/settings-profiles'];
    expect(told(renamed, labels, change)).toEqual(['area/config-profiles → area/settings-profiles (taken)']);
  });

  it('are those of an area that is another group’s now', () => {
    const [from, to] = [aGroup('Docs', { areas: ['Glossary'] }), aGroup('Web', { areas: ['Glossary'] })];
    const moved = { what: 'area-moved', area: 'Glossary', from, to } as const;
    const groups = { before: [from, aGroup('Web')], after: [aGroup('Docs'), to] };
    expect(told(moved, ['area/docs', 'area/docs-glossary'], groups)).toEqual([
      'area/docs-glossary → area/web-glossary',
    ]);
  });

  it('are none where an area came or went', () => {
    const came = { what: 'area-added', group: config, area: 'Profiles' } as const;
    expect(told(came, ['area/config', 'area/config-profiles'], { before: [config], after: [config] })).toEqual([]);
  });
});
