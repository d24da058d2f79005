import { forbidden } from '../refusal.ts';
import type { Account } from '../state/entities.ts';
import type { Actor, World } from '../world.ts';
import { removeCollaborator } from './collaborators.ts';
import { addToOrganization, takeFromOrganization } from './organization-members.ts';
import { removeTeamMember } from './teams.ts';

/**
 * Makes someone a member of an organisation at once, as on a GitHub Enterprise Server: nobody is invited.
 *
 * @throws Refusal 403 for an owner who would be none any more by their own hand.
 */
export function setMember(
  world: World,
  actor: Actor,
  organization: Account,
  { account, role }: { account: Account; role: 'admin' | 'member' },
): void {
  const login = account.login.toLowerCase();
  if (role === 'member' && account === actor.account && organization.admins.has(login)) {
    throw forbidden('You cannot demote yourself. Admins must be demoted by another admin.');
  }
  if (role === 'admin') organization.admins.add(login);
  else organization.admins.delete(login);
  addToOrganization(world, actor, organization, account);
}

/** Takes someone out of an organisation, its teams and its repositories. */
export function removeMember(world: World, actor: Actor, organization: Account, account: Account): void {
  for (const team of organization.teams.values()) removeTeamMember(world, actor, team, account);
  for (const repository of world.state.repositories.values()) {
    if (repository.owner === organization) removeCollaborator(world, actor, repository, account);
  }
  takeFromOrganization(world, actor, organization, account);
}
