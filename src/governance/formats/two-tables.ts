import type { Charter, Group, Lead } from '../../model/charter.ts';
import type { MarkdownDocument, Row, Table } from '../../text/document.ts';
import { cellAt, columnOf, isBlank } from '../columns.ts';
import { aDocument, twoTables } from '../example-documents.ts';
import type { Format } from '../format.ts';
import { groupsOfTable } from '../groups-of-table.ts';
import { handleOf, profileAmong } from '../profile.ts';
import { itemsOf, seatOf, withAreas } from '../seats.ts';

export default {
  of: 'markdown',
  summary: 'A table of groups with a column per artifact, and a table of leads who name their groups',
  seenIn: 'Istio since 2019',
  recognise(document) {
    const groups = groupsTable(document);
    const leads = leadsTable(document);
    if (groups && leads)
      return { fit: 1, because: 'it has a table of groups and a table of leads with a column of groups' };
    if (leads) return { fit: 0.3, because: 'it has a table of leads, but none of groups (a column “Group”)' };
    if (groups)
      return { fit: 0.6, because: 'it has a table of groups, but none of leads (columns “Name” and “Groups”)' };
    return { fit: 0, because: 'there is no table of groups (a column “Group”) and none of leads' };
  },
  read(document): Charter {
    const table = groupsTable(document);
    const named = table ? groupsOfTable(table, columnOf(table, 'group') ?? 0) : [];
    const people = leadsTable(document);
    const leads = people ? people.rows.flatMap((row) => leadOf(row, people, named)) : [];
    const seats = leads.flatMap((lead) => lead.seats);
    return {
      sources: [{ path: document.path, format: 'two-tables' }],
      groups: withAreas(named, seats),
      leads,
      list: null,
      namesLeads: leads.length > 0,
    };
  },
  examples: [
    {
      name: 'a lead of an area of a group, and one of two groups',
      document: twoTables({
        leads: [
          ['octo-lead-1', 'Networking - Data Plane'],
          ['octo-lead-2', 'Docs, Networking'],
        ],
      }),
      groups: ['Docs', 'Networking', 'Security'],
      leads: ['Octo Lead 1 @octo-lead-1: Networking - Data Plane', 'Octo Lead 2 @octo-lead-2: Docs, Networking'],
    },
    {
      name: 'rows without outer pipes, and a row of an older layout with a column too many',
      document: aDocument(
        'Group | Forum',
        '------|------',
        'Docs | [Forum](https://forum.example.org/c/docs)',
        'Test & Release | n/a',
        '',
        '&nbsp; | Name | Company | Groups',
        '-------|------|---------|-------',
        '&nbsp; | [Octo Lead 1](https://github.com/octo-lead-1) | &nbsp; | Test and Release',
        '&nbsp; | Octo Lead 2 | Octo Inc | [octo-lead-2](https://github.com/octo-lead-2) | Docs',
      ),
      groups: ['Docs', 'Test & Release'],
      leads: ['Octo Lead 1 @octo-lead-1: Test and Release', 'Octo Lead 2 @octo-lead-2: Docs'],
    },
  ],
} satisfies Format;

function groupsTable({ tables }: MarkdownDocument): Table | null {
  const isOfGroups = (table: Table) =>
    table.header.cells.length > 1 &&
    columnOf(table, 'group') !== null &&
    columnOf(table, 'company') === null &&
    !isLeadsTable(table) &&
    !namesLeadsInRows(table);
  return tables.find(isOfGroups) ?? null;
}

function leadsTable({ tables }: MarkdownDocument): Table | null {
  return tables.find(isLeadsTable) ?? null;
}

function isLeadsTable(table: Table): boolean {
  const person = columnOf(table, 'person');
  const seats = columnOf(table, 'seats');
  return person !== null && seats !== null && person !== seats;
}

const namesLeadsInRows = (table: Table) => columnOf(table, 'leads') !== null;

function leadOf(row: Row, table: Table, groups: Group[]): Lead[] {
  const name = cellAt(row, columnOf(table, 'person'));
  if (!name || name.text === '') return [];
  const employer = cellAt(row, columnOf(table, 'company'));
  const company = employer?.text ?? '';
  const { seats, profile } = seatsAndProfile(row, table);
  const link = profileAmong(name.links) ?? profile;
  return [
    {
      name: name.text,
      handle: link ? handleOf(link.url) : null,
      company: isBlank(company) ? null : company,
      seats: (seats ? itemsOf(seats) : []).map((item) => seatOf(item, groups)),
      retired: false,
      profile: link ?? name.links[0] ?? null,
      at: name.at,
      ...(employer && !isBlank(company) ? { companyAt: employer.at } : {}),
    },
  ];
}

/**
 * A row with a cell too many whose groups' cell holds a profile is of the older layout, in which the profile had a column
 * of its own: GitHub doesn't show its groups, but everybody can see what was meant.
 */
function seatsAndProfile(row: Row, table: Table) {
  const seats = cellAt(row, columnOf(table, 'seats'));
  const shifted = row.cells.length > table.header.cells.length ? profileAmong(seats?.links ?? []) : null;
  return { seats: shifted ? (row.cells.at(-1) ?? null) : seats, profile: shifted };
}
