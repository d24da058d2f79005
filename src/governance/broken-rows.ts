import type { Row, Table } from '../text/document.ts';

/** Two lines that were one row. */
interface BrokenRow {
  first: Row;
  second: Row;
}

/**
 * @returns the pairs of neighbouring rows that are one row with a line break between two cells: together they have the
 * table's number of cells, and the second lacks the leading pipe that the first has.
 */
export function brokenRows({ header, rows }: Table): BrokenRow[] {
  const found: BrokenRow[] = [];
  rows.forEach((second, index) => {
    const first = rows[index - 1];
    if (!first || found.at(-1)?.second === first || first.cells.length + second.cells.length !== header.cells.length)
      return;
    if (hasLeadingPipe(first) && !hasLeadingPipe(second)) found.push({ first, second });
  });
  return found;
}

/** The source of both as one row. */
export function joinRows(first: Row, second: Row, text: string): string {
  const [start, end] = [first, second].map(({ at }) => text.slice(at.offset, at.endOffset).trim());
  return `${start}${start!.endsWith('|') ? ' ' : ' | '}${end}`;
}

const hasLeadingPipe = ({ at, cells }: Row): boolean => cells[0] !== undefined && cells[0].at.offset > at.offset;
