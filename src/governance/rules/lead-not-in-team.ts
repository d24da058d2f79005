import type { Lead } from '../../model/charter.ts';
import type { Team } from '../../model/project.ts';
import { quote } from '../../text/escape.ts';
import { fiveGroups, fiveTeams, teamsFile } from '../example-teams.ts';
import { groupTeams } from '../group-teams.ts';
import { leadsOf, withOwnHandle } from '../leads-of.ts';
import { leadsTeams } from '../leads-teams.ts';
import type { Report, Rule } from '../rule.ts';

export default {
  summary: 'Every lead is in the team of leads, and in the team of their group',
  why: 'Who is in no team is asked for no review and reached by no mention of it, and nobody notices for years.',
  severity: 'warning',
  across({ project }, report) {
    const told = new Set<string>();
    const { charter } = project;
    const known = (leads: Lead[]) => withOwnHandle(leads, charter);
    for (const { team, leads } of leadsTeams(project)) reportMissing(known(leads), [team], told, report);
    const teams = groupTeams(project);
    for (const group of charter.groups) {
      const own = teams.teamsOf(group);
      if (!group.retired && own.length > 0) reportMissing(known(leadsOf(group, charter)), own, told, report);
    }
  },
  examples: [
    {
      name: 'everybody in their teams, in whatever letter case',
      document: fiveGroups,
      files: { 'org/teams.yaml': teamsFile(fiveTeams).replace('- octo-lead-2', '- Octo-Lead-2') },
      findings: [],
    },
    { name: 'no file of teams', document: fiveGroups, findings: [] },
    {
      name: 'a lead who is not in the team of leads',
      document: fiveGroups,
      files: {
        'org/teams.yaml': teamsFile({
          ...fiveTeams,
          'Working Group Leads': ['octo-lead-1', 'octo-lead-2', 'octo-lead-3'],
        }),
      },
      findings: [{ line: 18, columns: [12, 57], message: '“Octo Lead 4” is not in the team “Working Group Leads”' }],
    },
    {
      name: 'a lead who is not in the team of their group',
      document: fiveGroups,
      files: { 'org/teams.yaml': teamsFile({ ...fiveTeams, 'WG - Testing Maintainers': ['octo-user-1'] }) },
      findings: [
        { line: 18, columns: [12, 57], message: '“Octo Lead 4” is not in the team “WG - Testing Maintainers”' },
      ],
    },
  ],
} satisfies Rule;

type KnownLead = ReturnType<typeof withOwnHandle>[number];

/** Once a lead: who is in none of their teams is added to all of them in one go. */
function reportMissing(leads: KnownLead[], teams: Team[], told: Set<string>, report: Report): void {
  const members = new Set(teams.flatMap((team) => team.members.map(({ name }) => name.toLowerCase())));
  const [team] = teams;
  for (const lead of leads) {
    const handle = lead.handle.toLowerCase();
    if (members.has(handle) || told.has(handle) || !team) continue;
    told.add(handle);
    report(lead.at, `${quote(lead.name)} is not in the team ${quote(team.name)}`, {
      related: [{ at: team.at, message: `the team ${quote(team.name)}` }],
    });
  }
}
