import type { Account, Repository, Team } from './state/entities.ts';
import { covers } from './state/look-up.ts';
import { roleOf } from './state/role-of.ts';
import type { Token } from './state/state.ts';
import type { Actor } from './world.ts';

/**
 * Whether a repository shows at all: to everyone when public, else to who has a part in it. To a classic token nothing
 * private shows without the scope.
 */
export function maySee(actor: Actor | null, repository: Repository): boolean {
  if (!repository.isPrivate) return true;
  if (!actor) return false;
  if (actor.viaApp) return isWithin(actor, repository);
  return isGranted(actor.token, 'repo') && roleOf(repository, actor.account) !== 'none';
}

/**
 * Whether all members of an organisation and its teams show: to its members, to an installation with the permission. A
 * classic token without the scope is no member's. Others see those members who show their membership to everyone.
 */
export function seesMembers(actor: Actor | null, organization: Account): boolean {
  if (!actor) return false;
  const { account, token } = actor;
  if (token?.kind === 'installation') {
    return token.installation.account === organization && ['read', 'write'].includes(token.permissions.members ?? '');
  }
  return organization.members.has(account.login.toLowerCase()) && isGranted(token, 'read:org');
}

/** Whether a team shows: a closed one to whoever sees the members, a secret one to its own and to owners besides. */
export function seesTeam(actor: Actor | null, team: Team): boolean {
  if (!actor || !seesMembers(actor, team.organization)) return false;
  const login = actor.account.login.toLowerCase();
  return team.privacy === 'closed' || actor.viaApp !== null || team.members.has(login) || isAdmin(login, team);
}

const isAdmin = (login: string, { organization }: Team) => organization.admins.has(login);

/** Each scope and those that contain it; source: GitHub docs, Scopes for OAuth apps. */
const containing: Record<string, string[]> = {
  'read:org': ['read:org', 'write:org', 'admin:org'],
  'read:project': ['read:project', 'project'],
};

/** Whether a token has a scope; only classic ones can lack one. */
export function isGranted(token: Token | null, scope: string): boolean {
  if (token?.kind !== 'user' || token.scopes === null) return true;
  const granted = token.scopes;
  return (containing[scope] ?? [scope]).some((each) => granted.includes(each));
}

/** Whether an installation's token is for a repository. */
export function isWithin({ token }: Actor, repository: Repository): boolean {
  if (token?.kind !== 'installation' || !covers(token.installation, repository)) return false;
  return token.repositoryIds === 'all' || token.repositoryIds.includes(repository.id);
}
