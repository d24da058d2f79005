import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { slashLines } from '../../../src/text/commands/slash-lines.ts';
import { linesOf } from '../../../src/text/lines.ts';
import { parseMarkdown } from '../../../src/text/markdown-tree.ts';

/** The slash lines of a text as the Markdown parser has them: `line within`. */
function asRendered(text: string): string[] {
  const tree = parseMarkdown(text);
  const lines = linesOf(text).flatMap((line, index) => (line.startsWith('/') ? [index + 1] : []));
  return lines.flatMap((line) => {
    const kinds = nodesAt(tree, line).map(({ type }) => type);
    if (kinds.some((kind) => kind === 'code' || kind === 'inlineCode')) return [];
    if (kinds.includes('html')) return hasTagAlone(tree, line) ? [`${line} HTML`] : [];
    if (kinds.includes('table')) return [`${line} table`];
    return kinds.includes('blockquote') ? [`${line} quote`] : [`${line} text`];
  });
}

/** The nodes that the beginning of a line stands in, the outermost first. */
function nodesAt(node: Nodes, line: number): Nodes[] {
  const children = 'children' in node ? (node.children as Nodes[]) : [];
  const child = children.find(({ position }) => {
    if (!position) return false;
    const { start, end } = position;
    const begins = start.line < line || (start.line === line && start.column === 1);
    return begins && (end.line > line || (end.line === line && end.column > 1));
  });
  return child ? [child, ...nodesAt(child, line)] : [];
}

/** Whether the HTML is a block that a tag begins and a blank line ends, not a comment. */
function hasTagAlone(tree: Nodes, line: number): boolean {
  const html = nodesAt(tree, line).find(({ type }) => type === 'html');
  return html !== undefined && 'value' in html && !/^\s*<(?:!|\?|pre|script|style|textarea)/i.test(html.value);
}

const shown = (text: string) => slashLines(text).map(({ line, within }) => `${line} ${within}`);

/** Every beginning of a line that means something to Markdown. */
const beginning = fc.constantFrom(
  ...['', ' ', '   ', '    ', '\t', '> ', '>', '> > ', '- ', '* ', '+ ', '1. ', '2) ', '10. ', '  - ', '> - ', '- > '],
  ...['    - ', '-    ', '-     ', '- - ', '1. - ', '      '],
);
const content = fc.constantFrom(
  ...['octo', '/area docs', '/priority P1', 'octo `', '` octo', '``', 'a `b` c', '```', '```sh', '````', '~~~'],
  ...['# octo', '---', '===', '***', '<!-- octo', 'octo -->', '<!-- octo -->', 'octo <!-- mesh', '<pre>', 'octo</pre>'],
  ...['<details>', '</details>', '<b>octo', '| a |', '| - |', 'a | b', ':- | :-', '| /area docs |', '\\`', '\\<!-- a'],
);
const line = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('/area docs', '/priority P1', '', '>') },
  fc.tuple(beginning, content).map((parts) => parts.join('')),
);
const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));

describe('the lines that begin with a slash', () => {
  it('are those that the Markdown parser has, and stand where it has them', () => {
    fc.assert(
      fc.property(text, (given) => expect(shown(given)).toEqual(asRendered(given))),
      { numRuns: 1000 },
    );
  });
});
