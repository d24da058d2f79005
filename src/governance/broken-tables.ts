import type { MarkdownDocument } from '../text/document.ts';

/** Lines that were meant as the head of a table and are none. */
interface BrokenTable {
  /** Offsets of the separator. */
  from: number;
  to: number;
  /** Columns of the separator. */
  columns: number;
  /** Cells of the line above it. */
  cells: number;
}

const separator = /^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?$/;

/**
 * @returns the separators that stand below a line with another number of cells: GitHub shows such lines as text.
 * Source: GFM spec, “Tables (extension)”: the header row must match the delimiter row in the number of cells.
 */
export function brokenTables({ tree, text }: MarkdownDocument): BrokenTable[] {
  return tree.children.flatMap((node) => {
    if (node.type !== 'paragraph') return [];
    const start = node.position?.start.offset ?? 0;
    return brokenTablesIn(text.slice(start, node.position?.end.offset ?? start), start);
  });
}

function brokenTablesIn(paragraph: string, start: number): BrokenTable[] {
  const found: BrokenTable[] = [];
  let above = '';
  for (const match of paragraph.matchAll(/[^\r\n]+/g)) {
    const line = match[0].trimEnd();
    if (separator.test(line) && above.includes('|')) {
      const [cells, columns] = [countCells(above), countCells(line)];
      const from = start + match.index + (line.length - line.trimStart().length);
      if (cells !== columns) found.push({ from, to: start + match.index + line.length, columns, cells });
    }
    above = line;
  }
  return found;
}

/** Outer pipes part nothing, escaped ones are text. */
function countCells(line: string): number {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.replace(/\\./g, '').split('|').length;
}
