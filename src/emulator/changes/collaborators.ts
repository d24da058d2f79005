import { userShape } from '../shapes/account.ts';
import { coarseRole } from '../shapes/repository.ts';
import type { Account, Repository, Role } from '../state/entities.ts';
import type { Actor, World } from '../world.ts';
import { announce } from './record.ts';

/** Gives a person a role in a repository at once, as on a GitHub Enterprise Server: nobody is invited. */
export function setCollaborator(
  world: World,
  actor: Actor,
  repository: Repository,
  account: Account,
  role: Role,
): void {
  const login = account.login.toLowerCase();
  const former = repository.collaborators.get(login);
  if (former === role) return;
  repository.collaborators.set(login, role);
  const [from, to] = [former && coarseRole(former), coarseRole(role)];
  const changes = from
    ? { old_permission: { from }, permission: { from, to } }
    : { permission: { to }, role_name: { to: role } };
  announce(world, actor, repository, 'member', from ? 'edited' : 'added', () => ({
    member: userShape(world, account),
    changes,
  }));
}

export function removeCollaborator(world: World, actor: Actor, repository: Repository, account: Account): void {
  if (!repository.collaborators.delete(account.login.toLowerCase())) return;
  announce(world, actor, repository, 'member', 'removed', () => ({ member: userShape(world, account) }));
}
