import type { Lead } from '../../model/charter.ts';
import type { Position } from '../../model/position.ts';
import { quote } from '../../text/escape.ts';
import { nameKey } from '../../text/names.ts';
import { twoTables } from '../example-documents.ts';
import type { Report, Rule } from '../rule.ts';

const document = twoTables({
  leads: [
    ['octo-lead-1', 'Docs'],
    ['octo-lead-2', 'Networking'],
    ['octo-lead-1', 'Security'],
  ],
});

export default {
  summary: 'A person has one name, one handle and one company, each spelled one way',
  why: 'Somebody changed jobs, names or accounts and was changed in one of two places: which one holds is anybody’s guess.',
  severity: 'warning',
  across({ project }, report) {
    for (const { charter } of project.files) {
      const leads = charter.leads.filter((lead) => !lead.retired);
      reportVariants(leads, { same: handleOf, differ: nameOf, at: (lead) => lead.at, what: 'name' }, report);
      reportVariants(leads, { same: withoutHandle, differ: nameOf, at: (lead) => lead.at, what: 'name' }, report);
      reportVariants(leads, { same: fullNameOf, differ: handleOf, at: profileAt, what: 'handle' }, report);
      reportVariants(leads, { same: companyOf, differ: companyAsPrinted, at: companyAt, what: 'company' }, report);
      reportVariants(leads, { same: handleOf, differ: companyOf, at: companyAt, what: 'employer' }, report);
    }
  },
  examples: [
    { name: 'a person who leads two groups', document, findings: [] },
    {
      name: 'the same company for two spellings',
      document: document.replace('Octo Inc | Security', 'OCTO Inc | Security'),
      findings: [
        { line: 15, columns: [60, 68], message: '“OCTO Inc” is spelled “Octo Inc” elsewhere', expected: ['Octo Inc'] },
      ],
    },
    {
      name: 'a person with two companies',
      document: document.replace('Octo Inc | Security', 'Squid Labs | Security'),
      findings: [
        {
          line: 15,
          columns: [60, 70],
          message: 'the company of “Octo Lead 1” is “Octo Inc” elsewhere',
          expected: ['Octo Inc'],
        },
      ],
    },
    {
      name: 'a name for two spellings',
      document: document.replace(
        '[Octo Lead 1](https://github.com/octo-lead-1) | Octo Inc | Security',
        '[Octo LEAD 1](https://github.com/octo-lead-1) | Octo Inc | Security',
      ),
      findings: [
        {
          line: 15,
          columns: [12, 57],
          message: '“Octo LEAD 1” is written “Octo Lead 1” elsewhere',
          expected: ['Octo Lead 1'],
        },
      ],
    },
    {
      name: 'a person with two handles',
      document: document.replace('/octo-lead-1) | Octo Inc | Security', '/octo-lead) | Octo Inc | Security'),
      findings: [
        {
          line: 15,
          columns: [12, 55],
          message: '“Octo Lead 1” has the handle “octo-lead-1” elsewhere',
          expected: ['octo-lead-1'],
        },
      ],
    },
  ],
} satisfies Rule;

interface Facet {
  /** What the entries have in common, `null` where there is nothing to compare. */
  same(lead: Lead): string | null;
  /** What should not differ among them. */
  differ(lead: Lead): string | null;
  at(lead: Lead): Position;
  what: 'name' | 'handle' | 'company' | 'employer';
}

const handleOf = ({ handle }: Lead) => handle?.toLowerCase() ?? null;
const nameOf = ({ name }: Lead) => name;
const companyOf = ({ company }: Lead) => (company === null ? null : nameKey(company).replace(/[.,]/g, ''));
const companyAsPrinted = ({ company }: Lead) => company;
/** Where the document gives no handles, letters that only differ in case are all there is to go by. */
const withoutHandle = ({ name, handle }: Lead) => (handle === null ? nameKey(name) : null);
/** One word may be the name of two. */
const fullNameOf = ({ name, handle }: Lead) => (handle !== null && nameKey(name).includes(' ') ? nameKey(name) : null);
const profileAt = ({ profile, at }: Lead) => profile?.at ?? at;
const companyAt = ({ companyAt: own, at }: Lead) => own ?? at;

/** The spelling that most have is taken for the right one; of two, the one that comes first. */
function reportVariants(leads: Lead[], { same, differ, at, what }: Facet, report: Report): void {
  for (const alike of groupsBy(leads, same)) {
    const variants = groupsBy(alike, differ).sort((one, other) => other.length - one.length);
    const [usual, ...others] = variants;
    for (const lead of others.flat()) {
      const [right] = usual ?? [];
      if (!right || (['name', 'employer'].includes(what) && !isSpelling(lead.name, right.name))) continue;
      const { message, expected } = wordsFor(what, lead, right);
      report(at(lead), message, {
        expected: [expected],
        related: [{ at: at(right), message: 'as it is written here' }],
      });
    }
  }
}

/** Another person below the same profile is another rule’s to tell. */
function isSpelling(one: string, other: string): boolean {
  const [words, others] = [nameKey(one).split(' '), nameKey(other).split(' ')];
  return words.at(-1) === others.at(-1) || words[0] === others[0];
}

function wordsFor(what: Facet['what'], wrong: Lead, right: Lead): { message: string; expected: string } {
  const [name, company] = [quote(wrong.name), quote(wrong.company ?? '')];
  switch (what) {
    case 'name':
      return { message: `${name} is written ${quote(right.name)} elsewhere`, expected: right.name };
    case 'handle':
      return { message: `${name} has the handle ${quote(right.handle ?? '')} elsewhere`, expected: right.handle ?? '' };
    case 'company':
      return {
        message: `${company} is spelled ${quote(right.company ?? '')} elsewhere`,
        expected: right.company ?? '',
      };
    case 'employer':
      return {
        message: `the company of ${name} is ${quote(right.company ?? '')} elsewhere`,
        expected: right.company ?? '',
      };
  }
}

function groupsBy(leads: Lead[], keyOf: (lead: Lead) => string | null): Lead[][] {
  const groups = new Map<string, Lead[]>();
  for (const lead of leads) {
    const key = keyOf(lead);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), lead]);
  }
  return [...groups.values()];
}
