import type { Mention } from '../../model/charter.ts';
import type { MarkdownDocument } from '../../text/document.ts';
import { quote } from '../../text/escape.ts';
import { nameKey } from '../../text/names.ts';
import { twoTables } from '../example-documents.ts';
import { byLetters, outOfPlace } from '../order.ts';
import type { Rule } from '../rule.ts';

const groups = ['Config', 'Docs', 'Environments', 'Networking', 'Operations', 'Release', 'Security', 'Testing'];
const document = (names: string[]) =>
  twoTables({ groups: names, leads: names.map((name, index) => [`octo-${index}`, name]) });

export default {
  summary: 'The groups are in alphabetical order where most of them are',
  why: 'A group that was renamed and left where it stood is not found by who looks for its new name.',
  severity: 'info',
  check({ document, charter }, report) {
    const active = charter.groups.filter((group) => !group.retired);
    for (const named of charter.list ? [charter.list] : byTable(active, document)) {
      const keys = named.map(({ name }) => nameKey(name));
      for (const index of outOfPlace(keys, byLetters) ?? []) {
        const [before, group] = [named[index - 1], named[index]];
        const neighbour = before ? ` behind ${quote(before.name)}` : '';
        if (group) report(group.at, `${quote(group.name)} stands${neighbour} and is out of the alphabetical order`);
      }
    }
  },
  examples: [
    { name: 'in alphabetical order', document: document(groups), findings: [] },
    {
      name: 'in an order of their own',
      document: document([
        'Testing',
        'Config',
        'Security',
        'Docs',
        'Release',
        'Environments',
        'Operations',
        'Networking',
      ]),
      findings: [],
    },
    {
      name: 'a group that was added at the end',
      document: document([...groups.filter((name) => name !== 'Docs'), 'Docs']),
      findings: [
        { line: 12, columns: [3, 7], message: '“Docs” stands behind “Testing” and is out of the alphabetical order' },
      ],
    },
  ],
} satisfies Rule;

/** The groups of one table are in an order of their own. */
function byTable(groups: Mention[], { tables }: MarkdownDocument): Mention[][] {
  const tableOf = ({ at }: Mention) =>
    tables.findIndex((table) => table.at.offset <= at.offset && at.endOffset <= table.at.endOffset);
  const parts = new Map<number, Mention[]>();
  for (const group of groups) parts.set(tableOf(group), [...(parts.get(tableOf(group)) ?? []), group]);
  return [...parts.values()];
}
