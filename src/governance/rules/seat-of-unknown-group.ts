import { quote } from '../../text/escape.ts';
import { isBlank } from '../columns.ts';
import { twoTables } from '../example-documents.ts';
import { mergeCharters } from '../merge.ts';
import type { Rule } from '../rule.ts';
import { suggestionsFor } from '../seat-suggestions.ts';

export default {
  summary: 'Every lead leads a group that the document has',
  why: 'Issues go to groups. A lead of a renamed or closed group gets none of them, and nobody notices.',
  severity: 'error',
  across({ project: { files, charter } }, report) {
    if (charter.groups.length === 0) return;
    const retired = new Set(charter.groups.filter((group) => group.retired).map((group) => group.slug));
    for (const lead of mergeCharters(files.map((file) => file.charter)).leads) {
      if (lead.retired) continue;
      for (const seat of lead.seats) {
        if (isBlank(seat.text)) continue;
        if (seat.group === null) {
          const message = `${quote(lead.name)} leads ${quote(seat.text)}, which is no group of this document`;
          report(seat.at, message, { expected: suggestionsFor(seat, charter) });
        } else if (retired.has(seat.group)) {
          report(seat.at, `${quote(lead.name)} leads ${quote(seat.text)}, which is retired`);
        }
      }
    }
  },
  examples: [
    {
      name: 'a group, an area of a group, and another way to write “and”',
      document: twoTables({
        groups: ['Networking', 'Test and Release'],
        leads: [
          ['octo-lead-1', 'Networking - Control Plane'],
          ['octo-lead-2', 'Test & Release, networking'],
        ],
      }),
      findings: [],
    },
    {
      name: 'a group that is gone',
      document: twoTables({
        groups: ['Docs'],
        leads: [
          ['octo-lead-1', 'Docs'],
          ['octo-lead-2', 'Docs, Config'],
        ],
      }),
      findings: [
        {
          line: 12,
          columns: [77, 83],
          message: '“Octo Lead 2” leads “Config”, which is no group of this document',
          expected: [],
        },
      ],
    },
    {
      name: 'a near miss, in an area too',
      document: twoTables({
        groups: ['Networking', 'Docs'],
        leads: [
          ['octo-lead-1', 'Netwroking - Data Plane'],
          ['octo-lead-2', 'Doc, Networking'],
        ],
      }),
      findings: [
        {
          line: 12,
          message: '“Octo Lead 1” leads “Netwroking - Data Plane”, which is no group of this document',
          expected: ['Networking - Data Plane'],
        },
        {
          line: 13,
          message: '“Octo Lead 2” leads “Doc”, which is no group of this document',
          expected: ['Docs'],
        },
      ],
    },
  ],
} satisfies Rule;
