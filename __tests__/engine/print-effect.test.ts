import { describe, expect, it } from '@jest/globals';
import { governanceEffect } from '../../src/engine/governance-effect.ts';
import { effectSection } from '../../src/engine/print-effect.ts';
import type { Charter } from '../../src/model/charter.ts';
import { known, unknown } from '../../src/model/known.ts';
import { aCharter, aGroup, aPolicy } from '../builders.ts';

const policy = aPolicy();
const groups = (...names: string[]) => aCharter({ groups: names.map((name) => aGroup(name)) });

function sectionOf(before: Charter, after: Charter, labels: string[][] = []): string | null {
  const issues = labels.map((each, index) => ({ number: index + 1, labels: each }));
  const present = { issues, labels: [...new Set(labels.flat()), 'area/docs'] };
  const effect = governanceEffect({ policy, charter: known(before) }, { policy, charter: known(after) }, present);
  return effectSection(effect);
}

const linesOf = (section: string | null): string[] =>
  (section ?? '').split('\n').filter((line) => line.startsWith('- '));

describe('what a pull request is told of its effect', () => {
  it('is nothing where there is none', () => {
    expect(sectionOf(groups('Docs'), groups('Docs'), [['area/docs']])).toBeNull();
  });

  it('is what became of groups, and where their issues go', () => {
    const section = sectionOf(groups('Docs', 'Config'), groups('Docs'), [
      ['area/config'],
      ['area/config'],
      ['area/docs'],
    ]);
    expect(linesOf(section)).toEqual([
      '- *Config* is no group any more',
      '- *octo-lead-1* leads *Config* no more',
      '- 2 issues of *Config* become unowned (#1, #2)',
      '- `area/config` names no group any more, and stands on 2 open issues',
      '- the queue of *octo-lead-1* loses 2 open issues',
    ]);
    expect(section).toMatch(/3 open issues looked at. Nothing is changed before the merge/);
  });

  it('is a label that will have another name', () => {
    const link = { text: 'Forum', url: 'https://forum.example.org/c/config', at: aGroup('Config').at };
    const artifacts = [{ name: 'Forum', text: 'Forum', links: [link], at: link.at }];
    const before = aCharter({ groups: [aGroup('Config', { artifacts })] });
    const after = aCharter({ groups: [aGroup('Settings', { artifacts })] });
    expect(linesOf(sectionOf(before, after, [['area/config']]))).toEqual([
      '- *Config* is called *Settings* now (the same leads and the same links)',
      '- `area/config` is renamed to `area/settings` once this is merged',
    ]);
  });

  it('is that two labels can’t become one', () => {
    const link = { text: 'Forum', url: 'https://forum.example.org/c/config', at: aGroup('Config').at };
    const artifacts = [{ name: 'Forum', text: 'Forum', links: [link], at: link.at }];
    const before = aCharter({ groups: [aGroup('Config', { artifacts })] });
    const after = aCharter({ groups: [aGroup('Settings', { artifacts })] });
    const lines = linesOf(sectionOf(before, after, [['area/config'], ['area/settings']]));
    expect(lines[1]).toMatch(/`area\/config` can’t be renamed to `area\/settings`: there is such a label/);
  });

  it('is that it is not known, and why', () => {
    const gone = { policy, charter: unknown('WORKING-GROUPS.md can’t be read: it is no text') };
    const effect = governanceEffect({ policy, charter: known(groups('Docs')) }, gone, { issues: [], labels: [] });
    expect(effectSection(effect)).toMatch(/Not known: WORKING-GROUPS.md can’t be read: it is no text\./);
  });

  it('takes a first document for what it is, and not for unknown', () => {
    const effect = governanceEffect(
      { policy, charter: null },
      { policy, charter: known(groups('Docs')) },
      { issues: [{ number: 4, labels: ['area/docs'] }], labels: ['area/docs'] },
    );
    expect(linesOf(effectSection(effect))).toContain('- 1 issue without an owner moves to *Docs* (#4)');
  });

  it('mentions nobody and lets no markup through', () => {
    const section = sectionOf(groups('Docs'), groups('Docs', '@octo-org/all <img src=x> [a](b)')) ?? '';
    expect(section).not.toMatch(/@octo-org\/all|<img|\]\(b\)/);
  });

  it('lists no more than anyone reads', () => {
    const many = Array.from({ length: 60 }, (_, index) => `Group ${index}`);
    const lines = linesOf(sectionOf(groups('Docs'), groups('Docs', ...many)));
    expect(lines.length).toBeLessThan(60);
    expect(lines).toContainEqual(expect.stringMatching(/and \d+ more of this kind/));
  });
});
