import { isWithin } from '../access.ts';
import type {
  Account,
  Issue,
  IssueComment,
  Reaction,
  Repository,
  Review,
  ReviewComment,
  Role,
} from '../state/entities.ts';
import { roleOf } from '../state/role-of.ts';
import { isAtLeast } from '../state/roles.ts';
import type { Actor } from '../world.ts';
import type { Need, Permission } from './need.ts';

/** What is to be changed: whose own it is, and whether it is part of a pull request. */
export interface Subject {
  owner: Account;
  isPull: boolean;
}

/** What GitHub tells of who may not: that the installation lacks a permission, or that the person lacks a role. */
export type Lack = 'permission' | 'role';

/** @returns what someone lacks to change something in a repository; null for who may. */
export function lackOf(actor: Actor, repository: Repository, need: Need, subject?: Subject): Lack | null {
  const { token, account } = actor;
  if (actor.viaApp) {
    const helpful = helpfulFor(need.permissions, subject);
    return isWithin(actor, repository) && isAllowed(actor, helpful, 'write') ? null : 'permission';
  }
  if (token?.kind === 'user' && token.isReadOnly) return 'permission';
  const isOwn = need.own === true && subject?.owner === account;
  return hasRole(actor, repository, isOwn ? 'read' : need.role) ? null : 'role';
}

/**
 * Whether someone may read a part of a repository that shows to them. What is public is open to all, and a person who
 * sees what is private sees all of it.
 */
export function mayRead(
  actor: Actor | null,
  repository: Repository,
  permissions: readonly Permission[],
  subject?: Pick<Subject, 'isPull'>,
): boolean {
  return !repository.isPrivate || !actor || isAllowed(actor, helpfulFor(permissions, subject), 'read');
}

/** The permission for pull requests opens nothing of an issue proper. */
function helpfulFor(permissions: readonly Permission[], subject?: Pick<Subject, 'isPull'>): readonly Permission[] {
  return subject?.isPull === false ? permissions.filter((each) => each !== 'pull_requests') : permissions;
}

/** Whether an installation is allowed one of these; everyone else is not asked. */
export function isAllowed({ token }: Actor, permissions: readonly Permission[], access: 'read' | 'write'): boolean {
  if (token?.kind !== 'installation') return true;
  const enough = access === 'write' ? ['write', 'admin'] : ['read', 'write', 'admin'];
  return permissions.some((each) => enough.includes(token.permissions[each] ?? 'none'));
}

/**
 * Whether a person may do in a repository what takes that role. A bot has no role: the app that is registered here is
 * asked for its permissions elsewhere, and those of another, such as `github-actions[bot]`, are not known.
 */
export function hasRole({ account }: Actor, repository: Repository, role: Role): boolean {
  return account.kind === 'Bot' || isAtLeast(roleOf(repository, account), role);
}

/** Whether someone may reopen an issue: who triages, and its author where nobody else closed it. */
export function mayReopen(actor: Actor, { repository, state, author, closedBy }: Issue): boolean {
  const isOwn = author === actor.account && closedBy === actor.account;
  return state === 'open' || isOwn || hasRole(actor, repository, 'triage');
}

export function issueSubject({ author, pull }: Issue): Subject {
  return { owner: author, isPull: pull !== null };
}

export function commentSubject({ author, issue }: IssueComment): Subject {
  return { owner: author, isPull: issue.pull !== null };
}

export function reviewSubject({ author }: Review | ReviewComment): Subject {
  return { owner: author, isPull: true };
}

export function reactionSubject({ user }: Reaction, { isPull }: Subject): Subject {
  return { owner: user, isPull };
}
