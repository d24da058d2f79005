import type { Account, Team } from './entities.ts';

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
