import type { Account, Repository, Role } from './entities.ts';
import { highestOf } from './roles.ts';
import { allMembers } from './teams.ts';

/**
 * What an account may do in a repository: the most that it was given as a person, by a team, as a member or as an owner
 * of the organisation; everyone may read what is public. Source: GitHub docs, Repository roles for an organization.
 */
export function roleOf(repository: Repository, account: Account): Role {
  if (repository.owner === account) return 'admin';
  const given = repository.collaborators.get(account.login.toLowerCase()) ?? 'none';
  return highestOf([given, repository.isPrivate ? 'none' : 'read', ...rolesAsMember(repository, account)]);
}

function rolesAsMember(repository: Repository, account: Account): Role[] {
  const { owner } = repository;
  const login = account.login.toLowerCase();
  if (owner.admins.has(login)) return ['admin'];
  if (!owner.members.has(login)) return [];
  const teams = [...owner.teams.values()].filter((team) => team.repositories.has(repository.id));
  const byTeams = teams
    .filter((team) => allMembers(team).has(login))
    .map((team) => team.repositories.get(repository.id));
  return [owner.baseRole, ...byTeams.filter((role) => role !== undefined)];
}
