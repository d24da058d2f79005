import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Position } from '../../src/model/position.ts';
import { readMarkdown } from '../../src/text/markdown.ts';

const read = (...lines: string[]) => readMarkdown('W.md', lines.join('\n'));
const cellsOf = (document: ReturnType<typeof read>) =>
  document.tables.flatMap((table) => [table.header, ...table.rows].map((row) => row.cells.map((cell) => cell.text)));

describe('a table', () => {
  it.each([
    ['with outer pipes', '| a | b |', '| --- | --- |', '| c | d |'],
    ['without outer pipes', 'a | b', '--- | ---', 'c | d'],
    ['with leading pipes only', '| a | b', '|---|---', '| c | d'],
    ['without blanks at the pipes', '|a|b|', '|-|-|', '|c|d|'],
  ])('%s has its cells', (_how, ...lines) => {
    expect(cellsOf(read(...lines))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('keeps the cells that GitHub would not show', () => {
    expect(cellsOf(read('a | b', '--- | ---', 'c | d | e', 'f'))).toEqual([['a', 'b'], ['c', 'd', 'e'], ['f']]);
  });

  it('shows a non-breaking space alone as empty, and HTML not at all', () => {
    expect(cellsOf(read('a | b', '--- | ---', '&nbsp; | <img src="x"> c'))[1]).toEqual(['', 'c']);
  });

  it('takes a backslash and a blank before a pipe for what they are', () => {
    expect(read('a | b', '--- | ---', '[x](y)\\ | z \\| w').tables[0]?.rows[0]?.cells.map((cell) => cell.raw)).toEqual([
      '[x](y)\\',
      'z \\| w',
    ]);
  });

  it('is none where the separator has fewer cells than the header', () => {
    expect(read('a | b', '-', 'c | d').tables).toEqual([]);
  });

  it('ends at a heading right below a row', () => {
    const document = read('a | b', '--- | ---', 'c | d', '## Next');
    expect(cellsOf(document)).toHaveLength(2);
    expect(document.headings.map((heading) => heading.text)).toEqual(['Next']);
  });

  it('knows the heading that it stands under', () => {
    const document = read('# One', '', 'a | b', '--- | ---', '', '## Two', '', 'a | b', '--- | ---');
    expect(document.tables.map((table) => table.section?.text)).toEqual(['One', 'Two']);
  });

  const word = fc.stringMatching(/^[a-z0-9é😀&]{0,8}$/u);
  const rows = fc.array(fc.array(word, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 8 });
  const layouts = fc.constantFrom(['| ', ' | ', ' |'], ['', ' | ', ''], ['|', '|', '|'], ['| ', ' | ', '']);

  it('is read as it was written, whatever its cells and its layout', () => {
    fc.assert(
      fc.property(rows, layouts, fc.constantFrom('\n', '\r\n'), (cells, [open, between, close], end) => {
        const filled = cells.map((row) => row.map((cell) => cell || 'x'));
        const print = (row: string[]) => open + row.join(between) + close;
        const text = ['head', '', print(['a', 'b']), print(['---', '---']), ...filled.map(print)].join(end);
        const document = readMarkdown('W.md', text);
        expect(cellsOf(document).slice(1)).toEqual(filled);
        for (const cell of document.tables.flatMap((table) => table.rows.flatMap((row) => row.cells))) {
          expect(text.slice(cell.at.offset, cell.at.endOffset)).toBe(cell.raw);
        }
      }),
    );
  });
});

describe('headings and fragments', () => {
  it('have the anchors that GitHub gives them', () => {
    const document = read('# Test & Release', '# Docs + UX', '# `code` *and* [link](x)', '# Twice', '# Twice', '# Ünï');
    expect(document.headings.map((heading) => heading.anchor)).toEqual([
      'test--release',
      'docs--ux',
      'code-and-link',
      'twice',
      'twice-1',
      'ünï',
    ]);
  });

  it('include anchors in HTML, but nothing in a comment', () => {
    const document = read(
      '<a name="here"></a>',
      '',
      '<!-- # Not here <a name="nor-here"> -->',
      '',
      '<h2 id=there>T</h2>',
    );
    expect([...document.anchors]).toEqual(['here', 'there']);
    expect(document.headings).toEqual([]);
  });

  it('begin after the front matter', () => {
    const document = read('---', 'title: x', '---', '# One');
    expect(document.headings).toMatchObject([{ text: 'One', at: { line: 4, column: 1 } }]);
  });

  it('stand where they stand behind a byte order mark', () => {
    const document = readMarkdown('W.md', '\uFEFF# One\r\n\r\n# Two');
    expect(document.headings.map(({ at }) => [at.line, at.offset])).toEqual([
      [1, 1],
      [3, 10],
    ]);
  });
});

describe('links', () => {
  it('are those that GitHub makes, with what a reader sees of them', () => {
    const document = read('[a *b*](c) <https://d.example> https://e.example [f][g] [h][nowhere]', '', '[g]: i');
    expect(document.links.map(({ text, url, bare }) => [text, url, bare])).toEqual([
      ['a b', 'c', false],
      ['https://d.example', 'https://d.example', true],
      ['https://e.example', 'https://e.example', true],
      ['f', 'i', false],
    ]);
  });
});

describe('any text at all', () => {
  it('is read, and every position lies inside it', () => {
    const pieces = fc.constantFrom(
      '|',
      '\n',
      '-',
      '#',
      '[',
      '](',
      ')',
      '`',
      '<',
      '>',
      '&nbsp;',
      '\\',
      'a',
      ' ',
      '\r\n',
      '---\n',
      '\uFEFF',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(pieces).map((list) => list.join('')),
        ),
        (text) => {
          const document = readMarkdown('W.md', text);
          const positions = [...document.headings, ...document.tables, ...document.links].map(({ at }) => at);
          for (const at of positions) expect(isInside(at, text)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

function isInside({ offset, endOffset, line, column }: Position, text: string): boolean {
  return offset >= 0 && offset <= endOffset && endOffset <= text.length && line >= 1 && column >= 1;
}
