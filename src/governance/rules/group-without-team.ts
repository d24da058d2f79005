import type { Group } from '../../model/charter.ts';
import { quote } from '../../text/escape.ts';
import { teamOfUrl } from '../../text/team-url.ts';
import { fiveGroups, fiveTeams, teamsFile } from '../example-teams.ts';
import { groupTeams } from '../group-teams.ts';
import type { Rule } from '../rule.ts';

const { 'WG - Testing Maintainers': _, ...withoutTesting } = fiveTeams;

export default {
  summary: 'Every group has a team where most groups have one',
  why: 'A group without a team can be asked for no review and given no rights.',
  severity: 'info',
  across({ project }, report) {
    const teams = groupTeams(project);
    if (!teams.areUsual) return;
    for (const group of project.charter.groups) {
      // A group that links a team has one, if not in this file.
      if (group.retired || teams.teamsOf(group).length > 0 || hasTeamLink(group)) continue;
      report(group.at, `${quote(group.name)} has no team, as most groups have`);
    }
  },
  examples: [
    {
      name: 'a team for each group',
      document: fiveGroups,
      files: { 'org/teams.yaml': teamsFile(fiveTeams) },
      findings: [],
    },
    { name: 'a project that has no file of teams', document: fiveGroups, findings: [] },
    {
      name: 'a group without one',
      document: fiveGroups,
      files: { 'org/teams.yaml': teamsFile(withoutTesting) },
      findings: [{ line: 9, columns: [3, 10], message: '“Testing” has no team, as most groups have' }],
    },
  ],
} satisfies Rule;

const hasTeamLink = (group: Group): boolean =>
  group.artifacts.some(({ links }) => links.some(({ url }) => teamOfUrl(url) !== null));
