import type { Lead } from '../../model/charter.ts';
import { quote } from '../../text/escape.ts';
import { nameKey } from '../../text/names.ts';
import { nearest } from '../../text/spelling.ts';
import { twoTables } from '../example-documents.ts';
import type { Rule } from '../rule.ts';

export default {
  summary: 'No two leads share a profile',
  why: 'Whoever copies a row and changes the name alone gives one person’s mentions, reviews and rights to another.',
  severity: 'error',
  check({ charter }, report) {
    const owners = new Map<string, Lead>();
    for (const lead of charter.leads) {
      if (lead.handle === null) continue;
      const owner = owners.get(lead.handle.toLowerCase());
      if (!owner) {
        owners.set(lead.handle.toLowerCase(), lead);
      } else if (!mayBeOnePerson(owner.name, lead.name)) {
        const [right, wrong] =
          resembles(lead, lead.handle) && !resembles(owner, lead.handle) ? [lead, owner] : [owner, lead];
        report(
          wrong.profile?.at ?? wrong.at,
          `the profile of ${quote(wrong.name)} is that of ${quote(right.name)}, “${lead.handle}”`,
          { related: [{ at: right.at, message: `${quote(right.name)} has the same profile` }] },
        );
      }
    }
  },
  examples: [
    { name: 'a profile each', document: twoTables({}), findings: [] },
    {
      name: 'one person in two rows',
      document: twoTables({
        leads: [
          ['octo-lead-1', 'Docs, Networking'],
          ['octo-lead-1', 'Security'],
        ],
      }),
      findings: [],
    },
    {
      name: 'a copied link below another name',
      document: twoTables({
        leads: [
          ['octo-lead-1', 'Docs, Networking'],
          ['octo-lead-1', 'Security'],
        ],
      }).replace(
        '[Octo Lead 1](https://github.com/octo-lead-1) | Octo Inc | Security',
        '[Quill Ray](https://github.com/octo-lead-1) | Octo Inc | Security',
      ),
      findings: [
        {
          line: 14,
          columns: [12, 55],
          message: 'the profile of “Quill Ray” is that of “Octo Lead 1”, “octo-lead-1”',
        },
      ],
    },
    {
      name: 'the name that the handle resembles is right, wherever it stands',
      document: twoTables({
        leads: [
          ['octo-lead-1', 'Docs, Networking'],
          ['octo-lead-1', 'Security'],
        ],
      }).replace('[Octo Lead 1]', '[Quill Ray]'),
      findings: [
        {
          line: 13,
          columns: [12, 55],
          message: 'the profile of “Quill Ray” is that of “Octo Lead 1”, “octo-lead-1”',
        },
      ],
    },
  ],
} satisfies Rule;

/** Two spellings, a short form, a second given name: not for this rule to judge. */
function mayBeOnePerson(one: string, other: string): boolean {
  const [words, others] = [nameKey(one).split(' '), nameKey(other).split(' ')];
  return words.at(-1) === others.at(-1) || nearest(one, [other]).length > 0;
}

/** Whether a word of the name is a part of the handle. */
const resembles = ({ name }: Lead, handle: string): boolean =>
  nameKey(name)
    .split(' ')
    .some((word) => word.length >= 3 && handle.toLowerCase().includes(word));
