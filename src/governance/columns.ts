import type { Cell, Row, Table } from '../text/document.ts';
import { nameKey } from '../text/names.ts';

/** What projects call the columns that a charter is read from. */
const columnNames = {
  group: ['group', 'working group', 'sig', 'name'],
  person: ['name', 'lead', 'leads', 'lead name'],
  company: ['company', 'affiliation', 'organization', 'organisation', 'employer'],
  seats: ['groups', 'working groups', 'group', 'working group', 'areas'],
  leads: ['leads', 'lead', 'chairs', 'chair'],
  people: ['leads', 'lead', 'chairs', 'chair', 'organizers', 'organisers', 'members'],
  stakeholders: ['stakeholder sigs', 'stakeholders', 'stakeholder groups'],
} as const;

export type Column = keyof typeof columnNames;

/** @returns the index of the column by what its header says, never by where it stands; `null` where there is none. */
export function columnOf(table: Table, column: Column): number | null {
  const headers = table.header.cells.map((cell) => nameKey(cell.text));
  for (const name of columnNames[column]) {
    const index = headers.indexOf(name);
    if (index >= 0) return index;
  }
  return null;
}

export function cellAt(row: Row, column: number | null): Cell | null {
  return column === null ? null : (row.cells[column] ?? null);
}

/** An answer that says “none”: `n/a` is one, an empty cell is not. */
export function isBlank(text: string): boolean {
  return text === '' || /^(n\/?a|none|tbd|-|–|—)$/i.test(text);
}
