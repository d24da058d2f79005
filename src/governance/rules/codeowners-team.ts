import { quote } from '../../text/escape.ts';
import { aDocument } from '../example-documents.ts';
import { isOf } from '../group-teams.ts';
import type { Rule } from '../rule.ts';
import { suggest } from '../suggest.ts';

const teams = aDocument(
  'orgs:',
  '  octo-org:',
  '    teams:',
  '      Docs:',
  '        members:',
  '        - octo-lead-1',
);

export default {
  summary: 'Every team in `CODEOWNERS` is in the file of teams',
  why: 'GitHub asks nobody for a review where the owner is a team that is not there, and says so only on a page that nobody opens.',
  severity: 'error',
  across({ project: { codeOwners, people } }, report) {
    const organisations = new Set(people.teams.flatMap(({ organisation }) => organisation?.toLowerCase() ?? []));
    for (const { name, at } of codeOwners ?? []) {
      const [organisation = '', slug] = name.toLowerCase().split('/');
      if (slug === undefined || !organisations.has(organisation)) continue;
      const own = people.teams.filter((team) => isOf(team, organisation));
      if (own.some((team) => team.slug === slug)) continue;
      report(at, `there is no team ${quote(`@${name}`)} in the file of teams`, {
        expected: suggest(
          slug,
          own.map((team) => team.slug),
          { asked: 1 },
        ).map((each) => `@${organisation}/${each}`),
      });
    }
  },
  examples: [
    {
      name: 'a team that is there, a person, and a team of another organisation',
      path: 'CODEOWNERS',
      document: '* @octo-org/docs @octo-lead-1 # all\n/x @squid/docs\n',
      files: { 'org/teams.yaml': teams },
      findings: [],
    },
    {
      name: 'a team that was renamed',
      path: 'CODEOWNERS',
      document: '* @octo-org/doc\n',
      files: { 'org/teams.yaml': teams },
      findings: [
        {
          line: 1,
          columns: [3, 16],
          message: 'there is no team “@octo-org/doc” in the file of teams',
          expected: ['@octo-org/docs'],
        },
      ],
    },
  ],
} satisfies Rule;
