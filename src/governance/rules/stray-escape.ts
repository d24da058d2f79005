import { positionsIn } from '../../text/positions.ts';
import type { Rule } from '../rule.ts';

const document = (cell: string) => `| Group | Notes | Folder |
| --- | --- | --- |
| Docs | ${cell} | [Folder](https://drive.example.com/docs) |
`;

export default {
  summary: 'No cell of a table ends with a backslash',
  why: 'It is left over from an escaped pipe and shows as a backslash; without the blank after it, it would swallow the next cell.',
  severity: 'warning',
  check({ document }, report) {
    const positions = positionsIn(document.path, document.text);
    const cells = document.tables.flatMap((table) => [table.header, ...table.rows].flatMap((row) => row.cells));
    for (const { raw, at } of cells) {
      if (!endsWithLoneBackslash(raw)) continue;
      const backslash = positions.between(at.endOffset - 1, at.endOffset);
      report(backslash, 'this backslash shows in the cell, since it escapes nothing', {
        fix: { at: backslash, text: '' },
      });
    }
  },
  examples: [
    { name: 'a cell without a backslash', document: document('[Notes](https://docs.example.com/1)'), findings: [] },
    { name: 'a pipe that is meant as text', document: document('Notes \\| Agenda'), findings: [] },
    { name: 'a backslash that is meant', document: document('C:\\notes\\\\'), findings: [] },
    {
      name: 'a backslash before the blank and the pipe',
      document: document('[Notes](https://docs.example.com/1)\\'),
      findings: [
        {
          line: 3,
          columns: [45, 46],
          message: 'this backslash shows in the cell, since it escapes nothing',
          fix: '',
        },
      ],
    },
  ],
} satisfies Rule;

/** Two backslashes are one that someone wanted. */
const endsWithLoneBackslash = (raw: string): boolean => (/\\+$/.exec(raw)?.[0].length ?? 0) % 2 === 1;
