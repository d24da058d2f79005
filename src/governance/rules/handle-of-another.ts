import { quote } from '../../text/escape.ts';
import { borrowedProfiles } from '../borrowed-profiles.ts';
import { twoTables } from '../example-documents.ts';
import type { Rule } from '../rule.ts';

export default {
  summary: 'No two leads share a profile',
  why: 'Whoever copies a row and changes the name alone gives one person’s mentions, reviews and rights to another.',
  severity: 'error',
  check({ charter }, report) {
    for (const { right, wrong, handle } of borrowedProfiles(charter)) {
      report(
        wrong.profile?.at ?? wrong.at,
        `the profile of ${quote(wrong.name)} is that of ${quote(right.name)}, “${handle}”`,
        { related: [{ at: right.at, message: `${quote(right.name)} has the same profile` }] },
      );
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
      name: 'the right name twice below another’s row is one finding',
      document: twoTables({
        leads: [
          ['octo-lead-1', 'Docs'],
          ['octo-lead-1', 'Networking'],
          ['octo-lead-1', 'Security'],
        ],
      }).replace(
        '[Octo Lead 1](https://github.com/octo-lead-1) | Octo Inc | Docs',
        '[Quill Ray](https://github.com/octo-lead-1) | Octo Inc | Docs',
      ),
      findings: [{ line: 13, message: 'the profile of “Quill Ray” is that of “Octo Lead 1”, “octo-lead-1”' }],
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
