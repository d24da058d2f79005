import { visit } from 'unist-util-visit';
import type { Charter, Group, Mention } from '../../model/charter.ts';
import type { MarkdownDocument } from '../../text/document.ts';
import { quote } from '../../text/escape.ts';
import { nameKey, slugOf } from '../../text/names.ts';
import { positionsIn } from '../../text/positions.ts';
import { nearest } from '../../text/spelling.ts';
import { aDocument, sections } from '../example-documents.ts';
import type { Report, Rule } from '../rule.ts';

const topics = (...names: string[]) =>
  aDocument(
    '# Groups',
    '',
    ...['Docs', 'Networking', 'Release', 'Service Management'].flatMap((group, index) => [
      `## ${group}`,
      '',
      'Mission: To be.',
      '',
      `The topic is \`octo-wg-${names[index]}\`.`,
      '',
    ]),
  );

export default {
  summary: 'A group has one spelling, in the list, in the seats and in the words that are made of its name',
  why: 'Programs compare letters: what people read as one name are two, and the search for one finds half.',
  severity: 'info',
  check({ document, charter }, report) {
    reportOtherSpellings(charter, report);
    reportTopics(document, charter, report);
  },
  examples: [
    {
      name: 'one spelling',
      document: sections({ list: ['Docs', 'Test and Release'], groups: ['Docs', 'Test and Release'] }),
      findings: [],
    },
    {
      name: 'a list that writes “&”',
      document: sections({ list: ['Docs', 'Test & Release'], groups: ['Docs', 'Test and Release'] }),
      findings: [
        {
          line: 6,
          columns: [3, 17],
          message: '“Test & Release” is spelled “Test and Release” where the group is described',
        },
      ],
    },
    {
      name: 'a topic for each group',
      document: topics('docs', 'networking', 'release', 'service-management'),
      findings: [],
    },
    {
      name: 'a topic that misspells its group',
      document: topics('docs', 'networking', 'release', 'service-manangement'),
      findings: [
        {
          line: 25,
          columns: [14, 43],
          message: '“octo-wg-service-manangement” is made of no group’s name',
          expected: ['octo-wg-service-management'],
        },
      ],
    },
  ],
} satisfies Rule;

/** Names that agree for people and differ in letters. */
function reportOtherSpellings({ groups, list, leads }: Charter, report: Report): void {
  const seats: Mention[] = leads.flatMap((lead) =>
    lead.seats.filter((seat) => seat.area === null).map(({ text, at }) => ({ name: text, at })),
  );
  const names = new Set(groups.map((group) => group.name));
  const byKey = new Map(groups.map((group) => [nameKey(group.name), group]));
  for (const { name, at } of [...(list ?? []), ...seats]) {
    if (names.has(name)) continue;
    const group = byKey.get(nameKey(name));
    if (!group || printed(group.name) === printed(name)) continue;
    report(at, `${quote(name)} is spelled ${quote(group.name)} where the group is described`, {
      related: [{ at: group.at, message: 'the group' }],
    });
  }
}

const printed = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ');

/** Words in code that most groups have, made of one beginning and the group's slug. */
function reportTopics(document: MarkdownDocument, { groups }: Charter, report: Report): void {
  const words = wordsInCode(document);
  const slugs = new Set(groups.map((group) => group.slug));
  const beginnings = new Map<string, Set<string>>();
  for (const { name } of words) {
    const slug = endsOf(name).find((end) => slugs.has(end));
    if (slug === undefined) continue;
    const beginning = name.slice(0, -slug.length);
    beginnings.set(beginning, (beginnings.get(beginning) ?? new Set()).add(slug));
  }
  const usual = [...beginnings].filter(([, named]) => named.size >= 3).map(([beginning]) => beginning);
  for (const { name, at } of words) {
    const beginning = usual.find((each) => name.startsWith(each));
    const expected = beginning === undefined ? null : misspelt(name.slice(beginning.length), groups);
    if (expected) report(at, `${quote(name)} is made of no group’s name`, { expected: [`${beginning}${expected}`] });
  }
}

/** `a-b-c` → `b-c`, `c` */
const endsOf = (word: string): string[] => [...word.matchAll(/-/g)].map((hyphen) => word.slice(hyphen.index + 1));

function misspelt(slug: string, groups: Group[]): string | null {
  const slugs = groups.map((group) => slugOf(group.name));
  if (slugs.includes(slug) || /[<>{}]/.test(slug)) return null;
  return nearest(slug, slugs, { most: 1 })[0] ?? null;
}

function wordsInCode(document: MarkdownDocument): Mention[] {
  const positions = positionsIn(document.path, document.text);
  const words: Mention[] = [];
  visit(document.tree, 'inlineCode', (node) => {
    if (/^[a-z\d]+(?:-[a-z\d]+)+$/.test(node.value)) words.push({ name: node.value, at: positions.of(node) });
  });
  return words;
}
