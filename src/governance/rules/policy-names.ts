import type { Charter, Group, Mention } from '../../model/charter.ts';
import { quote } from '../../text/escape.ts';
import { indexLabels } from '../../text/label-index.ts';
import { entriesOf, entryOf, itemsAt, textAt } from '../data-entries.ts';
import { twoTables } from '../example-documents.ts';
import { groupCalled } from '../group-names.ts';
import type { Project } from '../project.ts';
import type { Rule } from '../rule.ts';
import { seatOf } from '../seats.ts';
import { suggest } from '../suggest.ts';

const policy = (alias: string) => ({ '.github/remit.yml': `charter:\n  aliases:\n    net: ${alias}\n` });
const route = (end: string) => ({ '.github/remit.yml': `triage:\n  routes:\n    - { title: gateway, ${end} }\n` });

export default {
  summary: 'The aliases and routes in `.github/remit.yml` name groups that are there',
  why: 'Issues with the label of a group that was renamed or dissolved go to nobody.',
  severity: 'error',
  across({ project }, report) {
    const { charter } = project;
    if (charter.groups.length === 0) return;
    const names = charter.groups.map((each) => each.name);
    for (const { name, at, group } of namesIn(project)) {
      if (group && !group.retired) continue;
      const message = group ? `${quote(name)} is retired` : `${quote(name)} is no group of the document`;
      report(at, message, { expected: group ? [] : suggest(name, names, { asked: 1 }) });
    }
  },
  examples: [
    { name: 'a group', document: twoTables({}), files: policy('Networking'), findings: [] },
    { name: 'an area of a group', document: twoTables({}), files: policy('Networking - Data Plane'), findings: [] },
    {
      name: 'a name that is no group’s',
      document: twoTables({}),
      files: policy('Netwroking'),
      findings: [
        {
          path: '.github/remit.yml',
          line: 3,
          columns: [10, 20],
          message: '“Netwroking” is no group of the document',
          expected: ['Networking'],
        },
      ],
    },
    {
      name: 'routes to a group, by its name, an alias and a label',
      document: twoTables({}),
      policy: { label: ['area/{group}'], aliases: { net: 'Networking' } },
      files: {
        '.github/remit.yml':
          'triage:\n  routes:\n    - { title: a, group: Networking }\n    - { title: b, group: net }\n    - { title: c, label: area/networking }\n',
      },
      findings: [],
    },
    {
      name: 'a route to a name that is no group’s',
      document: twoTables({}),
      files: route('group: Netwroking'),
      findings: [
        {
          path: '.github/remit.yml',
          line: 3,
          columns: [32, 42],
          message: '“Netwroking” is no group of the document',
          expected: ['Networking'],
        },
      ],
    },
    {
      name: 'a route to a label that names no group',
      document: twoTables({}),
      policy: { label: ['area/{group}'], aliases: {} },
      files: route('label: bug'),
      findings: [
        {
          path: '.github/remit.yml',
          line: 3,
          columns: [32, 35],
          message: '“bug” is no group of the document',
        },
      ],
    },
  ],
} satisfies Rule;

interface Named extends Mention {
  group: Group | null;
}

/** The configuration is one of the files that must agree; it is known by its path. */
function namesIn({ files, charter, policy }: Project): Named[] {
  const index = indexLabels(charter, policy);
  const ofLabel = (label: string) => {
    const read = index.read(label);
    return read && 'group' in read ? read.group : null;
  };
  return files.flatMap(({ path, document }) => {
    if (document?.kind !== 'data' || !/(?:^|\/)\.github\/remit\.ya?ml$/.test(path)) return [];
    const aliases = entriesOf(entryOf(document, ['charter', 'aliases'])).flatMap(({ mention }) => mention ?? []);
    const routes = itemsAt(document, ['triage', 'routes']);
    return [
      ...aliases.map((alias) => ({ ...alias, group: groupOfSeat(alias, charter) })),
      ...routes
        .flatMap((route) => textAt(route, 'group') ?? [])
        .map((name) => ({ ...name, group: index.find(name.name)?.group ?? groupOfSeat(name, charter) })),
      ...routes
        .flatMap((route) => textAt(route, 'label') ?? [])
        .map((label) => ({ ...label, group: ofLabel(label.name) })),
    ];
  });
}

function groupOfSeat({ name, at }: Mention, charter: Charter): Group | null {
  const { group: slug } = seatOf({ text: name, at }, charter.groups);
  return charter.groups.find((each) => each.slug === slug) ?? groupCalled(name, charter) ?? null;
}
