import type { Account, Repository, Role, Team } from '../state/entities.ts';
import { permissionOfRole } from '../state/roles.ts';
import { allMembers, repositoryIds, teamRoleOf } from '../state/teams.ts';
import type { Actor, World } from '../world.ts';
import { apiAddress } from './addresses.ts';
import { fullOrganizationShape } from './organization.ts';
import { permissionsShape, repositoryShape } from './repository.ts';

/** A `team`; source: GitHub docs, REST API, Teams. */
export function teamShape(world: World, team: Team): Record<string, unknown> {
  return { ...simpleShape(world, team), parent: team.parent && simpleShape(world, team.parent) };
}

/** A `team-full`. */
export function fullTeamShape(world: World, team: Team): Record<string, unknown> {
  return {
    ...teamShape(world, team),
    members_count: allMembers(team).size,
    repos_count: repositoryIds(team).length,
    created_at: team.createdAt,
    updated_at: team.updatedAt,
    organization: fullOrganizationShape(world, team.organization),
  };
}

/** A `team` among those of a repository: with what its members may do there. */
export function repositoryTeamShape(world: World, team: Team, role: Role): Record<string, unknown> {
  return { ...teamShape(world, team), permission: permissionOfRole(role), permissions: permissionsShape(role) };
}

/** A repository among those of a team, as `team-repository` and `minimal-repository`. */
export function teamRepositoryShape(world: World, repository: Repository, { role, actor }: TeamAccess) {
  const shape = repositoryShape(world, repository, actor);
  return { ...shape, permissions: permissionsShape(role), role_name: role };
}

/** What a team could do, as the words were before there were five of them. */
export function teamPermissionsShape(role: Role) {
  const { admin, push, pull } = permissionsShape(role);
  return { admin, push, pull };
}

interface TeamAccess {
  /** What the team may do. */
  role: Role;
  actor: Actor | null;
}

/** A `team-membership`; source: GitHub docs, REST API, Team members. */
export function teamMembershipShape(world: World, team: Team, account: Account) {
  return {
    url: apiAddress(world, `${teamPath(team)}/memberships/${account.login}`),
    role: teamRoleOf(team, account),
    state: 'active',
  };
}

function simpleShape(world: World, team: Team) {
  const { id, nodeId, organization, name, slug, description, privacy } = team;
  const api = apiAddress(world, `/organizations/${organization.id}/team/${id}`);
  return {
    id,
    node_id: nodeId,
    name,
    slug,
    description,
    privacy,
    notification_setting: team.isNotified ? 'notifications_enabled' : 'notifications_disabled',
    permission: permissionOfRole(team.defaultRole),
    url: api,
    html_url: teamPage(world, team),
    members_url: `${api}/members{/member}`,
    repositories_url: `${api}/repos`,
    type: 'organization',
    organization_id: organization.id,
  };
}

export function teamPath({ organization, slug }: Team): string {
  return `/orgs/${organization.login}/teams/${slug}`;
}

export function teamPage(world: World, team: Team): string {
  return world.url + teamPath(team);
}
