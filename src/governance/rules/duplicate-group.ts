import type { Mention } from '../../model/charter.ts';
import { quote } from '../../text/escape.ts';
import { nameKey } from '../../text/names.ts';
import { leadsInRow, sections, twoTables } from '../example-documents.ts';
import type { Report, Rule } from '../rule.ts';

export default {
  summary: 'Every group is described once',
  why: 'Of two descriptions one goes stale, and nobody can tell which.',
  severity: 'error',
  check({ charter: { groups, list } }, report) {
    const active = groups.filter((group) => !group.retired);
    const retired = groups.filter((group) => group.retired);
    reportRepeated(active, 'is described a second time', report);
    reportRepeated(retired, 'is described a second time', report);
    reportRepeated(list ?? [], 'is in the list a second time', report);
  },
  examples: [
    { name: 'every group once', document: twoTables({}), findings: [] },
    {
      name: 'a group in two rows, spelled in two ways',
      document: leadsInRow([
        ['Test & Release', 'Octo One (Octo Inc)'],
        ['Docs', 'Octo Two (Octo Inc)'],
        ['Test and Release', 'Octo Two (Octo Inc)'],
      ]),
      findings: [{ line: 7, columns: [3, 19], message: '“Test and Release” is described a second time' }],
    },
    {
      name: 'a group twice in the list of groups',
      document: sections({ list: ['Docs', 'Networking', 'Docs'], groups: ['Docs', 'Networking'] }),
      findings: [{ line: 7, columns: [3, 7], message: '“Docs” is in the list a second time' }],
    },
  ],
} satisfies Rule;

function reportRepeated(named: Mention[], what: string, report: Report): void {
  const seen = new Map<string, Mention>();
  for (const each of named) {
    const first = seen.get(nameKey(each.name));
    if (first)
      report(each.at, `${quote(each.name)} ${what}`, { related: [{ at: first.at, message: 'the first time' }] });
    else seen.set(nameKey(each.name), each);
  }
}
