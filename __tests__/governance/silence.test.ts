import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyFixes } from '../../src/governance/fix.ts';
import { lint } from '../../src/governance/lint.ts';
import type { RuleSetting } from '../../src/model/policy.ts';

const check = (text: string, settings: Record<string, RuleSetting> = {}) =>
  lint([{ path: 'a.md', text }], { rules: settings }).files[0]!.findings;

const unusedIn = (text: string, settings?: Record<string, RuleSetting>) =>
  check(text, settings).filter(({ rule }) => rule === 'unused-disable');

const messagesIn = (text: string) => unusedIn(text).map(({ message }) => message);

const fixed = (text: string) => applyFixes(text, unusedIn(text)).text;

describe('a comment that silences nothing', () => {
  it('is said for the document', () => {
    expect(messagesIn('<!-- remit-disable dead-fragment -->\n\nAll is well.\n')).toEqual([
      '“dead-fragment” finds nothing in this document, so there is nothing to silence',
    ]);
  });

  it('is said for the next line', () => {
    expect(messagesIn('<!-- remit-disable-next-line dead-fragment -->\n\n[a](#a)\n')).toEqual([
      '“dead-fragment” finds nothing in the next line, so there is nothing to silence',
    ]);
  });

  it('is not said where it silences something', () => {
    expect(check('<!-- remit-disable-next-line dead-fragment -->\n[a](#a)\n')).toEqual([]);
    expect(check('<!-- remit-disable dead-fragment -->\n\n[a](#a)\n')).toEqual([]);
  });

  it('is not said of a rule that is switched off, since nobody knows', () => {
    expect(unusedIn('<!-- remit-disable dead-fragment -->\n', { 'dead-fragment': 'off' })).toEqual([]);
  });

  it('can be given another severity, be switched off, and be silenced itself', () => {
    const text = '<!-- remit-disable dead-fragment -->\n';
    expect(unusedIn(text)[0]!.severity).toBe('warning');
    expect(unusedIn(text, { 'unused-disable': 'info' })[0]!.severity).toBe('info');
    expect(unusedIn(text, { 'unused-disable': 'off' })).toEqual([]);
    expect(unusedIn(`${text}\n<!-- remit-disable unused-disable -->\n`)).toEqual([]);
  });

  it('is said where it names no rule', () => {
    expect(messagesIn('<!-- remit-disable -->\n')).toEqual(['the comment names no rule, so it silences nothing']);
  });

  it('is said where it names a rule that there is not, with the one that was meant', () => {
    const [finding] = unusedIn('<!-- remit-disable-next-line dead-fragmnet -->\n[a](#a)\n');
    expect(finding).toMatchObject({
      message: 'there is no rule “dead-fragmnet”',
      expected: ['dead-fragment'],
      fix: null,
      at: { line: 1, column: 30, endColumn: 43 },
    });
  });

  it('is said where it is misspelt itself', () => {
    const [finding] = unusedIn('<!-- remit-disable-nextline dead-fragment -->\n[a](#a)\n');
    expect(finding).toMatchObject({
      message: '“remit-disable-nextline” is no comment that Remit knows',
      expected: expect.arrayContaining(['remit-disable-next-line']),
    });
  });

  it('is none in code', () => {
    expect(unusedIn('`<!-- remit-disable dead-fragment -->`\n\n    <!-- remit-disable row-cells -->\n')).toEqual([]);
  });
});

describe('the fix of a comment that silences nothing', () => {
  it.each([
    ['takes away the line on which it stands alone', 'a\n\n<!-- remit-disable row-cells -->\nb\n', 'a\n\nb\n'],
    ['takes it away with CRLF', 'a\r\n\r\n  <!-- remit-disable row-cells -->\r\nb\r\n', 'a\r\n\r\nb\r\n'],
    ['takes it away at the end', 'a\n\n<!-- remit-disable row-cells -->', 'a\n\n'],
    ['leaves a byte order mark', '\uFEFF<!-- remit-disable row-cells -->\n\na\n', '\uFEFF\na\n'],
    ['leaves the line where it parts two paragraphs', 'a\n<!-- remit-disable row-cells -->\nb\n', 'a\n\nb\n'],
    ['takes away the comment from a sentence', 'a <!-- remit-disable row-cells --> b\n', 'a b\n'],
    ['takes away one of many lines', 'a\n\n<!-- remit-disable\n  row-cells,\n  dead-fragment -->\n\nb\n', 'a\n\n\nb\n'],
    [
      'keeps what the comment turned into HTML',
      '<!-- remit-disable row-cells --> *b*\n',
      '<!-- remit-disable row-cells --> *b*\n',
    ],
    [
      'takes away only the rule that finds nothing',
      '<!-- remit-disable row-cells, dead-fragment, stray-escape -->\n\n[a](#a)\n',
      '<!-- remit-disable dead-fragment -->\n\n[a](#a)\n',
    ],
    ['takes away a rule that looks like none', '<!-- remit-disable no-such-thing-at-all -->\n\na\n', '\na\n'],
    [
      'takes it out of a cell',
      '| Group | Notes |\n| --- | --- |\n| Docs | n/a <!-- remit-disable row-cells --> |\n',
      '| Group | Notes |\n| --- | --- |\n| Docs | n/a |\n',
    ],
    ['takes it out of a quote', '> a\n>\n> <!-- remit-disable\n> row-cells -->\n', '> a\n>\n>\n'],
  ])('%s', (_what, text, expected) => {
    expect(fixed(text)).toBe(expected);
  });

  it('comes to an end, whatever the document', () => {
    const piece = fc.constantFrom(
      '<!-- remit-disable row-cells -->',
      '<!-- remit-disable-next-line dead-fragment -->',
      '<!-- remit-disable row-cells, dead-fragment, x-y-z -->',
      '<!-- remit-disable dead-fragmnet -->',
      '[a](#a)',
      '\n',
      '\n\n',
      '\r\n',
      '> ',
      '- ',
      '| a | b |\n| - | - |\n| c | ',
      'text',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        let text = pieces.join('');
        for (let run = 0; run < 10 && fixed(text) !== text; run++) text = fixed(text);
        expect(unusedIn(text).filter(({ fix }) => fix)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
