import { quote } from '../../text/escape.ts';
import { teamOfUrl } from '../../text/team-url.ts';
import { aDocument } from '../example-documents.ts';
import { insteadOf } from '../group-teams.ts';
import type { Rule } from '../rule.ts';

const teams = aDocument(
  'orgs:',
  '  octo-org:',
  '    teams:',
  '      Docs WG Leads:',
  '        members:',
  '        - octo-lead-1',
);

export default {
  summary: 'Every team that is linked is in the file of teams',
  why: 'A mention of a team that is not there reaches nobody, and GitHub shows it as plain text.',
  severity: 'error',
  across({ project: { files, people } }, report) {
    for (const { document } of files) {
      for (const { url, at } of document?.kind === 'markdown' ? document.links : []) {
        const linked = teamOfUrl(url);
        const expected = linked ? insteadOf(linked, people) : null;
        if (!linked || !expected) continue;
        const name = `@${linked.organisation}/${linked.slug}`;
        report(at, `there is no team ${quote(name)} in the file of teams`, { expected });
      }
    }
  },
  examples: [
    {
      name: 'a team that is there, and one of another organisation',
      document:
        '[@octo-org/docs-wg-leads](https://github.com/orgs/octo-org/teams/docs-wg-leads/members) [@squid/docs](https://github.com/orgs/squid/teams/docs)\n',
      files: { 'org/teams.yaml': teams },
      findings: [],
    },
    {
      name: 'a team that is not there',
      document: '[@octo-org/doc-wg-leads](https://github.com/orgs/octo-org/teams/doc-wg-leads)\n',
      files: { 'org/teams.yaml': teams },
      findings: [
        {
          line: 1,
          columns: [1, 78],
          message: 'there is no team “@octo-org/doc-wg-leads” in the file of teams',
          expected: ['@octo-org/docs-wg-leads'],
        },
      ],
    },
  ],
} satisfies Rule;
