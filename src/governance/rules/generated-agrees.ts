import type { Charter } from '../../model/charter.ts';
import { quote } from '../../text/escape.ts';
import { aDocument } from '../example-documents.ts';
import { bareName } from '../group-names.ts';
import { handlesOf, leadsOf } from '../leads-of.ts';
import type { Project, ProjectFile } from '../project.ts';
import type { Rule } from '../rule.ts';

const source = aDocument(
  'sigs:',
  ...['Docs', 'Network'].flatMap((name) => [
    `- name: ${name}`,
    '  leadership:',
    '    chairs:',
    `    - github: octo-${name.toLowerCase()}`,
    '      name: Octo',
  ]),
);
const list = (...rows: string[]) =>
  aDocument(
    '<!-- This file is generated from sigs.yaml; do not edit it. -->',
    '',
    '| Name | Chairs |',
    '| --- | --- |',
    ...rows,
  );
const docs = '| Docs | [Octo](https://github.com/octo-docs) |';
const network = '| Network | [Octo](https://github.com/octo-network) |';

export default {
  summary: 'A generated list says what its source says',
  why: 'Somebody changed the source and did not run the generator, or changed the list by hand: the next run undoes it.',
  severity: 'warning',
  across({ project }, report) {
    for (const file of project.files.filter((each) => each.generated && each.charter.groups.length > 0)) {
      for (const { name, leads, group } of ledGroups(file)) {
        const own = sourceOf(name, project);
        if (!own) {
          report(group.at, `${quote(group.name)} is not in the source that this list is generated from`);
          continue;
        }
        const missing = [...own.chairs].filter((handle) => !leads.has(handle));
        const surplus = [...leads].filter((handle) => !own.leads.has(handle));
        const [told] = [...missing, ...surplus];
        if (told === undefined) continue;
        const words =
          missing.length > 0 ? 'is a lead in the source and not here' : 'is a lead here and not in the source';
        report(group.at, `${quote(told)} ${words}: run the generator again`);
      }
      reportLost(file, project, (message) => report(firstPlace(file.charter), message));
    }
  },
  examples: [
    {
      name: 'a list as it was generated',
      path: 'sigs.yaml',
      document: source,
      files: { 'sig-list.md': list(docs, network) },
      findings: [],
    },
    {
      name: 'a group that the list lacks',
      path: 'sigs.yaml',
      document: source,
      files: { 'sig-list.md': list(docs) },
      findings: [
        {
          path: 'sig-list.md',
          line: 5,
          message: '“SIG Network” is in the source and not in this list: run the generator again',
        },
      ],
    },
    {
      name: 'a lead who was added by hand',
      path: 'sigs.yaml',
      document: source,
      files: { 'sig-list.md': list(docs.replace('octo-docs', 'octo-user-9'), network) },
      findings: [
        {
          path: 'sig-list.md',
          line: 5,
          message: '“octo-docs” is a lead in the source and not here: run the generator again',
        },
      ],
    },
  ],
} satisfies Rule;

const ledGroups = ({ charter }: { charter: Charter }) =>
  charter.groups.map((group) => {
    const leads = leadsOf(group, charter);
    // Lists that are made for readers often leave the technical leads out.
    const chairs = leads.filter(({ role = '' }) => !/^tech/.test(role));
    return { group, name: bareName(group.name), leads: handlesOf(leads), chairs: handlesOf(chairs) };
  });

function sourceOf(name: string, { charter }: Project) {
  return ledGroups({ charter }).find((group) => group.name === name);
}

function reportLost(file: ProjectFile, { charter }: Project, report: (message: string) => void): void {
  const listed = new Set(file.charter.groups.map((group) => bareName(group.name)));
  for (const group of charter.groups) {
    if (group.retired || listed.has(bareName(group.name))) continue;
    report(`${quote(group.name)} is in the source and not in this list: run the generator again`);
  }
}

const firstPlace = ({ groups }: Charter) => groups[0]!.at;
