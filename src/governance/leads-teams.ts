import type { Lead } from '../model/charter.ts';
import type { Team } from '../model/project.ts';
import { nameKey } from '../text/names.ts';
import { groupTeams } from './group-teams.ts';
import { activeLeads, leadsOf } from './leads-of.ts';
import type { Project } from './project.ts';

/** A team that is meant to hold certain leads and nobody else. */
export interface LeadsTeam {
  team: Team;
  leads: Lead[];
}

const everybody =
  /^(?:the )?(?:(?:all|org|project) )?(?:working groups?|wgs?|sigs?|groups?|special interest groups?) lead(?:er)?s?$|^leads?$/;

/**
 * @returns the teams of leads: those of all leads, by their name, and those of a group's leads, where the name says so.
 * A team of maintainers is none: many maintain what few lead.
 */
export function leadsTeams(project: Project): LeadsTeam[] {
  const { people, charter } = project;
  const all = people.teams.filter((team) => everybody.test(nameKey(team.name)));
  const teams = groupTeams(project);
  const byGroup = charter.groups
    .filter((group) => !group.retired)
    .flatMap((group) =>
      teams
        .teamsOf(group)
        .filter((team) => /\bleads?\b/.test(nameKey(team.name)))
        .map((team) => ({ team, leads: leadsOf(group, charter) })),
    );
  const shared = new Map<Team, Lead[]>();
  for (const { team, leads } of byGroup) shared.set(team, [...(shared.get(team) ?? []), ...leads]);
  return [
    ...all.map((team) => ({ team, leads: activeLeads(charter) })),
    ...[...shared].map(([team, leads]) => ({ team, leads })),
  ];
}
