import type { Row, Table } from '../text/document.ts';

/**
 * The rows of a table as they were meant: a row that was broken after its first cell, so that GitHub shows two, is one
 * where both together have exactly the table's columns.
 */
export function wholeRows({ header, rows }: Table): Row[] {
  const whole: Row[] = [];
  for (const row of rows) {
    const before = whole.at(-1);
    const isRest = before?.cells.length === 1 && before.cells.length + row.cells.length === header.cells.length;
    if (before && isRest) whole[whole.length - 1] = { ...before, cells: [...before.cells, ...row.cells] };
    else whole.push(row);
  }
  return whole;
}
