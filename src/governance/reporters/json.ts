import { checkJson } from '../check-json.ts';
import { aFinding, anOutcome } from '../example-outcome.ts';
import { printedJson } from '../printed-json.ts';
import type { Reporter } from '../reporter.ts';

export default {
  summary: 'For programs: one JSON document in the shape of `schema/check.json`',
  print: (outcome) => printedJson(checkJson(outcome)),
  examples: [
    {
      name: 'lines and columns from 1, `new` is null without a base to compare with',
      outcome: anOutcome([aFinding()]),
      contains: ['"line": 5', '"endColumn": 7', '"new": null', '"fix": null', '"warning": 1'],
    },
    {
      name: 'the text of a fix takes the place of the stretch',
      outcome: anOutcome([aFinding({ fix: { at: aFinding().at, text: 'Documentation' } })]),
      contains: ['"text": "Documentation"'],
    },
  ],
} satisfies Reporter;
