import { applyChanges, type Change, movedBy } from '../text/changes.ts';
import type { Table } from '../text/document.ts';
import { readMarkdown } from '../text/markdown.ts';
import { type Column, columnsOf, padLine, widen } from './table-columns.ts';
import { hasSameShape, linesOf } from './table-lines.ts';

/**
 * Makes changes in a document. A table whose pipes stood below each other, and in which something is changed, is padded
 * anew so that they still do; no other table is.
 */
export function changeAligned(text: string, changes: Change[]): string {
  const changed = applyChanges(text, changes);
  const aligned = alignedTables(text, changes);
  if (aligned.size === 0) return changed;
  const padding = readMarkdown('', changed).tables.flatMap((table) => {
    const columns = aligned.get(table.at.offset);
    return columns ? padTable(table, changed, columns) : [];
  });
  return applyChanges(changed, padding);
}

/** The columns of the tables that were aligned and are changed, by where the table comes to stand. */
function alignedTables(text: string, changes: Change[]): Map<number, Column[]> {
  const found = new Map<number, Column[]>();
  if (changes.length === 0 || !text.includes('|')) return found;
  for (const table of readMarkdown('', text).tables) {
    const isChanged = changes.some(({ from, to }) => from >= table.at.offset && to <= table.at.endOffset);
    const columns = isChanged ? columnsOf(linesOf(table, text)) : null;
    if (columns) found.set(movedBy(changes, table.at.offset), columns);
  }
  return found;
}

/** Nothing where a row has other cells than the separator: then it is not the padding that is wrong. */
function padTable(table: Table, text: string, before: Column[]): Change[] {
  const lines = linesOf(table, text);
  const hasColumns = lines[0]?.cells.length === before.length;
  if (!hasColumns || !hasSameShape(lines)) return [];
  const columns = before.map((column, index) => widen(column, index, lines));
  return lines.map((line, index) => ({
    from: line.from,
    to: line.to,
    put: padLine(line, columns, { isSeparator: index === 1 }),
  }));
}
