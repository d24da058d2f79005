import type { Mention } from '../../model/charter.ts';
import type { MarkdownDocument } from '../../text/document.ts';
import { quote } from '../../text/escape.ts';
import { nameKey } from '../../text/names.ts';
import { sections, twoTables } from '../example-documents.ts';
import type { Rule } from '../rule.ts';
import { suggest } from '../suggest.ts';
import { isTemplateName } from '../template.ts';

export default {
  summary: 'The list of groups and the sections name the same groups',
  why: 'A group that is only in one of both was forgotten when it was founded, renamed or closed.',
  severity: 'error',
  check({ document, charter: { groups, list } }, report) {
    if (!list || groups.length === 0) return;
    const sections = groups.map((group) => sectionOf(group, document));
    const unlisted = missingIn(
      list,
      sections.filter((_, index) => !groups[index]?.retired),
    );
    const names = unlisted.map(({ name }) => name);
    const explained = new Set<string>();
    for (const mention of missingIn(sections, list)) {
      const expected = suggest(mention.name, names, { asked: list.length });
      const twin = unlisted.find(({ name }) => name === expected[0]);
      if (twin) explained.add(twin.name);
      report(mention.at, `${quote(mention.name)} is in the list, and no section is called so`, {
        expected,
        related: twin ? [{ at: twin.at, message: 'a section whose name is nearly the same' }] : [],
      });
    }
    for (const { name, at } of unlisted) {
      if (!explained.has(name)) report(at, `${quote(name)} has a section and is not in the list of groups`);
    }
  },
  examples: [
    {
      name: 'the same groups, in any order and spelled alike',
      document: sections({ list: ['Networking', 'Test & Release'], groups: ['Test and Release', 'Networking'] }),
      findings: [],
    },
    { name: 'a document without such a list', document: twoTables({}), findings: [] },
    {
      name: 'a template is no group',
      document: sections({ list: ['Docs', 'Networking'], groups: ['Docs', 'Networking', '(Working Group Template)'] }),
      findings: [],
    },
    {
      name: 'a group that was listed and never described, and one the other way round',
      document: sections({ list: ['Docs', 'Security'], groups: ['Docs', 'Networking'] }),
      findings: [
        { line: 6, columns: [3, 11], message: '“Security” is in the list, and no section is called so', expected: [] },
        { line: 12, columns: [1, 14], message: '“Networking” has a section and is not in the list of groups' },
      ],
    },
    {
      name: 'a near miss is one finding',
      document: sections({ list: ['Docs', 'Netwroking'], groups: ['Docs', 'Networking'] }),
      findings: [
        {
          line: 6,
          columns: [3, 13],
          message: '“Netwroking” is in the list, and no section is called so',
          expected: ['Networking'],
        },
      ],
    },
  ],
} satisfies Rule;

/** A section that kept the heading of the template is called so, whichever group everybody knows it to be. */
function sectionOf({ name, at }: Mention, { headings }: MarkdownDocument): Mention {
  const heading = headings.find((each) => each.at.offset === at.offset);
  return { name: heading && isTemplateName(heading.text) ? heading.text : name, at };
}

/** Those of the named that the others don't have. */
function missingIn(others: Mention[], named: Mention[]): Mention[] {
  const known = new Set(others.map(({ name }) => nameKey(name)));
  return named.filter(({ name }) => !known.has(nameKey(name)));
}
