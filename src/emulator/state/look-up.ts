import type { Account, Installation, Issue, IssueComment, IssueType, Repository } from './entities.ts';
import { roleOf } from './role-of.ts';
import type { AnyNode, State } from './state.ts';

export function findAccount(state: State, login: string): Account | undefined {
  return state.accounts.get(login.toLowerCase());
}

export function findRepository(state: State, owner: string, name: string): Repository | undefined {
  return state.repositories.get(`${owner}/${name}`.toLowerCase());
}

export function findInstallation(state: State, account: Account): Installation | undefined {
  return [...state.installations.values()].find((installation) => installation.account === account);
}

/** Whether an installation is for a repository, be it suspended or not. */
export function covers({ account, repositoryIds }: Installation, { owner, id }: Repository): boolean {
  return owner === account && (repositoryIds === 'all' || repositoryIds.includes(id));
}

export function coveredBy(state: State, installation: Installation): Repository[] {
  return [...state.repositories.values()].filter((repository) => covers(installation, repository));
}

export function findComment(repository: Repository, id: number): IssueComment | undefined {
  for (const issue of repository.issues.values()) {
    const comment = issue.comments.find((each) => each.id === id);
    if (comment) return comment;
  }
  return undefined;
}

export function findIssueById(state: State, id: number): Issue | undefined {
  for (const repository of state.repositories.values()) {
    for (const issue of repository.issues.values()) if (issue.id === id) return issue;
  }
  return undefined;
}

/** @returns the organisation's type of issues of that name, whatever its case. */
export function findIssueType({ issueTypes }: Account, name: string): IssueType | undefined {
  return [...issueTypes.values()].find((type) => type.name.toLowerCase() === name.toLowerCase());
}

/** Who can be made responsible for an issue: the owner, collaborators, and members of the organisation who may read. */
export function isAssignable(repository: Repository, account: Account): boolean {
  const login = account.login.toLowerCase();
  const known = repository.collaborators.has(login) || repository.owner.members.has(login);
  return account.kind === 'User' && (account === repository.owner || (known && roleOf(repository, account) !== 'none'));
}

export function associationOf(repository: Repository, account: Account): string {
  const login = account.login.toLowerCase();
  if (repository.owner === account) return 'OWNER';
  if (repository.owner.members.has(login)) return 'MEMBER';
  return repository.collaborators.has(login) ? 'COLLABORATOR' : 'NONE';
}

/** @returns the repository that something is in; undefined for what is in none. */
export function repositoryOf(node: AnyNode): Repository | undefined {
  if (node.kind === 'Repository') return node;
  if ('repository' in node) return node.repository;
  if ('issue' in node) return node.issue.repository;
  return node.kind === 'Reaction' ? node.subject.repository : undefined;
}
