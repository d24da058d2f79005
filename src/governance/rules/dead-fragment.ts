import { quote } from '../../text/escape.ts';
import { contentsOf } from '../contents.ts';
import { isDeadFragment, nearestFragments } from '../fragments.ts';
import type { Rule } from '../rule.ts';

export default {
  summary: 'Every link into the document itself leads to a heading or an anchor',
  why: 'Who clicks the link stays where they are and is left to search.',
  severity: 'error',
  check({ document }, report) {
    const entries = new Set(contentsOf(document).map((entry) => entry.at.offset));
    for (const { url, at } of document.links) {
      if (entries.has(at.offset) || !isDeadFragment(url, document)) continue;
      report(at, `the link leads to ${quote(url)}, which is neither a heading nor an anchor of this document`, {
        expected: nearestFragments(url, document),
      });
    }
  },
  examples: [
    { name: 'a link to a heading', document: 'See [the leads](#leads).\n\n## Leads\n', findings: [] },
    {
      name: 'a link to an anchor in HTML',
      document: 'See [the leads](#who-leads).\n\n<a name="who-leads"></a>\n\n## Leads\n',
      findings: [],
    },
    {
      name: 'a typing mistake in a link',
      document: 'See [the leads](#laeds).\n\n## Leads\n',
      findings: [
        {
          line: 1,
          columns: [5, 24],
          message: 'the link leads to “#laeds”, which is neither a heading nor an anchor of this document',
          expected: ['#leads'],
        },
      ],
    },
    {
      name: 'a heading that is gone',
      document: 'See [the budget](#budget).\n\n## Leads\n',
      findings: [
        {
          line: 1,
          columns: [5, 26],
          message: 'the link leads to “#budget”, which is neither a heading nor an anchor of this document',
          expected: [],
        },
      ],
    },
  ],
} satisfies Rule;
