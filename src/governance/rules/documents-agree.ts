import type { Group } from '../../model/charter.ts';
import { quote } from '../../text/escape.ts';
import { leadsInRow } from '../example-documents.ts';
import { handlesOf, leadsOf } from '../leads-of.ts';
import { listed } from '../printed-message.ts';
import type { Project, ProjectFile } from '../project.ts';
import type { Report, Rule } from '../rule.ts';

const octo = (handle: string) => `[Octo One](https://github.com/${handle}) (Octo Inc)`;
const document = leadsInRow([['Docs', octo('octo-lead-1')]]);

export default {
  summary: 'Documents that describe the same group say the same of it',
  why: 'A charter that is spread over several documents is read as one: whoever changed one of them and not the other has left two truths behind.',
  severity: 'error',
  across({ project }, report) {
    const first = new Map<string, { file: ProjectFile; group: Group }>();
    for (const file of listsOf(project)) {
      for (const group of file.charter.groups) {
        const before = first.get(group.slug);
        if (!before) first.set(group.slug, { file, group });
        else if (before.file !== file) reportContradiction(before, { file, group }, report);
      }
    }
  },
  examples: [
    {
      name: 'the same lead in both',
      document,
      files: { 'docs/SIGS.md': document },
      findings: [],
    },
    {
      name: 'another lead in the second document',
      document,
      files: { 'docs/SIGS.md': leadsInRow([['Docs', octo('octo-lead-2')]]) },
      findings: [
        {
          path: 'docs/SIGS.md',
          line: 5,
          message: '“Docs” has other leads in WORKING-GROUPS.md: “octo-lead-1” there, “octo-lead-2” here',
        },
      ],
    },
  ],
} satisfies Rule;

/** A charter of one group and a generated list are held against their source by rules of their own. */
const listsOf = ({ files }: Project): ProjectFile[] =>
  files.filter((file) => file.charter.groups.length > 0 && !file.generated && file.format !== 'charter-file');

interface Described {
  file: ProjectFile;
  group: Group;
}

function reportContradiction(before: Described, { file, group }: Described, report: Report): void {
  const related = [{ at: before.group.at, message: 'the same group' }];
  if (before.group.retired !== group.retired) {
    const [here, there] = group.retired ? ['retired', 'active'] : ['active', 'retired'];
    report(group.at, `${quote(group.name)} is ${here} here and ${there} in ${before.file.path}`, { related });
    return;
  }
  const own = handlesOf(leadsOf(group, file.charter));
  const others = handlesOf(leadsOf(before.group, before.file.charter));
  const [here, there] = [difference(own, others), difference(others, own)];
  if (own.size === 0 || others.size === 0 || (here.length === 0 && there.length === 0)) return;
  const parts = [
    ...(there.length > 0 ? [`${listed(there.map(quote))} there`] : []),
    ...(here.length > 0 ? [`${listed(here.map(quote))} here`] : []),
  ];
  const message = `${quote(group.name)} has other leads in ${before.file.path}: ${parts.join(', ')}`;
  report(group.at, message, { related });
}

const difference = (one: Set<string>, other: Set<string>): string[] => [...one].filter((each) => !other.has(each));
