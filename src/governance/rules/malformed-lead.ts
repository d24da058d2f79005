import type { Lead } from '../../model/charter.ts';
import type { MarkdownDocument } from '../../text/document.ts';
import { quote } from '../../text/escape.ts';
import { aDocument, leadsInRow, twoTables } from '../example-documents.ts';
import { type Habits, habitsOf } from '../lead-habits.ts';
import { hasMisplacedProfile, type PrintedLead, placesOf } from '../lead-places.ts';
import { profileProblem } from '../profile-problem.ts';
import type { Report, Rule } from '../rule.ts';

const table = (...rows: string[]) =>
  aDocument('| Group | Forum |', '| --- | --- |', '| Docs | n/a |', '', '| Name | Groups |', '| --- | --- |', ...rows);
const [one, two] = [
  '| [Octo One](https://github.com/octo-1) | Docs |',
  '| [Octo Two](https://github.com/octo-2) | Docs |',
];

export default {
  summary: 'Every lead is written as the others are, with a profile that is theirs',
  why: 'Whom the document names in another way is not found by whoever asks them for help, nor by the programs that read it.',
  severity: 'warning',
  check({ document, charter }, report) {
    const habits = habitsOf(charter);
    for (const lead of charter.leads) {
      for (const place of placesOf(lead, document)) reportSpelling(place, report);
      reportProfile(lead, { document, habits }, report);
    }
  },
  examples: [
    { name: 'every lead with a profile', document: twoTables({}), findings: [] },
    {
      name: 'leads that have no profiles at all',
      document: leadsInRow([['Docs', 'Octo One (Octo Inc), Octo Two (Octo Labs)']]),
      findings: [],
    },
    {
      name: 'no blank before the company',
      document: leadsInRow([['Docs', 'Octo One (Octo Inc), Octo Two(Octo Labs)']]),
      findings: [
        {
          line: 5,
          columns: [31, 50],
          message: 'a blank is missing before the parenthesis in “Octo Two(Octo Labs)”',
          fix: 'Octo Two (Octo Labs)',
        },
      ],
    },
    {
      name: 'a parenthesis that is not closed',
      document: leadsInRow([['Docs', 'Octo One (Octo Inc), Octo Two (Octo Labs']]),
      findings: [{ line: 5, columns: [31, 50], message: 'a parenthesis is not closed in “Octo Two (Octo Labs”' }],
    },
    {
      name: 'one lead without the link that the others have',
      document: table(one, two, '| Octo Three | Docs |'),
      findings: [
        { line: 9, columns: [3, 13], message: '“Octo Three” has no link to a profile, as the other leads have' },
      ],
    },
    {
      name: 'a lead without a profile, where the document says so',
      document: aDocument(
        ...['Docs', 'Networking'].flatMap((group) => [
          `## ${group}`,
          '',
          'Leads | Profile',
          '--- | ---',
          `Octo ${group} | [octo-${group}](https://github.com/octo-${group})`,
          'Octo Three | n/a',
          '',
        ]),
        '## Docs again',
        '',
        'Leads | Profile',
        '--- | ---',
        'Octo Four | [octo-4](https://github.com/octo-4)',
      ),
      findings: [],
    },
    {
      name: 'a link that is nobody’s profile',
      document: table(one, two, '| [Octo Three](https://githun.com/octo-3) | Docs |'),
      findings: [
        {
          line: 9,
          columns: [3, 42],
          message: 'the link of “Octo Three” goes to “https://githun.com/octo-3”, which is no GitHub profile',
          expected: ['https://github.com/octo-3'],
        },
      ],
    },
    {
      name: 'a link without its scheme, which GitHub takes for a path',
      document: table(one, two, '| [Octo Three](github.com/octo-3) | Docs |'),
      findings: [
        {
          line: 9,
          columns: [3, 34],
          message: 'the link of “Octo Three” goes to “github.com/octo-3”, which is no GitHub profile',
          expected: ['https://github.com/octo-3'],
          fix: '[Octo Three](https://github.com/octo-3)',
        },
      ],
    },
    {
      name: 'the handle of a link and its text differ',
      document: table(one, two, '| [@octo-3](https://github.com/octo-4) | Docs |'),
      findings: [{ line: 9, columns: [3, 39], message: 'the link says “@octo-3” and goes to the profile of “octo-4”' }],
    },
    {
      name: 'a row of an older layout, in which the profile had a column',
      document: table(one, two, '| Octo Three | [octo-3](https://github.com/octo-3) | Docs |'),
      findings: [
        {
          line: 9,
          columns: [3, 13],
          message: 'the profile of “Octo Three” stands in the column of groups, so that GitHub shows it for the group',
          expected: ['[Octo Three](https://github.com/octo-3)'],
        },
      ],
    },
  ],
} satisfies Rule;

function reportSpelling({ at, source, visible }: PrintedLead, report: Report): void {
  const glued = [...visible.matchAll(/[\p{L}\p{N}.](?=\()/gu)].map((found) => found.index + found[0].length);
  if (glued.length > 0) {
    const text = glued.reduceRight((mended, end) => `${mended.slice(0, end)} ${mended.slice(end)}`, source);
    report(at, `a blank is missing before the parenthesis in ${quote(source)}`, { fix: { at, text } });
  }
  const [opened, closed] = [visible.split('(').length, visible.split(')').length];
  if (opened > closed) report(at, `a parenthesis is not closed in ${quote(source)}`);
  if (closed > opened) report(at, `a parenthesis is closed and was never opened in ${quote(source)}`);
}

function reportProfile(
  lead: Lead,
  { document, habits }: { document: MarkdownDocument; habits: Habits },
  report: Report,
): void {
  const name = quote(lead.name);
  if (lead.profile === null) {
    if (habits.link && !lead.noProfile) report(lead.at, `${name} has no link to a profile, as the other leads have`);
  } else if (hasMisplacedProfile(lead, document)) {
    const message = `the profile of ${name} stands in the column of groups, so that GitHub shows it for the group`;
    report(lead.at, message, { expected: [`[${lead.name}](${lead.profile.url})`] });
  } else {
    const problem = profileProblem(lead, document, habits);
    if (problem) report(lead.profile.at, problem.message, problem.details);
  }
}
