import type { Lead, Seat } from '../../model/charter.ts';
import { quote } from '../../text/escape.ts';
import { nameKey, sameName } from '../../text/names.ts';
import { twoTables } from '../example-documents.ts';
import type { Rule } from '../rule.ts';

/** Formats in which a lead of two roles stands in the list of each. */
const listsByRole = ['charter-file', 'sigs-yaml'];

export default {
  summary: 'Nobody is listed twice as a lead of the same group',
  why: 'Whoever steps down is taken out of one of the two places and goes on leading in the other.',
  severity: 'warning',
  check({ charter }, report) {
    if (charter.sources.some(({ format }) => listsByRole.includes(format))) return;
    const taken = new Map<string, Lead>();
    for (const lead of charter.leads) {
      const twin = lead.seats.map((seat) => taken.get(keyOf(lead, seat))).find((each) => each !== undefined);
      // Another name below the same profile is another rule's to tell.
      if (twin && twin.at.offset !== lead.at.offset && sameName(twin.name, lead.name)) {
        report(lead.at, `${quote(lead.name)} is listed twice as a lead of the same group`, {
          related: [{ at: twin.at, message: 'listed here already' }],
        });
      }
      for (const seat of lead.seats) taken.set(keyOf(lead, seat), lead);
    }
  },
  examples: [
    {
      name: 'a lead of two groups, in two rows',
      document: twoTables({
        leads: [
          ['octo-lead-1', 'Docs'],
          ['octo-lead-1', 'Networking'],
          ['octo-lead-2', 'Security'],
        ],
      }),
      findings: [],
    },
    {
      name: 'a row that is there twice',
      document: twoTables({
        leads: [
          ['octo-lead-1', 'Docs, Networking'],
          ['octo-lead-2', 'Security'],
          ['octo-lead-1', 'Networking'],
        ],
      }),
      findings: [{ line: 15, columns: [12, 57], message: '“Octo Lead 1” is listed twice as a lead of the same group' }],
    },
  ],
} satisfies Rule;

/** A former lead who leads again stands in both tables, rightly. */
const keyOf = ({ name, handle, retired }: Lead, { text }: Seat): string =>
  `${retired ? 'former' : 'now'} ${nameKey(handle ?? name)} ${nameKey(text)}`;
