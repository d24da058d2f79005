import type { Artifact, Charter, Group, Lead } from '../../model/charter.ts';
import type { Heading, MarkdownDocument, Row, Table } from '../../text/document.ts';
import { nameKey, slugOf } from '../../text/names.ts';
import { cellAt, isBlank } from '../columns.ts';
import { aDocument } from '../example-documents.ts';
import type { Format } from '../format.ts';
import { listAbove } from '../list-of-groups.ts';
import { handleOfProfile, profileAmong } from '../profile.ts';
import { isTemplateName } from '../template.ts';
import { wholeRows } from '../whole-rows.ts';

export default {
  of: 'markdown',
  summary: 'A heading per group, below it a table of what the group has and a table of its leads with their profiles',
  seenIn: 'Knative, Cloud Foundry since 2021-10, Istio in 2018',
  recognise(document) {
    const led = sectionsOf(document).filter((section) => section.leads.length > 0).length;
    if (led >= 2) return { fit: 0.95, because: `${led} of its sections have a table of leads` };
    if (led === 1) return { fit: 0.4, because: 'only one of its sections has a table of leads' };
    return { fit: 0, because: 'no section has a table with a column “Leads”' };
  },
  read(document): Charter {
    const sections = sectionsOf(document);
    const list = listAbove(document, sections[0]?.heading ?? null);
    const named = nameSections(sections, list?.map((mention) => mention.name) ?? []);
    const leads = named.flatMap(({ section, group }) => leadsOf(section, group));
    return {
      sources: [{ path: document.path, format: 'section-with-tables' }],
      groups: named.map(({ group }) => group),
      leads,
      list,
      namesLeads: leads.some((lead) => !lead.retired),
    };
  },
  examples: [
    {
      name: 'a lead of two groups, a former lead, and a group that is no more',
      document: aDocument(
        '# Working groups',
        '',
        '## Docs',
        '',
        '| Artifact | Link |',
        '| --- | --- |',
        '| Forum | [Forum](https://forum.example.org/c/docs) |',
        '',
        '| &nbsp; | Leads | Company | Profile |',
        '| --- | --- | --- | --- |',
        '| &nbsp; | Octo One (Technical) | Octo Inc | [octo-lead-1](https://github.com/octo-lead-1) |',
        '',
        '| &nbsp; | Emeritus Leads | Profile | Duration |',
        '| --- | --- | --- | --- |',
        '| &nbsp; | Octo Two | [octo-lead-2](https://github.com/octo-lead-2) | 2020 |',
        '',
        '## Networking',
        '',
        '&nbsp; | Leads | Company | Profile',
        '---|---|---|---',
        '&nbsp; | Octo Three | Octo Labs | n/a',
        '',
        '# Emeritus working groups',
        '',
        '## Config',
        '',
        '&nbsp; | Leads | Company | Profile',
        '---|---|---|---',
        '&nbsp; | Octo Three | Octo Labs | n/a',
      ),
      groups: ['Docs', 'Networking', 'Config'],
      leads: [
        'Octo One @octo-lead-1: Docs',
        'Octo Two @octo-lead-2: Docs',
        'Octo Three: Networking',
        'Octo Three: Config',
      ],
    },
  ],
} satisfies Format;

interface Section {
  heading: Heading;
  /** Stands below a heading that says that its groups are no more. */
  retired: boolean;
  artifacts: Table[];
  leads: Table[];
}

/** The sections that have a table of a group's; the template that stands empty has one too, and is left out later. */
function sectionsOf(document: MarkdownDocument): Section[] {
  const sections = new Map<Heading, Section>();
  for (const table of document.tables) {
    const isOfLeads = personColumn(table) !== null;
    if (table.section === null || !(isOfLeads || headerAt(table, 'artifact') !== null)) continue;
    const section = sections.get(table.section) ?? {
      heading: table.section,
      retired: isBelowRetired(table.section, document.headings),
      artifacts: [],
      leads: [],
    };
    (isOfLeads ? section.leads : section.artifacts).push(table);
    sections.set(table.section, section);
  }
  return [...sections.values()];
}

const retiredWords = /\b(emeritus|retired|former|inactive|archived)\b/i;

function isBelowRetired(heading: Heading, headings: Heading[]): boolean {
  const above = headings.filter(({ at, depth }) => at.offset < heading.at.offset && depth < heading.depth);
  return retiredWords.test(above.at(-1)?.text ?? '');
}

/**
 * Names the sections by their headings. A section that kept the template's heading while people stand in it is a group:
 * where it is the only one, and the list has one group without a section, everybody can see which.
 */
function nameSections(sections: Section[], listed: string[]): { section: Section; group: Group }[] {
  const headings = new Set(sections.map(({ heading }) => nameKey(heading.text)));
  const templates = sections.filter((section) => isTemplateName(section.heading.text) && hasPeople(section));
  const unwritten = listed.filter((name) => !headings.has(nameKey(name)));
  const meant = templates.length === 1 && unwritten.length === 1 ? unwritten[0] : undefined;
  return sections.flatMap((section) => {
    const isTemplate = isTemplateName(section.heading.text);
    const name = isTemplate ? (templates.includes(section) ? meant : undefined) : section.heading.text;
    return name === undefined ? [] : [{ section, group: groupOf(section, name) }];
  });
}

function hasPeople({ leads }: Section): boolean {
  return leads.some((table) => table.rows.some((row) => row.cells.some((cell) => profileAmong(cell.links) !== null)));
}

function groupOf({ heading, retired, artifacts }: Section, name: string): Group {
  return {
    name,
    slug: slugOf(name),
    areas: [],
    artifacts: artifacts.flatMap((table) => table.rows.flatMap(artifactOf)),
    retired,
    at: heading.at,
  };
}

function artifactOf({ cells: [name, value] }: Row): Artifact[] {
  if (!name || !value || name.text === '') return [];
  return [{ name: name.text, text: value.text, links: value.links, at: value.at }];
}

function leadsOf({ leads, retired }: Section, group: Group): Lead[] {
  return leads.flatMap((table) => {
    const former = retired || headerAt(table, 'emeritus leads') !== null;
    return wholeRows(table).flatMap((row) => leadOf(row, table, group, { former }));
  });
}

function leadOf(row: Row, table: Table, group: Group, { former }: { former: boolean }): Lead[] {
  const name = cellAt(row, personColumn(table));
  if (!name || name.text === '') return [];
  const employer = cellAt(row, headerAt(table, 'company'));
  const company = employer?.text ?? '';
  const cell = cellAt(row, headerAt(table, 'profile'));
  // A row that was pasted from a table of other columns has its profile elsewhere.
  const profile = profileAmong(name.links) ?? cell?.links[0] ?? profileAmong(row.cells.flatMap(({ links }) => links));
  return [
    {
      name: withoutRole(name.text),
      handle: profile ? handleOfProfile(profile) : null,
      company: isBlank(company) ? null : company,
      seats: [{ text: group.name, group: group.slug, area: null, at: name.at }],
      retired: former,
      profile,
      ...(cell && cell.text !== '' && isBlank(cell.text) ? { noProfile: true as const } : {}),
      at: name.at,
      ...(employer && !isBlank(company) ? { companyAt: employer.at } : {}),
    },
  ];
}

/** `Octo One (Technical)` → `Octo One`; what stands in the middle of a name belongs to it. */
const withoutRole = (name: string): string => name.replace(/\s*\([^()]*\)$/, '');

function personColumn(table: Table): number | null {
  return headerAt(table, 'leads') ?? headerAt(table, 'emeritus leads');
}

function headerAt({ header }: Table, name: string): number | null {
  const index = header.cells.findIndex((cell) => nameKey(cell.text) === name);
  return index < 0 ? null : index;
}
