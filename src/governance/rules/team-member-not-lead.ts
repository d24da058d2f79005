import { quote } from '../../text/escape.ts';
import { fiveGroups, fiveTeams, teamsFile } from '../example-teams.ts';
import { handlesOf } from '../leads-of.ts';
import { leadsTeams } from '../leads-teams.ts';
import type { Rule } from '../rule.ts';

export default {
  summary: 'Whoever is in a team of leads leads something',
  why: 'Who stepped down years ago still gets the mentions, the reviews and the rights of a lead.',
  severity: 'warning',
  across({ project }, report) {
    for (const { team, leads } of leadsTeams(project)) {
      const handles = handlesOf(leads);
      if (handles.size === 0) continue;
      for (const { name, at } of team.members) {
        if (handles.has(name.toLowerCase())) continue;
        report(at, `${quote(name)} is in the team ${quote(team.name)} and is no lead in the document`);
      }
    }
  },
  examples: [
    {
      name: 'leads, and maintainers who lead nothing',
      document: fiveGroups,
      files: { 'org/teams.yaml': teamsFile(fiveTeams) },
      findings: [],
    },
    {
      name: 'somebody who stepped down',
      document: fiveGroups,
      files: {
        'org/teams.yaml': teamsFile({
          ...fiveTeams,
          'Working Group Leads': [...(fiveTeams['Working Group Leads'] ?? []), 'octo-user-9'],
        }),
      },
      findings: [
        {
          path: 'org/teams.yaml',
          line: 8,
          columns: [7, 18],
          message: '“octo-user-9” is in the team “Working Group Leads” and is no lead in the document',
        },
      ],
    },
  ],
} satisfies Rule;
