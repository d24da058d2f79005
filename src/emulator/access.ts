import { forbidden } from './refusal.ts';
import type { Account, Repository } from './state/entities.ts';
import { roleOf } from './state/look-up.ts';
import type { Actor } from './world.ts';

/** Whether a repository shows at all: to everyone when public, else to who has a part in it. */
export function maySee(actor: Actor | null, repository: Repository): boolean {
  if (!repository.isPrivate) return true;
  if (!actor) return false;
  return actor.viaApp ? isWithin(actor, repository) : roleOf(repository, actor.account) !== 'none';
}

/** Whether an organisation tells of all its members and teams: to its members, and to an app that it let read them. */
export function maySeeMembers(actor: Actor | null, organization: Account): boolean {
  const token = actor?.token;
  if (token?.kind !== 'installation') return organization.members.has(actor?.account.login.toLowerCase() ?? '');
  return token.installation.account === organization && token.permissions.members !== undefined;
}

/** @throws Refusal 403 for a token that only reads, and for an installation's on a repository that it is not for. */
export function assertMayWrite(actor: Actor, repository: Repository): void {
  const isReadOnly = actor.token?.kind === 'user' && actor.token.isReadOnly;
  if (isReadOnly || (actor.viaApp && !isWithin(actor, repository))) {
    throw forbidden('Resource not accessible by integration');
  }
}

function isWithin({ token }: Actor, repository: Repository): boolean {
  if (token?.kind !== 'installation' || token.installation.account !== repository.owner) return false;
  return token.repositoryIds === 'all' || token.repositoryIds.includes(repository.id);
}
