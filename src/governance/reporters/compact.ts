import { aFinding, anOutcome } from '../example-outcome.ts';
import { printedLine } from '../printed-line.ts';
import type { Reporter } from '../reporter.ts';

export default {
  summary: 'For editors and problem matchers: `path:line:column: severity: message (rule)`, a line a finding',
  print: ({ files }) =>
    files
      .flatMap((file) => file.findings)
      .map((finding) => `${printedLine(finding)}\n`)
      .join(''),
  examples: [
    {
      name: 'a line a finding, in the documents’ order',
      outcome: anOutcome([
        aFinding(),
        aFinding({ severity: 'error', rule: 'row-cells', at: { line: 12, column: 1 }, message: 'a cell too many' }),
      ]),
      contains: [
        'WORKING-GROUPS.md:5:3: warning: nobody leads “Docs” (group-without-lead)\n',
        'WORKING-GROUPS.md:12:1: error: a cell too many (row-cells)\n',
      ],
    },
    {
      name: 'text of the document stays in its line',
      outcome: anOutcome([aFinding({ message: 'nobody leads “a\nb.md:1:1: error: c”' })]),
      contains: ['WORKING-GROUPS.md:5:3: warning: nobody leads “a b.md:1:1: error: c” (group-without-lead)\n'],
    },
  ],
} satisfies Reporter;
