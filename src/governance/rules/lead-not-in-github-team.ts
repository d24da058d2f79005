import type { Charter, Group } from '../../model/charter.ts';
import type { OnGitHub } from '../../model/on-github.ts';
import { quote } from '../../text/escape.ts';
import { aDocument } from '../example-documents.ts';
import { githubSays } from '../example-github.ts';
import { linkedTeams } from '../group-teams.ts';
import { leadsOf, withOwnHandle } from '../leads-of.ts';
import type { Report, Rule } from '../rule.ts';

const document = aDocument(
  '# Working groups',
  '',
  '| Group | GitHub team | Leads |',
  '| --- | --- | --- |',
  '| Docs | [@octo-org/docs-leads](https://github.com/orgs/octo-org/teams/docs-leads) | [Octo One](https://github.com/octo-lead-1), [Octo Two](https://github.com/octo-lead-2) |',
  '| Search | n/a | [Octo Three](https://github.com/octo-lead-3) |',
);
const accounts = { 'octo-lead-1': 'octo-lead-1', 'octo-lead-2': 'octo-lead-2', 'octo-lead-3': 'octo-lead-3' };

export default {
  summary: 'Every lead is in the team of their group on GitHub',
  why: 'Who is not in the team is asked for no review and reached by no mention of it, whatever the document says.',
  severity: 'warning',
  needs: 'github',
  across({ project: { charter, onGitHub } }, report) {
    if (!onGitHub) return;
    for (const group of charter.groups) if (!group.retired) checkGroup(group, { charter, onGitHub }, report);
  },
  examples: [
    {
      name: 'every lead is in the team that the group links to',
      document,
      onGitHub: githubSays({ accounts, teams: { 'octo-org/docs-leads': ['octo-lead-1', 'octo-lead-2'] } }),
      findings: [],
    },
    {
      name: 'a team that the token may not see',
      document,
      onGitHub: githubSays({ accounts }),
      findings: [],
    },
    {
      name: 'a lead who is not in it',
      document,
      onGitHub: githubSays({ accounts, teams: { 'octo-org/docs-leads': ['octo-lead-1'] } }),
      findings: [
        {
          line: 5,
          message: '“Octo Two” (“octo-lead-2”) is not in the team “@octo-org/docs-leads” of “Docs” on GitHub',
        },
      ],
    },
  ],
} satisfies Rule;

/** Who is in one of several teams is in the team; of who is gone, or no member at all, other rules tell. */
function checkGroup(
  group: Group,
  { charter, onGitHub }: { charter: Charter; onGitHub: OnGitHub },
  report: Report,
): void {
  const teams = teamsOf(group, onGitHub);
  if (teams.length === 0) return;
  const told = new Set<string>();
  for (const { name, handle, profile, at } of withOwnHandle(leadsOf(group, charter), charter)) {
    const login = handle.toLowerCase();
    if (told.has(login) || teams.some(({ members }) => members.has(login))) continue;
    told.add(login);
    if (!isThere(login, onGitHub) || isStranger(login, onGitHub)) continue;
    const named = teams.map((team) => quote(`@${team.name}`)).join(' or ');
    report(
      profile?.at ?? at,
      `${quote(name)} (${quote(handle)}) is not in the team ${named} of ${quote(group.name)} on GitHub`,
    );
  }
}

/** @returns all teams of the group, or none where there is one that nothing is known of: the lead may be in that one. */
function teamsOf(group: Group, { teams }: OnGitHub): { name: string; members: Set<string> }[] {
  if (!teams.known) return [];
  const named = [...new Set(linkedTeams(group).map(({ organisation, slug }) => `${organisation}/${slug}`))];
  const found = named.flatMap((name) => {
    const team = teams.value.get(name);
    return team ? [{ name, members: team.members }] : [];
  });
  return found.length === named.length ? found : [];
}

const isThere = (login: string, { accounts }: OnGitHub): boolean =>
  accounts.known && accounts.value.has(login) && accounts.value.get(login) !== 'gone';

const isStranger = (login: string, { members }: OnGitHub): boolean => members.known && !members.value.has(login);
