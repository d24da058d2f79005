import type { Cell, Row, Table } from '../text/document.ts';

/** A place in a row where a pipe is evidently missing. */
interface MissingPipe {
  cell: Cell;
  /** Texts of the two links that should stand in cells of their own. */
  between: [string, string];
  /** The source of the cell with the pipe. */
  text: string;
}

/**
 * @returns where the one pipe is missing that the row lacks: in the only cell with two links and nothing but blanks
 * between them, in a column where no other row has more than one; `null` where there is no such cell, or several.
 */
export function missingPipe(table: Table, row: Row): MissingPipe | null {
  if (row.cells.length !== table.header.cells.length - 1) return null;
  const found = row.cells.flatMap((cell, column) => {
    const place = gapIn(cell);
    return place && hasSingleLinks(table, row, column) ? [place] : [];
  });
  return found.length === 1 ? found[0]! : null;
}

function gapIn(cell: Cell): MissingPipe | null {
  const [before, after] = cell.links;
  if (!before || !after || cell.links.length > 2) return null;
  const [start, end] = [before.at.endOffset - cell.at.offset, after.at.offset - cell.at.offset];
  if (cell.raw.slice(start, end).trim() !== '') return null;
  const text = `${cell.raw.slice(0, start)} | ${cell.raw.slice(end)}`;
  return { cell, between: [before.text, after.text], text };
}

const hasSingleLinks = (table: Table, row: Row, column: number): boolean =>
  table.rows.every((other) => other === row || (other.cells[column]?.links.length ?? 0) <= 1);
