import type { DocumentLink, MarkdownDocument } from '../../text/document.ts';
import { quote } from '../../text/escape.ts';
import { sameName } from '../../text/names.ts';
import { contentsOf } from '../contents.ts';
import { isDeadFragment, nearestFragments, withTarget } from '../fragments.ts';
import type { Details, Rule } from '../rule.ts';

const document = (entry: string) => `# Working groups

- ${entry}
- [Leads](#leads)

## Meetings

Every week.

## Leads
`;

export default {
  summary: 'Every entry of the table of contents leads to a heading',
  why: 'Who clicks the entry stays where they are. It happens when a heading is renamed and its entry is not.',
  severity: 'error',
  check({ document }, report) {
    for (const entry of contentsOf(document)) {
      if (!isDeadFragment(entry.url, document)) continue;
      report(
        entry.at,
        `the entry ${quote(entry.text)} leads to ${quote(entry.url)}, which is no heading of this document`,
        remedyFor(entry, document),
      );
    }
  },
  examples: [
    { name: 'every entry has its heading', document: document('[Meetings](#meetings)'), findings: [] },
    { name: 'letter case makes no difference on GitHub', document: document('[Meetings](#Meetings)'), findings: [] },
    {
      name: 'an old anchor below the text of a heading',
      document: document('[Meetings](#calendar)'),
      findings: [
        {
          line: 3,
          columns: [3, 24],
          message: 'the entry “Meetings” leads to “#calendar”, which is no heading of this document',
          expected: ['#meetings'],
          fix: '[Meetings](#meetings)',
        },
      ],
    },
    {
      name: 'a typing mistake in an anchor',
      document: document('[When we meet](#meetnigs)'),
      findings: [
        {
          line: 3,
          columns: [3, 28],
          message: 'the entry “When we meet” leads to “#meetnigs”, which is no heading of this document',
          expected: ['#meetings'],
        },
      ],
    },
  ],
} satisfies Rule;

/** The heading that has the entry's text is the one that is meant; without one there are only near misses. */
function remedyFor(entry: DocumentLink, document: MarkdownDocument): Details {
  const namesakes = document.headings.filter((heading) => sameName(heading.text, entry.text));
  if (namesakes.length !== 1) return { expected: nearestFragments(entry.url, document) };
  const target = `#${namesakes[0]!.anchor}`;
  const text = withTarget(entry, target, document);
  return { expected: [target], ...(text === null ? {} : { fix: { at: entry.at, text } }) };
}
