import type { Group } from '../../model/charter.ts';
import { quote } from '../../text/escape.ts';
import { nameKey } from '../../text/names.ts';
import { aDocument } from '../example-documents.ts';
import { groupCalled } from '../group-names.ts';
import type { Rule } from '../rule.ts';
import { suggest } from '../suggest.ts';

const sigs = (stakeholder: string) =>
  aDocument(
    'sigs:',
    ...['Docs', 'Network'].flatMap((name) => [
      `- name: ${name}`,
      '  leadership:',
      '    chairs:',
      '    - github: octo-lead-1',
      '      name: Octo One',
    ]),
    'workinggroups:',
    '- name: Search',
    '  stakeholder_sigs:',
    '  - Docs',
    `  - ${stakeholder}`,
    'usergroups:',
    '- name: Big Data',
  );

export default {
  summary: 'The groups that a group names as its stakeholders are there',
  why: 'A working group whose sponsor was renamed or dissolved has nobody left to answer for it.',
  severity: 'error',
  across({ project: { files, charter } }, report) {
    if (charter.groups.length === 0) return;
    const names = charter.groups.map((group) => group.name);
    for (const group of files.flatMap((file) => file.charter.groups)) {
      for (const { name, at } of group.stakeholders ?? []) {
        const found = groupCalled(name, charter);
        if (found && !found.retired && isOfItsKind(name, found)) continue;
        const message = `${quote(group.name)} names ${quote(name)}, which is ${statusOf(found)}`;
        report(at, message, { expected: found ? [] : suggest(name, names, { asked: names.length }) });
      }
    }
  },
  examples: [
    { name: 'groups that are there', path: 'sigs.yaml', document: sigs('Network'), findings: [] },
    {
      name: 'a name that is not quite a group’s',
      path: 'sigs.yaml',
      document: sigs('Networking'),
      findings: [
        {
          line: 16,
          columns: [5, 15],
          message: '“WG Search” names “SIG Networking”, which is no group of this project',
          expected: ['SIG Network'],
        },
      ],
    },
    {
      name: 'a group that is of another kind now',
      path: 'sigs.yaml',
      document: sigs('Big Data'),
      findings: [
        {
          line: 16,
          columns: [5, 13],
          message: '“WG Search” names “SIG Big Data”, which is now “UG Big Data”',
          expected: [],
        },
      ],
    },
  ],
} satisfies Rule;

/** `SIG Big Data` is not `UG Big Data`; a name without its kind is any of that name. */
const isOfItsKind = (name: string, { name: found }: Group): boolean =>
  !/^(?:sig|wg|ug) /.test(nameKey(name)) || !/^(?:sig|wg|ug) /.test(nameKey(found)) || nameKey(name) === nameKey(found);

function statusOf(found: Group | null): string {
  if (!found) return 'no group of this project';
  return found.retired ? 'retired' : `now ${quote(found.name)}`;
}
