import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codeSpan, inMarkdown, inTerminal, quote } from '../../src/text/escape.ts';
import { readMarkdown } from '../../src/text/markdown.ts';

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '@everyone',
        '<b>',
        '</b>',
        '#12',
        '|',
        '\n',
        '/close',
        '`',
        '](',
        '[x](y)',
        '*',
        '\u202e',
        '\u001b[31m',
        '&lt;',
        'https://a.example',
        'GH-1',
        'a@b.example',
        '<!--',
        '-->',
        ' ',
        '~',
        '\\',
      ),
    )
    .map((parts) => parts.join('')),
);

describe('text of people', () => {
  it('is one line on a terminal, without anything that the terminal would obey', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(inTerminal(text)).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
        expect([...inTerminal(text)].length).toBeLessThanOrEqual(120);
      }),
    );
  });

  it('holds no command that GitHub’s runner would read in the middle of a line', () => {
    expect(inTerminal('a ##[add-mask]b #\u200b#[error]c')).toBe('a ## [add-mask]b ## [error]c');
  });

  it('stands between quotes in a message', () => {
    expect(quote('a\nb')).toBe('“a b”');
  });

  it('is nothing but text in Markdown', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { tree, links, tables } = readMarkdown('c.md', `before ${inMarkdown(text)} after`);
        expect([links, tables]).toEqual([[], []]);
        expect(tree.children).toHaveLength(1);
        expect(kindsIn(tree.children[0])).toEqual(new Set(['text']));
      }),
    );
  });

  it.each(['@everyone', '@octo-org/team', 'ping @octo-lead-1'])('mentions nobody: %s', (text) => {
    expect(inMarkdown(text)).not.toMatch(/@[a-z]/);
  });

  it.each(['#12', 'octo-org/octo-repo#12', 'GH-12'])('refers to no issue: %s', (text) => {
    expect(inMarkdown(text)).not.toMatch(/#\d+(?!\d*;)|GH-\d/);
  });

  it('is one code span, whatever backticks and pipes it has', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { tree } = readMarkdown('c.md', `| a |\n|---|\n| ${codeSpan(text)} |`);
        const [table] = tree.children;
        expect(tree.children).toHaveLength(1);
        expect(kindsIn(table)).toEqual(new Set(['table', 'tableRow', 'tableCell', 'text', 'inlineCode']));
      }),
    );
  });
});

interface AnyNode {
  type: string;
  children?: unknown[];
}

/** The kinds of node below a paragraph, or of the node itself and all below it. */
function kindsIn(node: unknown): Set<string> {
  const { type, children = [] } = node as AnyNode;
  const below = children.flatMap((child) => [...kindsIn(child)]);
  return new Set(type === 'paragraph' ? below : [type, ...below]);
}
