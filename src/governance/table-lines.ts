import type { Table } from '../text/document.ts';

/** A line of a table's source, cut at its pipes. */
export interface TableLine {
  /** Offsets of the line in the document, without what stands before a table in a list or a quote. */
  from: number;
  to: number;
  /** What stands before the first cell: blanks and a pipe, or nothing. */
  head: string;
  /** The source between the pipes with its padding. */
  cells: string[];
  /** The pipe after the last cell and what follows it, or nothing. */
  tail: string;
}

/** @returns the header, the separator and the rows. */
export function linesOf(table: Table, text: string): TableLine[] {
  const indent = table.header.at.column - 1;
  const first = table.at.offset - indent;
  return [...text.slice(first, table.at.endOffset).matchAll(/([^\r\n]+)(?:\r\n|\n|\r|$)/g)].map((match) => {
    const from = first + match.index + indent;
    return { from, to: first + match.index + match[1]!.length, ...cut(match[1]!.slice(indent)) };
  });
}

/** Whether all lines have the separator's number of cells, and its outer pipes or none. */
export function hasSameShape(lines: TableLine[]): boolean {
  const separator = lines[1];
  return (
    separator !== undefined &&
    lines.every(
      ({ head, cells, tail }) =>
        head === separator.head && cells.length === separator.cells.length && (tail === '') === (separator.tail === ''),
    )
  );
}

/** Source: GFM spec, “Tables (extension)”: a pipe parts cells, in code too, unless it is escaped. */
function cut(line: string): Omit<TableLine, 'from' | 'to'> {
  const pipes = [...line.matchAll(/\\[\\|]|\|/g)].filter(([sign]) => sign === '|').map(({ index }) => index);
  const [first, last] = [pipes[0] ?? line.length, pipes.at(-1) ?? line.length];
  const start = line.slice(0, first).trim() === '' && pipes.length > 0 ? first + 1 : 0;
  const end = last >= start && line.slice(last + 1).trim() === '' ? last : line.length;
  const inner = pipes.filter((at) => at >= start && at < end);
  const cells = [start, ...inner.map((at) => at + 1)].map((at, index) => line.slice(at, inner[index] ?? end));
  return { head: line.slice(0, start), cells, tail: line.slice(end) };
}
