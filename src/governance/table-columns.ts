import { hasSameShape, type TableLine } from './table-lines.ts';

/** How a column of an aligned table is laid out. */
export interface Column {
  /** From pipe to pipe, as `measure` counts; `null` for a last column that no pipe closes. */
  width: number | null;
  /** Whether the width is what its longest cell needs, so that it shrinks with that cell. */
  tight: boolean;
  /** Blanks that each cell has at least, 0 or 1. */
  left: number;
  right: number;
  /** Where a cell stands in its column; `start` keeps the blanks before it. */
  place: 'start' | 'middle' | 'end';
  measure: Measure;
}

type Measure = (text: string) => number;

/** Editors count in characters, some programs in UTF-16 units. */
const measures: Measure[] = [(text) => [...text].length, (text) => text.length];

/** @returns the columns of a table whose pipes stand below each other, `null` where they don't. */
export function columnsOf(lines: TableLine[]): Column[] | null {
  if (!hasSameShape(lines) || lines.some(({ cells }) => cells.some((cell) => cell.includes('\t')))) return null;
  for (const measure of measures) {
    const columns = lines[1]!.cells.map((_, index) => columnOf(lines, index, measure));
    if (columns.every((column) => column !== null)) return columns;
  }
  return null;
}

/** @returns the column with the width that its cells need after a change. */
export function widen(column: Column, index: number, lines: TableLine[]): Column {
  if (column.width === null) return column;
  const needed = neededWidth(column, index, lines);
  return { ...column, width: column.tight ? needed : Math.max(column.width, needed) };
}

/** @returns the line's source with its cells padded. */
export function padLine(
  { head, cells, tail }: TableLine,
  columns: Column[],
  { isSeparator }: { isSeparator: boolean },
): string {
  const padded = cells.map((cell, index) =>
    isSeparator ? padSeparator(cell, columns[index]!) : padCell(cell, columns[index]!),
  );
  return head + padded.join('|') + tail;
}

function columnOf(lines: TableLine[], index: number, measure: Measure): Column | null {
  const separator = lines[1]!.cells[index]!;
  const cells = cellsOf(lines, index);
  const isOpen = index === lines[1]!.cells.length - 1 && lines[1]!.tail === '';
  const width = isOpen ? null : measure(separator);
  if (width !== null && cells.some((cell) => measure(cell) !== width)) return null;
  const filled = cells.map(padding).filter(({ text }) => text !== '');
  const left = filled.every(({ before }) => before > 0) ? 1 : 0;
  const right = filled.every(({ after }) => after > 0) ? 1 : 0;
  const column: Column = { width, tight: false, left, right, place: placeOf(separator.trim(), filled), measure };
  return { ...column, tight: width === neededWidth(column, index, lines) };
}

const cellsOf = (lines: TableLine[], index: number): string[] =>
  lines.filter((_, line) => line !== 1).map(({ cells }) => cells[index]!);

function placeOf(separator: string, cells: Padded[]): Column['place'] {
  const [starts, ends] = [separator.startsWith(':'), separator.endsWith(':')];
  if (starts && ends && cells.every(({ before, after }) => Math.abs(before - after) <= 1)) return 'middle';
  if (!starts && ends && cells.every(({ after }) => after <= 1)) return 'end';
  return 'start';
}

function neededWidth(column: Column, index: number, lines: TableLine[]): number {
  const { before, text, after } = padding(lines[1]!.cells[index]!);
  const dashes = Math.min(3, text.replaceAll(':', '').length);
  const separator = before + text.replaceAll('-', '').length + dashes + after;
  return cellsOf(lines, index).reduce((width, cell) => Math.max(width, neededBy(cell, column)), separator);
}

function neededBy(cell: string, column: Column): number {
  const { text } = padding(cell);
  return column.left + column.measure(text) + rightOf(text, column);
}

/** Right before a pipe a backslash would escape it. */
const rightOf = (text: string, { right }: Column): number => (text.endsWith('\\') ? 1 : right);

function padCell(cell: string, column: Column): string {
  if (column.width === null) return cell;
  const { before, text } = padding(cell);
  const free = column.width - column.measure(text);
  const right = rightOf(text, column);
  const start = { start: Math.min(before, free - right), middle: Math.floor(free / 2), end: free - right }[
    column.place
  ];
  const left = text === '' ? 0 : Math.max(start, column.left);
  return ' '.repeat(left) + text + ' '.repeat(free - left);
}

function padSeparator(cell: string, { width }: Column): string {
  if (width === null) return cell;
  const { before, text, after } = padding(cell);
  const around = before + after + text.replaceAll('-', '').length;
  const dashes = '-'.repeat(Math.max(1, width - around));
  return ' '.repeat(before) + text.replace(/-+/, dashes) + ' '.repeat(after);
}

interface Padded {
  before: number;
  text: string;
  after: number;
}

/** Only blanks: a non-breaking space is what someone wrote into the cell. */
function padding(cell: string): Padded {
  let [from, to] = [0, cell.length];
  while (cell[from] === ' ') from++;
  while (to > from && cell[to - 1] === ' ') to--;
  return { before: from, text: cell.slice(from, to), after: cell.length - to };
}
