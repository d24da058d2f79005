import { quote } from '../../text/escape.ts';
import { contentsOf } from '../contents.ts';
import type { Rule } from '../rule.ts';

const document = (entries: string[], headings: string[]) =>
  [
    '# Groups',
    '',
    ...entries.map((name) => `- [${name}](#${name.toLowerCase()})`),
    '',
    ...headings.map((name) => `## ${name}\n\nMission: To be.\n`),
  ].join('\n');
const names = ['Build', 'Config', 'Docs', 'Edge', 'Forum'];

export default {
  summary: 'The table of contents has every section of the depth that it lists',
  why: 'A section that is not in the contents is read by nobody who starts there.',
  severity: 'warning',
  check({ document, charter }, report) {
    // The contents of any other document may leave out what its authors like.
    if (charter.sources.length === 0) return;
    const contents = contentsOf(document);
    const end = contents.at(-1)?.at.endOffset;
    if (end === undefined) return;
    const listed = new Set(contents.map(({ url }) => url.slice(1).toLowerCase()));
    const below = document.headings.filter(({ at }) => at.offset > end);
    for (const depth of new Set(below.map((heading) => heading.depth))) {
      const headings = below.filter((heading) => heading.depth === depth);
      const missing = headings.filter(({ anchor }) => !listed.has(anchor));
      // Contents that leave out many of a depth leave them out on purpose.
      if (missing.length * 4 > headings.length) continue;
      for (const { text, at } of missing) report(at, `${quote(text)} is not in the table of contents`);
    }
  },
  examples: [
    { name: 'every section', document: document(names, names), findings: [] },
    {
      name: 'a depth that is left out',
      document: `${document(names, names)}### Meetings\n\n### Notes\n`,
      findings: [],
    },
    {
      name: 'a section that was added later',
      document: document(names, [...names, 'Growth']),
      findings: [{ line: 29, columns: [1, 10], message: '“Growth” is not in the table of contents' }],
    },
  ],
} satisfies Rule;
