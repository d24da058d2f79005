import { visit } from 'unist-util-visit';
import type { Charter, Group, Lead } from '../../model/charter.ts';
import { readDataBetween } from '../../text/data.ts';
import type { DataDocument, MarkdownDocument } from '../../text/document.ts';
import { slugOf } from '../../text/names.ts';
import { type Entry, entriesOf, entryOf, itemsAt, textAt } from '../data-entries.ts';
import { aDocument } from '../example-documents.ts';
import type { Format } from '../format.ts';

/** Lists of people who lead the group, whatever they lead it in. */
const leadKeys = ['execution_leads', 'technical_leads', 'leads', 'chairs'];

export default {
  of: 'markdown',
  summary: 'A file per group that holds a fenced block of YAML with its name, its leads and its areas',
  seenIn: 'Cloud Foundry since 2022-03',
  recognise(document) {
    const block = blockOf(document);
    if (!block) return { fit: 0, because: 'there is no fenced block of YAML' };
    const missing = [
      ...(textAt(entryOf(block), 'name') ? [] : ['a name']),
      ...(hasLeads(block) ? [] : [`leads (${leadKeys[0]} or ${leadKeys[1]})`]),
    ];
    if (missing.length === 0) return { fit: 1, because: 'its block of YAML has a name and lists of leads' };
    return { fit: missing.length === 1 ? 0.3 : 0, because: `its block of YAML has not ${missing.join(' and ')}` };
  },
  read(document): Charter {
    const block = blockOf(document);
    const group = block ? groupOf(entryOf(block)) : null;
    const leads = block && group ? leadsOf(entryOf(block), group) : [];
    return {
      sources: [{ path: document.path, format: 'charter-file' }],
      groups: group ? [group] : [],
      leads,
      list: null,
      namesLeads: leads.length > 0,
    };
  },
  examples: [
    {
      name: 'a group with an area, led by two',
      document: aDocument(
        '# Docs: Working Group Charter',
        '',
        '```yaml',
        'name: Docs',
        'execution_leads:',
        '- name: Octo One',
        '  github: octo-lead-1',
        'technical_leads:',
        '- name: Octo One',
        '  github: octo-lead-1',
        '- name: Octo Two',
        '  github: octo-lead-2',
        'areas:',
        '- name: Website',
        '  repositories:',
        '  - octo-org/website',
        '```',
      ),
      groups: ['Docs'],
      leads: ['Octo One @octo-lead-1: Docs', 'Octo Two @octo-lead-2: Docs'],
    },
  ],
} satisfies Format;

/** The first block of YAML with a name, else the first that can be read. */
function blockOf(document: MarkdownDocument): DataDocument | null {
  const blocks: DataDocument[] = [];
  visit(document.tree, 'code', (node) => {
    if (!/^ya?ml$/i.test(node.lang ?? '') || blocks.length > 5) return;
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    const source = document.text.slice(start, end);
    const opening = /^[^\r\n]*(?:\r\n|\r|\n|$)/.exec(source)?.[0].length ?? 0;
    const closing = /(?:^|[\r\n])[ \t>]*(?:`{3,}|~{3,})[ \t]*$/.exec(source)?.[0].length ?? 0;
    const block = readDataBetween(document, [start + opening, Math.max(start + opening, end - closing)]);
    if (block.kind === 'data') blocks.push(block);
  });
  return blocks.find((block) => textAt(entryOf(block), 'name')) ?? blocks[0] ?? null;
}

const hasLeads = (block: DataDocument): boolean => entriesOf(entryOf(block)).some(({ key }) => leadKeys.includes(key));

function groupOf(entry: Entry): Group | null {
  const name = textAt(entry, 'name');
  if (!name) return null;
  return {
    name: name.name,
    slug: slugOf(name.name),
    areas: itemsAt(entry, ['areas']).flatMap((area) => textAt(area, 'name')?.name ?? []),
    artifacts: [],
    retired: false,
    at: name.at,
  };
}

function leadsOf(entry: Entry, group: Group): Lead[] {
  return leadKeys.flatMap((key) => itemsAt(entry, [key]).flatMap((person) => leadOf(person, group, key)));
}

function leadOf(person: Entry, group: Group, role: string): Lead[] {
  const [name, handle] = [textAt(person, 'name'), textAt(person, 'github')];
  const at = name?.at ?? handle?.at;
  if (!at) return [];
  return [
    {
      name: name?.name ?? handle?.name ?? '',
      handle: handle?.name ?? null,
      company: null,
      seats: [{ text: group.name, group: group.slug, area: null, at }],
      retired: false,
      profile: handle ? { text: handle.name, url: `https://github.com/${handle.name}`, at: handle.at } : null,
      role,
      at,
    },
  ];
}
