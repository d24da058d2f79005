import type { Lead } from '../../model/charter.ts';
import { quote } from '../../text/escape.ts';
import { twoTables } from '../example-documents.ts';
import { byLetters, outOfPlace } from '../order.ts';
import type { Rule } from '../rule.ts';
import { surnameKey } from '../surname.ts';

const table = (names: string[]) => {
  const handles = names.map((_, index) => `octo-lead-${index + 1}`);
  const document = twoTables({ groups: ['Docs'], leads: handles.map((handle) => [handle, 'Docs']) });
  return names.reduce((text, name, index) => text.replace(`[Octo Lead ${index + 1}]`, `[${name}]`), document);
};
const sorted = ['Ada Ant', 'Bo Bear', 'Cy Crab', 'Di Dove', 'Ed Eel', 'Gus Gnu', 'Hal Hare', 'Flo van Ibis'];

export default {
  summary: 'The table of leads is sorted by surname where most of it is',
  why: 'Who looks for a name where it should stand does not find it, and adds it a second time.',
  severity: 'info',
  check({ charter }, report) {
    if (charter.sources.some(({ format }) => format !== 'two-tables')) return;
    const keys = charter.leads.map(({ name }) => surnameKey(name));
    for (const index of outOfPlace(keys, byLetters) ?? []) {
      const [lead, after] = [charter.leads[index], follower(charter.leads, keys, index)];
      const place = after ? `before ${quote(after.name)}` : 'at the end';
      if (lead) report(lead.at, `${quote(lead.name)} is out of order: sorted by surname they stand ${place}`);
    }
  },
  examples: [
    { name: 'sorted by surname', document: table(sorted), findings: [] },
    {
      name: 'in no order at all',
      document: table(['Hal Hare', 'Bo Bear', 'Gus Gnu', 'Ada Ant', 'Ed Eel', 'Cy Crab', 'Di Dove', 'Flo Finch']),
      findings: [],
    },
    {
      name: 'one who was added at the end',
      document: table([...sorted.slice(0, 1), ...sorted.slice(2), 'Bo Bear']),
      findings: [
        {
          line: 18,
          columns: [12, 53],
          message: '“Bo Bear” is out of order: sorted by surname they stand before “Cy Crab”',
        },
      ],
    },
  ],
} satisfies Rule;

/** The first of the leads whose surname is greater. */
function follower(leads: Lead[], keys: string[], index: number): Lead | null {
  const own = keys[index] ?? '';
  const greater = keys.flatMap((key, each) => (each !== index && key > own ? [{ key, each }] : []));
  const [first] = greater.sort((a, b) => byLetters(a.key, b.key));
  return first ? (leads[first.each] ?? null) : null;
}
