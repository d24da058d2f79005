import type { Account, Repository, Role, Team } from './entities.ts';
import { highestOf } from './roles.ts';

export function childrenOf(team: Team): Team[] {
  return [...team.organization.teams.values()].filter(({ parent }) => parent === team);
}

/** A team's members with those of all teams below it, each once, by login in lower case. */
export function allMembers(team: Team): Set<string> {
  return new Set([...team.members, ...membersBelow(team)]);
}

export function membersBelow(team: Team): Set<string> {
  return new Set(childrenOf(team).flatMap((child) => [...allMembers(child)]));
}

/** What someone is in a team: an organisation's owner counts as maintainer; `null` for who is not in it. */
export function teamRoleOf(team: Team, account: Account): 'member' | 'maintainer' | null {
  const login = account.login.toLowerCase();
  if (!allMembers(team).has(login)) return null;
  return team.maintainers.has(login) || team.organization.admins.has(login) ? 'maintainer' : 'member';
}

/** What a team may do in a repository, by itself or as part of the teams above it; `none` where it has no part in it. */
export function teamRoleIn(team: Team, { id }: Repository): Role {
  return highestOf([team, ...teamsAbove(team)].map((each) => each.repositories.get(id) ?? 'none'));
}

/** The ids of all repositories that a team has to do with. */
export function repositoryIds(team: Team): number[] {
  return [...new Set([team, ...teamsAbove(team)].flatMap(({ repositories }) => [...repositories.keys()]))];
}

function teamsAbove({ parent }: Team): Team[] {
  return parent ? [parent, ...teamsAbove(parent)] : [];
}
