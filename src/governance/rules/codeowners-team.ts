import { quote } from '../../text/escape.ts';
import { aDocument } from '../example-documents.ts';
import { insteadOf } from '../group-teams.ts';
import type { Rule } from '../rule.ts';

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
    for (const { name, at } of codeOwners ?? []) {
      const [organisation = '', slug] = name.toLowerCase().split('/');
      const expected = slug === undefined ? null : insteadOf({ organisation, slug }, people);
      if (expected) report(at, `there is no team ${quote(`@${name}`)} in the file of teams`, { expected });
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
