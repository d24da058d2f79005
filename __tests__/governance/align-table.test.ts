import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changeAligned } from '../../src/governance/align-table.ts';
import { columnsOf } from '../../src/governance/table-columns.ts';
import { linesOf } from '../../src/governance/table-lines.ts';
import { readMarkdown } from '../../src/text/markdown.ts';

/** The text with the first place of a word replaced. */
const replace = (text: string, word: string, put: string) =>
  changeAligned(text, [{ from: text.indexOf(word), to: text.indexOf(word) + word.length, put }]);

const lines = (...all: string[]) => all.map((line) => `${line}\n`).join('');

const isAligned = (text: string) => {
  const [table] = readMarkdown('', text).tables;
  return table !== undefined && columnsOf(linesOf(table, text)) !== null;
};

describe('a change in an aligned table', () => {
  it('keeps the columns as wide as their longest cell', () => {
    const table = lines('| Group | Notes |', '| ----- | ----- |', '| Docs  | n/a   |');
    expect(replace(table, 'Docs', 'Networking')).toBe(
      lines('| Group      | Notes |', '| ---------- | ----- |', '| Networking | n/a   |'),
    );
    expect(replace(replace(table, 'Docs', 'Networking'), 'Networking', 'Docs')).toBe(table);
  });

  it('changes no other row where the column has room', () => {
    const table = lines('| Group       | Notes |', '| ----------- | ----- |', '| Docs        | n/a   |');
    expect(replace(table, 'Docs', 'Gateways')).toBe(
      lines('| Group       | Notes |', '| ----------- | ----- |', '| Gateways    | n/a   |'),
    );
  });

  it('keeps cells at the right and in the middle there', () => {
    const table = lines('| Group |  No |   Is   |', '| :---- | --: | :----: |', '| Docs  |  12 |  open  |');
    expect(replace(replace(table, '12', '12345'), 'open', 'up')).toBe(
      lines('| Group |    No |   Is   |', '| :---- | ----: | :----: |', '| Docs  | 12345 |   up   |'),
    );
  });

  it('keeps a table without outer pipes without them', () => {
    const table = lines('Group | Notes', '----- | -----', 'Docs  | n/a, as ever');
    expect(replace(table, 'Docs', 'Gateways')).toBe(
      lines('Group    | Notes', '-------- | -----', 'Gateways | n/a, as ever'),
    );
  });

  it('keeps a table in a list and one in a quote where they are', () => {
    const table = lines('- | Group | Notes |', '  | ----- | ----- |', '  | Docs  | n/a   |');
    expect(replace(table, 'Docs', 'Gateways')).toBe(
      lines('- | Group    | Notes |', '  | -------- | ----- |', '  | Gateways | n/a   |'),
    );
    const quoted = lines('> | Group | Notes |', '> | ----- | ----- |', '> | Docs  | n/a   |');
    expect(replace(quoted, 'Docs', 'Gateways')).toBe(
      lines('> | Group    | Notes |', '> | -------- | ----- |', '> | Gateways | n/a   |'),
    );
  });

  it('counts in characters, takes an escaped pipe for text, and keeps CRLF', () => {
    const table = lines('| Gr👩up \\| | Notes |', '| -------- | ----- |', '| Docs     | n/a   |').replaceAll(
      '\n',
      '\r\n',
    );
    expect(replace(table, 'n/a', 'weekly')).toBe(
      lines('| Gr👩up \\| | Notes  |', '| -------- | ------ |', '| Docs     | weekly |').replaceAll('\n', '\r\n'),
    );
  });

  it('finds its table behind other changes', () => {
    const table = lines('| Group |', '| ----- |', '| Docs  |');
    const text = `Two tables.\n\n${table}\n${table}`;
    const last = text.lastIndexOf('Docs');
    expect(
      changeAligned(text, [
        { from: 0, to: 3, put: 'Twenty-two' },
        { from: last, to: last + 4, put: 'Gateways' },
      ]),
    ).toBe(`Twenty-two tables.\n\n${table}\n${lines('| Group    |', '| -------- |', '| Gateways |')}`);
  });
});

describe('the padding stays as it is', () => {
  it.each([
    ['in a table that was not aligned', lines('| Group | Notes |', '| --- | --- |', '| Docs | n/a |')],
    ['in a table with a row of other cells', lines('| Group | Notes |', '| ----- | ----- |', '| Docs  |')],
    ['in a table that is padded with tabs', lines('| Group |', '|\t----- |', '| Docs  |')],
    ['in a block of code', lines('```', '| Group |', '| ----- |', '| Docs  |', '```')],
  ])('%s', (_what, text) => {
    expect(replace(text, 'Docs', 'Gateways')).toBe(text.replace('Docs', 'Gateways'));
  });

  it('in a table in which nothing is changed', () => {
    const text = `Docs\n\n${lines('| Group  |', '| ------ |', '| Groups |')}`;
    expect(replace(text, 'Docs', 'Gateways')).toBe(text.replace('Docs', 'Gateways'));
  });
});

describe('any aligned table', () => {
  const word = fc.constantFrom('', 'a', 'Docs', 'n/a', '👩', 'Octo One', '\\|', 'a\\', '&nbsp;', '`x`');
  const separator = fc.constantFrom('---', ':--', '--:', ':-:');

  it('is aligned after any change of a cell, with all else as it was', () => {
    fc.assert(
      fc.property(
        fc.array(separator, { minLength: 1, maxLength: 3 }).chain((separators) =>
          fc.record({
            separators: fc.constant(separators),
            rows: fc.array(fc.array(word, { minLength: separators.length, maxLength: separators.length }), {
              minLength: 2,
              maxLength: 5,
            }),
            room: fc.nat(3),
            put: word,
          }),
        ),
        ({ separators, rows, room, put }) => {
          const widths = separators.map(
            (_, index) => Math.max(3, ...rows.map((row) => [...row[index]!].length)) + room,
          );
          const line = (cells: string[]) =>
            `|${cells.map((cell, index) => ` ${cell}${' '.repeat(widths[index]! - [...cell].length)} `).join('|')}|\n`;
          const dashes = separators.map((each, index) => each.replace('-', '-'.repeat(widths[index]! - 2)));
          const text = [line(rows[0]!), line(dashes), ...rows.slice(1).map(line)].join('');
          fc.pre(isAligned(text));
          const at = text.length - 1 - line(rows.at(-1)!).length + 2;
          const change = { from: at + 1, to: at + 1 + rows.at(-1)![0]!.length, put };
          const changed = changeAligned(text, [change]);
          const expected = [...rows.slice(0, -1), [put, ...rows.at(-1)!.slice(1)]];
          expect(isAligned(changed)).toBe(true);
          expect(cellsOf(changed)).toEqual(expected.map((row) => row.map((cell) => cell.trim())));
        },
      ),
    );
  });
});

function cellsOf(text: string): string[][] {
  const [table] = readMarkdown('', text).tables;
  return [table!.header, ...table!.rows].map((row) => row.cells.map((cell) => cell.raw));
}
