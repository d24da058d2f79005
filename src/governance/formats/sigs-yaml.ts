import type { Artifact, Charter, Group, Lead, Link, Mention } from '../../model/charter.ts';
import type { Position } from '../../model/position.ts';
import type { DataDocument } from '../../text/document.ts';
import { slugOf } from '../../text/names.ts';
import { type Entry, entriesOf, itemsAt, textAt } from '../data-entries.ts';
import { aDocument } from '../example-documents.ts';
import type { Format } from '../format.ts';

/** The lists of groups, with what the project puts before the names of each. */
const kinds = {
  sigs: 'SIG',
  workinggroups: 'WG',
  usergroups: 'UG',
  committees: 'Committee',
} as const;

export default {
  of: 'data',
  summary: 'YAML with lists of groups, each with its label, its leadership and its subprojects',
  seenIn: 'Kubernetes since 2017',
  recognise(document) {
    const groups = groupsIn(document);
    const led = groups.filter(({ entry }) => textAt(entry, 'name') && entriesOf(entry.at(['leadership'])).length > 0);
    if (led.length > 0) return { fit: 1, because: `${led.length} of its groups have a name and a leadership` };
    if (groups.length > 0) return { fit: 0.3, because: 'none of its groups has both a name and a leadership' };
    return { fit: 0, because: `it has no list called ${Object.keys(kinds).join(', ')}` };
  },
  read(document): Charter {
    const groups = groupsIn(document).flatMap(({ entry, prefix }) => groupOf(entry, prefix));
    const leads = groups.flatMap(({ group, entry }) => leadsOf(entry, group));
    return {
      sources: [{ path: document.path, format: 'sigs-yaml' }],
      groups: groups.map(({ group }) => group),
      leads,
      list: null,
      namesLeads: leads.length > 0,
    };
  },
  examples: [
    {
      name: 'a special interest group with a subproject, and a working group that it has to do with',
      document: aDocument(
        'sigs:',
        '- dir: sig-docs',
        '  name: Docs',
        '  charter_link: charter.md',
        '  label: docs',
        '  leadership:',
        '    chairs:',
        '    - github: octo-lead-1',
        '      name: Octo One',
        '      company: Octo Inc',
        '    tech_leads:',
        '    - github: octo-lead-2',
        '      name: Octo Two',
        '  subprojects:',
        '  - name: website',
        'workinggroups:',
        '- dir: wg-search',
        '  name: Search',
        '  stakeholder_sigs:',
        '  - Docs',
        '  leadership:',
        '    chairs:',
        '    - github: octo-lead-1',
        '      name: Octo One',
        '      company: Octo Inc',
      ),
      groups: ['SIG Docs', 'WG Search'],
      leads: ['Octo One @octo-lead-1: SIG Docs, WG Search', 'Octo Two @octo-lead-2: SIG Docs'],
    },
  ],
} satisfies Format;

function groupsIn(document: DataDocument): { entry: Entry; prefix: string }[] {
  return Object.entries(kinds).flatMap(([key, prefix]) => itemsAt(document, [key]).map((entry) => ({ entry, prefix })));
}

function groupOf(entry: Entry, prefix: string): { group: Group; entry: Entry }[] {
  const name = textAt(entry, 'name');
  if (!name) return [];
  const label = textAt(entry, 'label');
  const printed = `${prefix} ${name.name}`;
  const stakeholders = itemsAt(entry, ['stakeholder_sigs']).flatMap(({ mention }) =>
    mention ? [{ ...mention, name: `${kinds.sigs} ${mention.name}` }] : [],
  );
  const group: Group = {
    name: printed,
    slug: slugOf(printed),
    areas: itemsAt(entry, ['subprojects']).flatMap((each) => textAt(each, 'name')?.name ?? []),
    artifacts: artifactsOf(entry),
    retired: false,
    at: name.at,
    ...(label ? { label } : {}),
    ...(stakeholders.length > 0 ? { stakeholders } : {}),
  };
  return [{ group, entry }];
}

function artifactsOf(entry: Entry): Artifact[] {
  const folder = textAt(entry, 'dir')?.name ?? '';
  const charter = textAt(entry, 'charter_link');
  return [
    ...(charter ? [artifact('charter_link', charter, inFolder(folder, charter.name))] : []),
    ...artifactsAt(entry, ['contact']),
    ...itemsAt(entry, ['meetings']).flatMap((meeting) => artifactsAt(meeting, [])),
  ];
}

/** Every text of an entry that is an address. */
function artifactsAt(entry: Entry, path: string[]): Artifact[] {
  return entriesOf(entry.at(path)).flatMap(({ key, mention }) => {
    const isLink = key.endsWith('url') || key === 'mailing_list' || key === 'slack';
    return isLink && mention ? [artifact(key, mention, key === 'slack' ? null : mention.name)] : [];
  });
}

function artifact(name: string, { name: text, at }: Mention, url: string | null): Artifact {
  const links: Link[] = url === null ? [] : [{ text: name, url, at }];
  return { name, text, links, at };
}

/** A charter's link is relative to the group's folder, as the generator of the group's page takes it. */
const inFolder = (folder: string, link: string): string =>
  /^[a-z]+:|^\//i.test(link) || folder === '' ? link : `${folder}/${link}`;

function leadsOf(entry: Entry, group: Group): Lead[] {
  return entriesOf(entry.at(['leadership'])).flatMap(({ key }) =>
    itemsAt(entry, ['leadership', key]).flatMap((person) => leadOf(person, group, key)),
  );
}

function leadOf(person: Entry, group: Group, role: string): Lead[] {
  const [name, handle, company] = [textAt(person, 'name'), textAt(person, 'github'), textAt(person, 'company')];
  const at: Position | undefined = name?.at ?? handle?.at;
  if (!at) return [];
  const lead: Lead = {
    name: name?.name ?? handle?.name ?? '',
    handle: handle?.name ?? null,
    company: company?.name ?? null,
    seats: [{ text: group.name, group: group.slug, area: null, at }],
    retired: role.startsWith('emeritus'),
    role,
    profile: handle ? { text: handle.name, url: `https://github.com/${handle.name}`, at: handle.at } : null,
    at,
    ...(company ? { companyAt: company.at } : {}),
  };
  return [lead];
}
