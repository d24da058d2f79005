import type { Cell, MarkdownDocument } from '../text/document.ts';
import { nameKey } from '../text/names.ts';

/** The columns that a charter is read from, with the header that every format knows for each. */
export const standardColumns = {
  group: 'Group',
  leads: 'Leads',
  name: 'Name',
  company: 'Company',
  profile: 'Profile',
  groups: 'Groups',
  artifact: 'Artifact',
} as const;

export type StandardColumn = keyof typeof standardColumns;

/**
 * @returns the document with the standard header in place of a project's own word for it; the source, the places and
 * all other headers stay.
 */
export function withColumns(document: MarkdownDocument, columns: Record<string, string[]>): MarkdownDocument {
  const words = new Map(
    Object.entries(columns).flatMap(([column, headers]) =>
      headers.map((header) => [nameKey(header), standardColumns[column as StandardColumn]] as const),
    ),
  );
  if (words.size === 0) return document;
  const renamed = (cell: Cell): Cell => ({ ...cell, text: words.get(nameKey(cell.text)) ?? cell.text });
  const tables = document.tables.map((table) => ({
    ...table,
    header: { ...table.header, cells: table.header.cells.map(renamed) },
  }));
  return { ...document, tables };
}
