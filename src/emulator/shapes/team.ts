import type { Account, Team } from '../state/entities.ts';
import { allMembers } from '../state/teams.ts';
import type { World } from '../world.ts';
import { organizationShape } from './account.ts';
import { apiAddress } from './addresses.ts';

/** A `team`; source: GitHub docs, REST API, Teams. */
export function teamShape(world: World, team: Team): Record<string, unknown> {
  return { ...simpleShape(world, team), parent: team.parent && simpleShape(world, team.parent) };
}

/** A `team-full`. */
export function fullTeamShape(world: World, team: Team): Record<string, unknown> {
  return {
    ...teamShape(world, team),
    members_count: allMembers(team).size,
    repos_count: 0,
    created_at: team.createdAt,
    updated_at: team.createdAt,
    organization: teamOrganizationShape(world, team.organization),
  };
}

function simpleShape(world: World, team: Team) {
  const { id, nodeId, organization, name, slug, privacy } = team;
  const api = apiAddress(world, `/organizations/${organization.id}/team/${id}`);
  return {
    id,
    node_id: nodeId,
    name,
    slug,
    description: null,
    privacy,
    notification_setting: 'notifications_enabled',
    permission: 'pull',
    url: api,
    html_url: teamPage(world, team),
    members_url: `${api}/members{/member}`,
    repositories_url: `${api}/repos`,
    type: 'organization',
    organization_id: organization.id,
  };
}

function teamOrganizationShape(world: World, organization: Account) {
  return {
    ...organizationShape(world, organization),
    type: 'Organization',
    has_organization_projects: true,
    has_repository_projects: true,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    archived_at: null,
    html_url: `${world.url}/${organization.login}`,
    created_at: organization.createdAt,
    updated_at: organization.createdAt,
  };
}

export function teamPath({ organization, slug }: Team): string {
  return `/orgs/${organization.login}/teams/${slug}`;
}

export function teamPage(world: World, team: Team): string {
  return world.url + teamPath(team);
}
