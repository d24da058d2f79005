import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CharterChange, charterChanges } from '../../src/governance/charter-changes.ts';
import { readCharter, readDocument } from '../../src/governance/read.ts';
import type { Charter } from '../../src/model/charter.ts';

type Row = { forum?: string; retired?: boolean };

describe('what a change of the documents did', () => {
  it('is nothing where only the order changed', () => {
    const leads = { 'octo-lead-1': ['Docs'], 'octo-lead-2': ['Config', 'Networking - Control Plane'] };
    const before = aCharter({ groups: { Docs: {}, Config: {}, Networking: {} }, leads });
    const after = aCharter({ groups: { Networking: {}, Docs: {}, config: {} }, leads });
    expect(told(before, after)).toEqual([]);
  });

  it('is a group that came and one that went, where they have nothing in common', () => {
    const before = aCharter({ groups: { Docs: {}, Config: {} } });
    const after = aCharter({ groups: { Docs: {}, Security: {} } });
    expect(told(before, after)).toEqual(['removed Config', 'added Security']);
  });

  it('is a new name, where the group kept its links', () => {
    const before = aCharter({ groups: { Docs: {}, Config: { forum: 'https://forum.example.org/c/config' } } });
    const after = aCharter({
      groups: { Docs: {}, 'User Experience': { forum: 'https://forum.example.org/c/config' } },
    });
    expect(told(before, after)).toEqual(['renamed Config to User Experience: the same links']);
  });

  it('is a new name, where the group kept all of its several leads, who neither came nor went', () => {
    const groups = (name: string) => ({ Docs: {}, [name]: {} });
    const leads = (name: string) => ({ 'octo-lead-1': [name], 'octo-lead-2': [name], 'octo-lead-3': ['Docs'] });
    const before = aCharter({ groups: groups('Config'), leads: leads('Config') });
    const after = aCharter({ groups: groups('Settings'), leads: leads('Settings') });
    expect(told(before, after)).toEqual(['renamed Config to Settings: the same leads']);
  });

  it('is no new name where only a single lead is the same', () => {
    const before = aCharter({ groups: { Docs: {}, Config: {} }, leads: { 'octo-lead-1': ['Config'] } });
    const after = aCharter({ groups: { Docs: {}, Settings: {} }, leads: { 'octo-lead-1': ['Settings'] } });
    expect(told(before, after)).toEqual([
      'removed Config',
      'added Settings',
      'octo-lead-1 into Settings',
      'octo-lead-1 out of Config',
    ]);
  });

  it('is no new name where two groups could be the one that went', () => {
    const forum = 'https://forum.example.org/c/config';
    const leads = (...names: string[]) => ({ 'octo-lead-1': names, 'octo-lead-2': names });
    const before = aCharter({ groups: { Docs: {}, Config: { forum } }, leads: leads('Config') });
    const after = aCharter({ groups: { Docs: {}, Settings: {}, Options: {} }, leads: leads('Settings', 'Options') });
    expect(told(before, after).slice(0, 3)).toEqual(['removed Config', 'added Settings', 'added Options']);
  });

  it('is an area that came, one that went, and one that moved', () => {
    const groups = { Docs: {}, Networking: {} };
    const before = aCharter({ groups, leads: { 'octo-lead-1': ['Networking - Gateways', 'Networking - DNS'] } });
    const after = aCharter({ groups, leads: { 'octo-lead-1': ['Docs - DNS', 'Networking - Proxies'] } });
    expect(told(before, after)).toEqual([
      'area DNS from Networking to Docs',
      'area Proxies into Networking',
      'area Gateways out of Networking',
      'octo-lead-1 into Docs - DNS',
      'octo-lead-1 into Networking - Proxies',
      'octo-lead-1 out of Networking - Gateways',
      'octo-lead-1 out of Networking - DNS',
    ]);
  });

  it('is a lead who came and one who went, by account and not by spelling', () => {
    const groups = { Docs: {} };
    const before = aCharter({ groups, leads: { 'octo-lead-1': ['Docs'], 'octo-lead-2': ['Docs'] } });
    const after = aCharter({ groups, leads: { 'Octo-Lead-1': ['Docs'], 'octo-lead-3': ['Docs'] } });
    expect(told(before, after)).toEqual(['octo-lead-3 into Docs', 'octo-lead-2 out of Docs']);
  });

  it('is a group that was retired, and one that was revived', () => {
    const active = aCharter({ groups: { Docs: {}, Config: {} } });
    const retired = aCharter({ groups: { Docs: {}, Config: { retired: true } } });
    expect(told(active, retired)).toEqual(['retired Config']);
    expect(told(retired, active)).toEqual(['revived Config']);
  });

  it('undone is the opposite', () => {
    const opposite: Record<string, string> = {
      added: 'removed',
      removed: 'added',
      'area-added': 'area-removed',
      'area-removed': 'area-added',
      'lead-in': 'lead-out',
      'lead-out': 'lead-in',
      retired: 'revived',
      revived: 'retired',
    };
    const kinds = (changes: CharterChange[]) => changes.map(({ what }) => what).sort();
    fc.assert(
      fc.property(anyCharter, anyCharter, (before, after) => {
        const there = kinds(charterChanges(before, after)).map((kind) => opposite[kind] ?? kind);
        expect(there.sort()).toEqual(kinds(charterChanges(after, before)));
      }),
    );
  });

  it('is nothing between a charter and itself', () => {
    fc.assert(
      fc.property(anyCharter, (charter) => {
        expect(charterChanges(charter, charter)).toEqual([]);
      }),
    );
  });
});

function aCharter({ groups, leads = {} }: { groups: Record<string, Row>; leads?: Record<string, string[]> }): Charter {
  const text = [
    '| Group | Forum |',
    '| --- | --- |',
    ...Object.entries(groups).map(([name, { forum }]) => `| ${name} | ${forum ? `[Forum](${forum})` : ''} |`),
    '',
    '| &nbsp; | Name | Company | Groups |',
    '| --- | --- | --- | --- |',
    ...Object.entries(leads).map(
      ([handle, seats]) => `| &nbsp; | [${handle}](https://github.com/${handle}) | Octo Inc | ${seats.join(', ')} |`,
    ),
  ].join('\n');
  const { charter } = readCharter(readDocument({ path: 'WORKING-GROUPS.md', text }));
  const isRetired = (name: string) => groups[name]?.retired ?? false;
  return { ...charter, groups: charter.groups.map((group) => ({ ...group, retired: isRetired(group.name) })) };
}

const told = (before: Charter, after: Charter): string[] => charterChanges(before, after).map(tell);

function tell(change: CharterChange): string {
  switch (change.what) {
    case 'renamed':
      return `renamed ${change.from.name} to ${change.to.name}: ${change.because}`;
    case 'area-added':
      return `area ${change.area} into ${change.group.name}`;
    case 'area-removed':
      return `area ${change.area} out of ${change.group.name}`;
    case 'area-moved':
      return `area ${change.area} from ${change.from.name} to ${change.to.name}`;
    case 'lead-in':
    case 'lead-out':
      return `${change.lead.handle} ${change.what === 'lead-in' ? 'into' : 'out of'} ${change.group.name}${change.area ? ` - ${change.area}` : ''}`;
    default:
      return `${change.what} ${change.group.name}`;
  }
}

const name = fc.constantFrom('Docs', 'Config', 'Networking', 'Security', 'Policies');
const forum = fc.option(fc.constantFrom('https://forum.example.org/a', 'https://forum.example.org/b'), {
  nil: undefined,
});
const anyCharter = fc
  .record({
    groups: fc.dictionary(name, fc.record({ forum, retired: fc.boolean() }), { minKeys: 1 }),
    leads: fc.dictionary(
      fc.constantFrom('octo-lead-1', 'octo-lead-2', 'octo-lead-3'),
      fc.uniqueArray(
        fc.tuple(name, fc.constantFrom('', ' - Core', ' - Tools')).map((parts) => parts.join('')),
        {
          minLength: 1,
        },
      ),
    ),
  })
  .map(({ groups, leads }) => aCharter({ groups: groups as Record<string, Row>, leads }));
