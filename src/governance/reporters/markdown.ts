import { aFinding, anOutcome } from '../example-outcome.ts';
import { findingsReport, type Room } from '../findings-report.ts';
import type { Reporter } from '../reporter.ts';

/** GitHub takes 1 MiB; source: “Workflow commands”, step isolation and limits. */
const summary: Room = { longest: 1024 * 1024, of: 'A job’s summary' };

export default {
  summary: 'For the job summary of GitHub Actions: a table of findings, errors first, cut at GitHub’s 1 MiB',
  print: (outcome) => findingsReport(outcome, summary),
  examples: [
    {
      name: 'a row a finding, without links',
      outcome: anOutcome([aFinding()]),
      contains: [
        '### Governance documents: 1 problem (1 warning)',
        '| `WORKING-GROUPS.md:5:3` | warning | nobody leads “Docs” | group-without-lead |\n',
        '- `WORKING-GROUPS.md`, read as two-tables\n',
      ],
    },
    { name: 'all is fine', outcome: anOutcome([]), contains: ['### Governance documents: no problems\n'] },
    {
      name: 'text of the document stays text',
      outcome: anOutcome([aFinding({ message: 'nobody leads “a|b <img src=x> @octo-lead-1”' })]),
      contains: ['“a&#124;b &#60;img src=x&#62; @\u2060octo-lead-1”'],
    },
  ],
} satisfies Reporter;
