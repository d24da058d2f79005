import type { Mention } from '../../model/charter.ts';
import { quote } from '../../text/escape.ts';
import { entriesOf, entryOf } from '../data-entries.ts';
import { twoTables } from '../example-documents.ts';
import { groupCalled } from '../group-names.ts';
import type { Project } from '../project.ts';
import type { Rule } from '../rule.ts';
import { seatOf } from '../seats.ts';
import { suggest } from '../suggest.ts';

const policy = (alias: string) => ({ '.github/remit.yml': `charter:\n  aliases:\n    net: ${alias}\n` });

export default {
  summary: 'The aliases in `.github/remit.yml` name groups that are there',
  why: 'Issues with the label of a group that was renamed or dissolved go to nobody.',
  severity: 'error',
  across({ project }, report) {
    const { charter } = project;
    if (charter.groups.length === 0) return;
    for (const { name, at } of aliasesIn(project)) {
      const { group: slug } = seatOf({ text: name, at }, charter.groups);
      const group = charter.groups.find((each) => each.slug === slug) ?? groupCalled(name, charter);
      if (group && !group.retired) continue;
      const names = charter.groups.map((each) => each.name);
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
  ],
} satisfies Rule;

/** The configuration is one of the files that must agree; it is known by its path. */
function aliasesIn({ files }: Project): Mention[] {
  return files.flatMap(({ path, document }) => {
    if (document?.kind !== 'data' || !/(?:^|\/)\.github\/remit\.ya?ml$/.test(path)) return [];
    return entriesOf(entryOf(document, ['charter', 'aliases'])).flatMap(({ mention }) => mention ?? []);
  });
}
