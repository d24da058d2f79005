import type { Charter, Group, Lead, Mention, Seat } from '../../model/charter.ts';
import type { Cell, MarkdownDocument, Table } from '../../text/document.ts';
import { cellAt, columnOf, isBlank } from '../columns.ts';
import { aDocument, leadsInRow } from '../example-documents.ts';
import type { Format } from '../format.ts';
import { groupsOfTable } from '../groups-of-table.ts';
import { handleOf } from '../profile.ts';
import { type Item, itemsOf } from '../seats.ts';

export default {
  of: 'markdown',
  summary: 'One table in which each group’s row lists its leads, as `Name (Company)`',
  seenIn: 'Istio before 2017-11',
  recognise(document) {
    const table = findTable(document);
    if (!table) return { fit: 0, because: 'there is no table with a column of groups and a column “Leads”' };
    return { fit: 1, because: 'it has a table with a group a row and its leads in a column' };
  },
  read(document): Charter {
    const tables = findTable(document) ? document.tables.filter(isAlike) : [];
    const groups = tables.flatMap((table) => {
      const stakeholders = stakeholdersIn(table);
      return groupsOfTable(table, nameColumn(table)).map((group) => {
        const named = stakeholders.get(group.at.offset) ?? [];
        return named.length > 0 ? { ...group, stakeholders: named } : group;
      });
    });
    const leads = tables.flatMap((table) => leadsOf(table, groups));
    return {
      sources: [{ path: document.path, format: 'leads-in-row' }],
      groups,
      leads,
      list: null,
      namesLeads: leads.length > 0,
    };
  },
  examples: [
    {
      name: 'somebody leads two groups',
      document: leadsInRow([
        ['Core', 'Octo One (Octo Inc), Octo Two (Octo Labs)'],
        ['Docs', 'Octo Two (Octo Labs)'],
      ]),
      groups: ['Core', 'Docs'],
      leads: ['Octo One: Core', 'Octo Two: Core, Docs'],
    },
    {
      name: 'rows without their last pipe, a lead with a profile, and one without a company',
      document: aDocument(
        '| Name | Leads | Meetings |',
        '|------|-------|----------|',
        '| Core | [Octo One](https://github.com/octo-lead-1) (Octo Inc), Octo Two | TBD',
      ),
      groups: ['Core'],
      leads: ['Octo One @octo-lead-1: Core', 'Octo Two: Core'],
    },
    {
      name: 'two tables, in whose cells every lead has a line',
      document: aDocument(
        '| Name | Chairs |',
        '| --- | --- |',
        '| Docs | * [Octo One](https://github.com/octo-lead-1), Octo Inc<br>* [Octo Two](https://github.com/octo-lead-2)<br> |',
        '',
        '| Name | Stakeholder SIGs | Organizers |',
        '| --- | --- | --- |',
        '| Search | * Docs<br> | * [Octo One](https://github.com/octo-lead-1), Octo Inc<br> |',
      ),
      groups: ['Docs', 'Search'],
      leads: ['Octo One @octo-lead-1: Docs, Search', 'Octo Two @octo-lead-2: Docs'],
    },
  ],
} satisfies Format;

function findTable({ tables }: MarkdownDocument): Table | null {
  return tables.find(isOfGroups) ?? null;
}

const isOfGroups = (table: Table): boolean => columnOf(table, 'leads') !== null && columnOf(table, 'group') !== null;

/** Beside a table of groups and leads, another may call its leads members or organizers. */
const isAlike = (table: Table): boolean => columnOf(table, 'people') !== null && columnOf(table, 'group') !== null;

/** A column may name other groups that have to do with the row's: these, by the offset of the group's name. */
function stakeholdersIn(table: Table): Map<number, Mention[]> {
  const column = columnOf(table, 'stakeholders');
  if (column === null) return new Map();
  const kind = /\b(SIG|WG|UG)s?\b/.exec(table.header.cells[column]?.text ?? '')?.[1];
  const mention = ({ text, at }: Item): Mention => ({ name: kind ? `${kind} ${text}` : text, at });
  return new Map(
    table.rows.flatMap((row) => {
      const [name, cell] = [cellAt(row, nameColumn(table)), cellAt(row, column)];
      return name && cell ? [[name.at.offset, itemsOf(cell).map(mention)] as const] : [];
    }),
  );
}

const nameColumn = (table: Table) => columnOf(table, 'group') ?? 0;

function leadsOf(table: Table, groups: Group[]): Lead[] {
  const byOffset = new Map(groups.map((group) => [group.at.offset, group]));
  return table.rows.flatMap((row) => {
    const leads = cellAt(row, columnOf(table, 'people'));
    const name = cellAt(row, nameColumn(table));
    const group = name ? byOffset.get(name.at.offset) : undefined;
    if (!leads || !group || isBlank(leads.text)) return [];
    return itemsOf(leads).map((item) => leadOf(item, leads, group));
  });
}

function leadOf(item: Item, cell: Cell, group: Group): Lead {
  const { name, company } = splitCompany(item.text);
  const profile = cell.links.find((link) => link.at.offset >= item.at.offset && link.at.endOffset <= item.at.endOffset);
  const seat: Seat = { text: group.name, group: group.slug, area: null, at: item.at };
  return {
    name,
    handle: profile ? handleOf(profile.url) : null,
    company,
    seats: [seat],
    retired: false,
    profile: profile ?? null,
    at: item.at,
  };
}

/**
 * `Octo One (Octo Inc)` → the name and the company; the blank may be missing, the parenthesis may not be closed. In a
 * cell with a line each, the company follows a comma.
 */
function splitCompany(text: string): { name: string; company: string | null } {
  const [before = '', ...after] = text.split(/,\s+/);
  if (after.length > 0 && !before.includes('(')) return { name: before, company: after.join(', ') };
  const open = text.indexOf('(');
  if (open < 0) return { name: text, company: null };
  const company = text
    .slice(open + 1)
    .replace(/\)\s*$/, '')
    .trim();
  return { name: text.slice(0, open).trim(), company: company === '' ? null : company };
}
