import type { Group } from '../model/charter.ts';
import type { Table } from '../text/document.ts';
import { slugOf } from '../text/names.ts';

/** Reads a group a row: its name from one column, what it has from all the others. */
export function groupsOfTable(table: Table, nameColumn: number): Group[] {
  const headers = table.header.cells.map((cell) => cell.text);
  return table.rows.flatMap(({ cells }) => {
    const name = cells[nameColumn];
    if (!name || name.text === '') return [];
    const artifacts = cells.flatMap((cell, column) => {
      const header = headers[column];
      return column === nameColumn || header === undefined
        ? []
        : [{ name: header, text: cell.text, links: cell.links, at: cell.at }];
    });
    return [{ name: name.text, slug: slugOf(name.text), areas: [], artifacts, retired: false, at: name.at }];
  });
}
