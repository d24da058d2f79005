import { forbidden } from '../refusal.ts';
import type { Account } from '../state/entities.ts';
import type { Actor, World } from '../world.ts';
import { removeCollaborator } from './collaborators.ts';
import { removeTeamMember } from './teams.ts';

/**
 * Makes someone a member of an organisation at once, as on a GitHub Enterprise Server: nobody is invited.
 *
 * @throws Refusal 403 for an owner who would be none any more by their own hand.
 */
export function setMember(actor: Actor, organization: Account, account: Account, role: 'admin' | 'member'): void {
  const login = account.login.toLowerCase();
  if (role === 'member' && account === actor.account && organization.admins.has(login)) {
    throw forbidden('You cannot demote yourself. Admins must be demoted by another admin.');
  }
  organization.members.add(login);
  if (role === 'admin') organization.admins.add(login);
  else organization.admins.delete(login);
}

/** Takes someone out of an organisation, its teams and its repositories. */
export function removeMember(world: World, actor: Actor, organization: Account, account: Account): void {
  const login = account.login.toLowerCase();
  for (const team of organization.teams.values()) removeTeamMember(world, actor, team, account);
  for (const repository of world.state.repositories.values()) {
    if (repository.owner === organization) removeCollaborator(world, actor, repository, account);
  }
  for (const logins of [organization.members, organization.admins, organization.publicMembers]) logins.delete(login);
}
