import type { Rule } from '../rule.ts';

export default {
  summary: 'Every paragraph can be read in a reasonable time',
  why: 'A paragraph with thousands of brackets or stars keeps programs busy for minutes and tells people nothing.',
  severity: 'error',
  check({ document }, report) {
    for (const at of document.tangles) {
      report(at, 'this has so many signs of markup, or stands so deep in lists, that it was not read: part it');
    }
  },
  examples: [
    { name: 'a paragraph as people write it', document: '*Octo* [docs](https://octo.example.org)\n', findings: [] },
    {
      name: 'nothing but brackets',
      document: `Octo\n\n${'['.repeat(2501)}\n`,
      findings: [
        {
          line: 3,
          message: 'this has so many signs of markup, or stands so deep in lists, that it was not read: part it',
        },
      ],
    },
  ],
} satisfies Rule;
