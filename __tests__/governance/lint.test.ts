import { describe, expect, it } from '@jest/globals';
import { twoTables } from '../../src/governance/example-documents.ts';
import { findingsOf, lint } from '../../src/governance/lint.ts';
import { rules } from '../../src/governance/rules/index.ts';
import type { RuleSetting } from '../../src/model/policy.ts';

const withoutLead = twoTables({ leads: [['octo-lead-1', 'Networking, Security']] });
const check = (text: string, settings: Record<string, RuleSetting> = {}) =>
  lint([{ path: 'WORKING-GROUPS.md', text }], { rules: settings });
const rulesOf = (text: string, settings?: Record<string, RuleSetting>) =>
  check(text, settings).files[0]!.findings.map((finding) => finding.rule);

describe('a check', () => {
  it('says of each file which format it was read as', () => {
    const { files } = lint(
      [
        { path: 'a.md', text: twoTables({}) },
        { path: 'b.md', text: 'Nothing about groups.\n' },
      ],
      {},
    );
    expect(files.map(({ path, format }) => [path, format])).toEqual([
      ['a.md', 'two-tables'],
      ['b.md', null],
    ]);
  });

  it('counts findings by severity', () => {
    const text = `${withoutLead}\nSee [here](#nowhere).\n`;
    expect(check(text).counts).toEqual({ error: 1, warning: 1, info: 0, new: 0 });
  });

  it('leaves out a rule that is switched off', () => {
    expect(rulesOf(withoutLead)).toEqual(['group-without-lead']);
    expect(rulesOf(withoutLead, { 'group-without-lead': 'off' })).toEqual([]);
  });

  it('gives a rule the severity that the project sets', () => {
    const { files, counts } = check(withoutLead, { 'group-without-lead': 'info' });
    expect(files[0]!.findings[0]!.severity).toBe('info');
    expect(counts).toEqual({ error: 0, warning: 0, info: 1, new: 0 });
  });

  it('sorts by line, then column, then rule', () => {
    const text = '[b](#b) [a](#a)\n\n[c](#c)\n';
    const places = check(text).files[0]!.findings.map(({ at }) => [at.line, at.column]);
    expect(places).toEqual([
      [1, 1],
      [1, 9],
      [3, 1],
    ]);
  });

  it('reports nothing twice for a dead entry of the table of contents', () => {
    const text = '# Groups\n\n- [Docs](#dosc)\n- [Meetings](#meetings)\n\n## Docs\n\n## Meetings\n';
    expect(rulesOf(text)).toEqual(['contents-entry']);
  });

  it('finds nothing in YAML, which only looks like Markdown here and there', () => {
    const text = 'groups:\n- name: "[x](#nowhere)"\n';
    expect(lint([{ path: 'sigs.yaml', text }], {}).files[0]!.findings).toEqual([]);
    expect(lint([{ path: 'sigs.md', text }], {}).files[0]!.findings).toHaveLength(1);
  });

  it('names the rule that fails', () => {
    const { summary, why, severity } = rules['dead-fragment']!;
    rules['always-fails'] = { summary, why, severity, examples: [], check: () => expect(1).toBe(2) };
    try {
      expect(() => check('text')).toThrow('the rule always-fails failed');
    } finally {
      delete rules['always-fails'];
    }
  });

  it('knows when it is asked for a rule that is none', () => {
    expect(() => findingsOf('no-such-rule', [])).toThrow('there is no rule “no-such-rule”');
  });
});

describe('a comment that silences a rule', () => {
  const loudIn = (text: string) => rulesOf(text, { 'unused-disable': 'off' });

  it('does so for the line after it', () => {
    const text = '<!-- remit-disable-next-line dead-fragment -->\n[a](#a)\n\n[b](#b)\n';
    expect(check(text).files[0]!.findings.map(({ at }) => at.line)).toEqual([4]);
  });

  it('does so inside a table, from the end of the row before', () => {
    const text =
      '| Group | Notes |\n| --- | --- |\n| Docs | n/a <!-- remit-disable-next-line row-cells --> |\n| Config |\n';
    expect(rulesOf(text)).toEqual([]);
  });

  it('does so for the whole document', () => {
    const text = '[a](#a)\n\n<!-- remit-disable dead-fragment -->\n\n[b](#b)\n';
    expect(rulesOf(text)).toEqual([]);
  });

  it('may name several rules, over several lines', () => {
    const text = '<!-- remit-disable row-cells,\n  dead-fragment -->\n\n[a](#a)\n';
    expect(loudIn(text)).toEqual([]);
  });

  it('silences no other rule', () => {
    expect(loudIn('<!-- remit-disable row-cells -->\n\n[a](#a)\n')).toEqual(['dead-fragment']);
  });

  it('does nothing without a name, or in code', () => {
    expect(loudIn('<!-- remit-disable -->\n\n[a](#a)\n')).toEqual(['dead-fragment']);
    expect(loudIn('`<!-- remit-disable dead-fragment -->`\n\n[a](#a)\n')).toEqual(['dead-fragment']);
  });
});
