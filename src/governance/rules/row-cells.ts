import type { Position } from '../../model/position.ts';
import type { Cell, Row, Table } from '../../text/document.ts';
import { quote } from '../../text/escape.ts';
import { type Positions, positionsIn } from '../../text/positions.ts';
import { brokenRows, joinRows } from '../broken-rows.ts';
import { brokenTables } from '../broken-tables.ts';
import { missingPipe } from '../missing-pipe.ts';
import { counted } from '../printed-message.ts';
import type { Report, Rule } from '../rule.ts';

const document = (row: string, separator = '| --- | --- | --- |') => `| Group | Notes | Meeting |
${separator}
| Docs | [Notes](https://docs.example.com/1) | [Zoom](https://zoom.example.com/1) |
${row}
`;

export default {
  summary: 'Every row of a table has as many cells as its header',
  why: 'GitHub drops the cells that are too many, without a word, and shows those after a missing pipe in the wrong column. A separator that doesn’t fit its header makes no table at all.',
  severity: 'error',
  check({ document }, report) {
    const positions = positionsIn(document.path, document.text);
    for (const table of document.tables) {
      const broken = brokenRows(table);
      for (const { first, second } of broken) reportBroken(table, [first, second], positions, report);
      const told = new Set(broken.flatMap(({ first, second }) => [first, second]));
      for (const row of table.rows) {
        const surplus = row.cells.length - table.header.cells.length;
        if (surplus > 0) reportSurplus(table, row, report);
        if (surplus < 0 && !told.has(row)) reportMissing(table, row, report);
      }
    }
    for (const { from, to, columns, cells } of brokenTables(document)) {
      const message = `the separator has ${counted(columns, 'column')} and the header ${counted(cells, 'column')}: GitHub shows no table`;
      report(positions.between(from, to), message);
    }
  },
  examples: [
    { name: 'as many cells as the header', document: document('| Security | n/a | |'), findings: [] },
    { name: 'without the outer pipes', document: document('Security | n/a | TBD'), findings: [] },
    {
      name: 'a cell too many',
      document: document('| Security | n/a | TBD | Tuesdays |'),
      findings: [
        {
          line: 4,
          columns: [26, 34],
          message: 'this row has 4 cells and the table 3 columns: GitHub doesn’t show “Tuesdays”',
        },
      ],
    },
    {
      name: 'a missing pipe where a cell has the links of two',
      document: document('| Security | [Notes](https://docs.example.com/2) [Zoom](https://zoom.example.com/2)'),
      findings: [
        {
          line: 4,
          columns: [14, 84],
          message: 'this row has 2 cells and the table 3 columns: a pipe is missing between “Notes” and “Zoom”',
          fix: '[Notes](https://docs.example.com/2) | [Zoom](https://zoom.example.com/2)',
        },
      ],
    },
    {
      name: 'a cell too few, with nothing to tell which',
      document: document('| Security | TBD |'),
      findings: [
        {
          line: 4,
          columns: [1, 19],
          message:
            'this row has 2 cells and the table 3 columns: a pipe is missing, or the cell of “Meeting” at its end',
        },
      ],
    },
    {
      name: 'a row that is broken over two lines',
      document: document('| Security |\nn/a | TBD |'),
      findings: [
        {
          line: 4,
          columns: [1, 12],
          message: 'this row is broken over two lines: 1 cell and 2 make the 3 of the table',
          fix: '| Security | n/a | TBD |',
        },
      ],
    },
    {
      name: 'a line of text right below the table',
      document: document('Notes are public.'),
      findings: [
        {
          line: 4,
          columns: [1, 18],
          message: 'this line is shown as a row of the table above it, since no blank line stands between them',
        },
      ],
    },
    {
      name: 'a separator with fewer columns than the header',
      document: document('| Security | n/a | TBD |', '| --- | --- |'),
      findings: [
        {
          line: 2,
          columns: [1, 14],
          message: 'the separator has 2 columns and the header 3 columns: GitHub shows no table',
        },
      ],
    },
  ],
} satisfies Rule;

function reportSurplus({ header }: Table, { cells }: Row, report: Report): void {
  const lost = cells.slice(header.cells.length);
  const texts = lost.filter((cell) => cell.raw !== '').map((cell) => quote(cell.text || cell.raw));
  const loss = texts.length > 0 ? `GitHub doesn’t show ${texts.join(' and ')}` : 'one pipe is too many';
  report(stretch(lost), `${compare(cells, header)}: ${loss}`);
}

function reportBroken({ header }: Table, [first, second]: [Row, Row], positions: Positions, report: Report): void {
  const at = positions.between(first.at.offset, second.at.endOffset);
  const message = `this row is broken over two lines: ${counted(first.cells.length, 'cell')} and ${second.cells.length} make the ${header.cells.length} of the table`;
  report(at, message, { fix: { at, text: joinRows(first, second, positions.text) } });
}

function reportMissing(table: Table, row: Row, report: Report): void {
  const { header } = table;
  const { cells, at } = row;
  if (cells.length === 1 && isPlainLine(row)) {
    report(at, 'this line is shown as a row of the table above it, since no blank line stands between them');
    return;
  }
  const gap = missingPipe(table, row);
  if (gap) {
    const [before, after] = gap.between;
    const message = `${compare(cells, header)}: a pipe is missing between ${quote(before)} and ${quote(after)}`;
    report(gap.cell.at, message, { fix: { at: gap.cell.at, text: gap.text } });
    return;
  }
  const empty = header.cells.slice(cells.length).map((cell) => quote(cell.text));
  const end = empty.length === 1 ? 'the cell of' : 'the cells of';
  report(at, `${compare(cells, header)}: a pipe is missing, or ${end} ${empty.join(' and ')} at its end`);
}

/** A row without any pipe of its own. */
const isPlainLine = ({ cells, at }: Row): boolean =>
  cells[0]!.at.offset === at.offset && cells[0]!.at.endOffset === at.endOffset;

const compare = (cells: Cell[], header: Row): string =>
  `this row has ${counted(cells.length, 'cell')} and the table ${counted(header.cells.length, 'column')}`;

function stretch(cells: Cell[]): Position {
  const [first, last] = [cells[0]!.at, cells.at(-1)!.at];
  return { ...first, endLine: last.endLine, endColumn: last.endColumn, endOffset: last.endOffset };
}
