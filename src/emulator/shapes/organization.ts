import type { Account } from '../state/entities.ts';
import type { World } from '../world.ts';
import { organizationShape, userShape } from './account.ts';
import { apiAddress } from './addresses.ts';

/** An `organization-full`, and with it a `team-organization`; source: GitHub docs, REST API, Organizations. */
export function fullOrganizationShape(world: World, organization: Account) {
  const owned = [...world.state.repositories.values()].filter(({ owner }) => owner === organization);
  return {
    ...organizationShape(world, organization),
    name: organization.name ?? organization.login,
    is_verified: false,
    has_organization_projects: true,
    has_repository_projects: true,
    public_repos: owned.filter(({ isPrivate }) => !isPrivate).length,
    public_gists: 0,
    followers: 0,
    following: 0,
    html_url: `${world.url}/${organization.login}`,
    type: 'Organization',
    default_repository_permission: organization.baseRole,
    members_can_create_repositories: true,
    archived_at: null,
    created_at: organization.createdAt,
    updated_at: organization.createdAt,
  };
}

/** An `org-membership`; source: GitHub docs, REST API, Organization members. */
export function membershipShape(world: World, organization: Account, account: Account) {
  return {
    url: apiAddress(world, `/orgs/${organization.login}/memberships/${account.login}`),
    state: 'active',
    role: organization.admins.has(account.login.toLowerCase()) ? 'admin' : 'member',
    direct_membership: true,
    organization_url: apiAddress(world, `/orgs/${organization.login}`),
    organization: organizationShape(world, organization),
    user: userShape(world, account),
  };
}
