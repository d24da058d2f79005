import type { Team } from '../../model/on-github.ts';
import { quote } from '../../text/escape.ts';
import { aDocument } from '../example-documents.ts';
import { githubSays } from '../example-github.ts';
import { linkedTeams } from '../group-teams.ts';
import { leadsOf, withOwnHandle } from '../leads-of.ts';
import type { Rule } from '../rule.ts';

const document = aDocument(
  '# Working groups',
  '',
  '| Group | GitHub team | Leads |',
  '| --- | --- | --- |',
  '| Docs | [team](https://github.com/orgs/octo-org/teams/docs) | [Octo One](https://github.com/octo-lead-1) |',
);
const team = (...members: string[]) => githubSays({ teams: { docs: members }, accounts: {} });

export default {
  summary: 'Every lead is in the team of their group on GitHub',
  why: 'Who is not in the team is asked for no review and reached by no mention of it, whatever the document says.',
  severity: 'warning',
  across({ project: { charter, onGitHub } }, report) {
    if (!onGitHub?.teams.known) return;
    const known = onGitHub.teams.value;
    for (const group of charter.groups.filter((each) => !each.retired)) {
      const slugs = linkedTeams(group).map(({ slug }) => slug);
      const teams = slugs.flatMap((slug) => known.get(slug) ?? []);
      // A team that is not among them may be hidden, and the lead may be in that one.
      if (slugs.length === 0 || teams.length < slugs.length) continue;
      for (const { name, handle, at } of withOwnHandle(leadsOf(group, charter), charter)) {
        if (teams.some(({ members }) => members.has(handle.toLowerCase()))) continue;
        report(
          at,
          `${quote(name)} (${quote(handle)}) is not in the team ${named(teams)} of ${quote(group.name)} on GitHub`,
        );
      }
    }
  },
  examples: [
    { name: 'a lead in the team that their group links to', document, onGitHub: team('octo-lead-1'), findings: [] },
    { name: 'a team that the token may not see', document, onGitHub: githubSays({ teams: {} }), findings: [] },
    {
      name: 'a lead who is not in it',
      document,
      onGitHub: team('octo-user-1'),
      findings: [{ line: 5, message: '“Octo One” (“octo-lead-1”) is not in the team “docs” of “Docs” on GitHub' }],
    },
  ],
} satisfies Rule;

const named = (teams: Team[]): string => teams.map(({ name }) => quote(name)).join(' or ');
