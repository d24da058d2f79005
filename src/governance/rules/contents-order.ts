import { quote } from '../../text/escape.ts';
import { contentsOf } from '../contents.ts';
import { outOfPlace } from '../order.ts';
import type { Rule } from '../rule.ts';

const document = (entries: string[], headings: string[]) =>
  [
    '# Groups',
    '',
    ...entries.map((name) => `- [${name}](#${name.toLowerCase()})`),
    '',
    ...headings.map((name) => `## ${name}\n`),
  ].join('\n');
const names = ['Build', 'Config', 'Docs', 'Edge', 'Forum', 'Growth', 'Hosting', 'Ingress'];

export default {
  summary: 'The sections stand in the order of the table of contents',
  why: 'Who reads the contents expects the sections in that order and takes the one that moved for missing.',
  severity: 'info',
  check({ document, charter }, report) {
    const places = new Map(document.headings.map((heading, index) => [heading.anchor, index]));
    const listed = contentsOf(document).flatMap((entry) => places.get(entry.url.slice(1)) ?? []);
    const ranks = new Map(listed.map((place, rank) => [place, rank]));
    const retired = new Set(charter.groups.filter((group) => group.retired).map((group) => group.at.offset));
    const sections = document.headings.flatMap((heading, index) => {
      const rank = ranks.get(index);
      return rank === undefined || retired.has(heading.at.offset) ? [] : [{ heading, rank }];
    });
    for (const index of outOfPlace(sections, (one, other) => one.rank - other.rank, {
      tell: 'earlier',
      meant: 'surely',
    }) ?? []) {
      const moved = sections[index];
      if (moved)
        report(moved.heading.at, `the section ${quote(moved.heading.text)} stands elsewhere in the table of contents`);
    }
  },
  examples: [
    { name: 'the same order', document: document(names, names), findings: [] },
    {
      name: 'a section that was moved',
      document: document(names, ['Ingress', ...names.slice(0, -1)]),
      findings: [
        { line: 12, columns: [1, 11], message: 'the section “Ingress” stands elsewhere in the table of contents' },
      ],
    },
  ],
} satisfies Rule;
