import { quote } from '../../text/escape.ts';
import { fiveGroups, fiveTeams, teamsFile } from '../example-teams.ts';
import { groupTeams } from '../group-teams.ts';
import type { Rule } from '../rule.ts';
import { suggest } from '../suggest.ts';

export default {
  summary: 'Every team that is named as a group’s team is has its group',
  why: 'The team of a group that was renamed or dissolved keeps its rights, and its members are asked for reviews that are nobody’s.',
  severity: 'warning',
  across({ project }, report) {
    const names = project.charter.groups.filter((group) => !group.retired).map((group) => group.name);
    if (names.length === 0) return;
    for (const { team, named } of groupTeams(project).withoutGroup) {
      report(team.at, `${quote(team.name)} is the team of a group ${quote(named)}, which the document has not`, {
        expected: suggest(named, names, { asked: project.people.teams.length }),
      });
    }
  },
  examples: [
    {
      name: 'a team for each group, one below another, and one that is of no group',
      document: fiveGroups,
      files: {
        'org/teams.yaml': teamsFile({ ...fiveTeams, 'WG - Docs Maintainers/Pages': [], Stewards: ['octo-user-2'] }),
      },
      findings: [],
    },
    {
      name: 'the team of a group that was dissolved',
      document: fiveGroups,
      files: { 'org/teams.yaml': teamsFile({ ...fiveTeams, 'WG - Config Maintainers': ['octo-user-2'] }) },
      findings: [
        {
          path: 'org/teams.yaml',
          line: 24,
          columns: [3, 26],
          message: '“WG - Config Maintainers” is the team of a group “config”, which the document has not',
        },
      ],
    },
  ],
} satisfies Rule;
