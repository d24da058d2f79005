import type { Cell, Row, Table } from '../../text/document.ts';
import { quote } from '../../text/escape.ts';
import { nameKey } from '../../text/names.ts';
import { isBlank } from '../columns.ts';
import { aDocument } from '../example-documents.ts';
import { profileAmong } from '../profile.ts';
import type { Rule } from '../rule.ts';

const table = (...rows: string[]) =>
  aDocument(
    '| Former leads | Profile | Duration |',
    '| --- | --- | --- |',
    '| Octo One | [octo-1](https://github.com/octo-1) | 2020 |',
    '| Octo Two | [octo-2](https://github.com/octo-2) | 2021 |',
    ...rows,
  );

export default {
  summary: 'Every row has its cells below the headers that they belong to',
  why: 'A row that was pasted from another table has the right number of cells and says the wrong thing in each.',
  severity: 'warning',
  check({ document }, report) {
    for (const { header, rows } of document.tables) {
      const column = header.cells.findIndex((cell) => nameKey(cell.text) === 'profile');
      const filled = rows.filter((row) => hasProfile(row.cells[column]));
      if (column < 0 || filled.length * 2 < rows.length) continue;
      for (const row of rows) {
        const elsewhere = profileElsewhere(row, column, header);
        if (!elsewhere) continue;
        const message = `this row seems to be of another table: ${quote(row.cells[column]?.text ?? '')} stands below ${quote('Profile')}, and the profile below ${quote(elsewhere)}`;
        report(row.at, message);
      }
    }
  },
  examples: [
    { name: 'every profile below its header', document: table('| Octo Three | n/a | 2022 |'), findings: [] },
    {
      name: 'a row of a table with a column for the company',
      document: table('| Octo Three | Octo Inc | [octo-3](https://github.com/octo-3) |'),
      findings: [
        {
          line: 5,
          columns: [1, 64],
          message:
            'this row seems to be of another table: “Octo Inc” stands below “Profile”, and the profile below “Duration”',
        },
      ],
    },
  ],
} satisfies Rule;

const hasProfile = (cell: Cell | undefined): boolean => cell !== undefined && profileAmong(cell.links) !== null;

/** The header below which the row has its profile, where its own column has something else. */
function profileElsewhere({ cells }: Row, column: number, header: Table['header']): string | null {
  const own = cells[column];
  if (!own || isBlank(own.text) || own.links.length > 0 || cells.length !== header.cells.length) return null;
  const found = cells.findIndex((cell, index) => index !== column && hasProfile(cell));
  return found < 0 ? null : (header.cells[found]?.text ?? null);
}
