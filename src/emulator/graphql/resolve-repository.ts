import { lackOf } from '../permissions/lack.ts';
import { needs } from '../permissions/need.ts';
import { notFound } from '../refusal.ts';
import { repositoryPage } from '../shapes/addresses.ts';
import type { Issue, Repository } from '../state/entities.ts';
import { isAssignable } from '../state/look-up.ts';
import { roleOf } from '../state/role-of.ts';
import type { Actor } from '../world.ts';
import { connect } from './connection.ts';
import { issuesOf, pullsOf } from './filter-issues.ts';
import { objectAt, refOf } from './resolve-git.ts';
import type { Fields } from './resolvers.ts';

export const repositoryFields: Fields<Repository> = {
  id: (repository) => repository.nodeId,
  databaseId: (repository) => repository.id,
  name: (repository) => repository.name,
  nameWithOwner: (repository) => `${repository.owner.login}/${repository.name}`,
  owner: (repository) => repository.owner,
  description: (repository) => repository.description,
  url: (repository, _, { world }) => repositoryPage(world, repository),
  resourcePath: (repository) => `/${repository.owner.login}/${repository.name}`,
  isArchived: (repository) => repository.isArchived,
  isPrivate: (repository) => repository.isPrivate,
  isFork: (repository) => repository.source !== null,
  isDisabled: () => false,
  isLocked: () => false,
  isEmpty: (repository) => repository.branches.size === 0,
  visibility: (repository) => (repository.isPrivate ? 'PRIVATE' : 'PUBLIC'),
  hasIssuesEnabled: (repository) => repository.hasIssues,
  createdAt: (repository) => repository.createdAt,
  updatedAt: (repository) => repository.updatedAt,
  pushedAt: (repository) => repository.pushedAt,
  viewerPermission: (repository, _, { actor }) => permissionOf(actor, repository),
  defaultBranchRef: (repository) => refOf(repository, repository.defaultBranch),
  ref: (repository, { qualifiedName }) => refOf(repository, String(qualifiedName).replace(/^refs\/heads\//, '')),
  object: (repository, { expression, oid }) => objectAt(repository, expression ?? oid ?? ''),
  label: (repository, { name }) => repository.labels.get(String(name).toLowerCase()) ?? null,
  labels: (repository, args) => {
    const labels = [...repository.labels.values()];
    const found = labels.filter(({ name, description }) => contains(`${name} ${description ?? ''}`, args.query));
    if (args.orderBy?.field === 'NAME') found.sort((a, b) => a.name.localeCompare(b.name, 'en'));
    if (args.orderBy?.direction === 'DESC') found.reverse();
    return connect('labels', found, args);
  },
  milestone: (repository, { number }) => repository.milestones.get(number) ?? null,
  milestones: (repository, args) => {
    const { states, query, orderBy } = args;
    const found = [...repository.milestones.values()].filter(
      ({ state, title }) => (!states?.length || states.includes(state.toUpperCase())) && contains(title, query),
    );
    if (orderBy?.direction === 'DESC') found.reverse();
    return connect('milestones', found, args);
  },
  issue: (repository, { number }) => issueNumbered(repository, number, 'an Issue', ({ pull }) => !pull),
  pullRequest: (repository, { number }) =>
    issueNumbered(repository, number, 'a PullRequest', ({ pull }) => pull !== null),
  issueOrPullRequest: (repository, { number }) => issueNumbered(repository, number, 'an issue or pull request'),
  pullRequests: (repository, args) => pullsOf(repository, args),
  issues: (repository, args) => issuesOf(repository, args),
  pinnedIssues: (repository, args, { world }) => {
    const pins = [...world.state.pins].filter(({ issue }) => issue.repository === repository);
    return connect('pinnedIssues', pins, args);
  },
  assignableUsers: (repository, args, { world }) => {
    const query = (args.query ?? '').toLowerCase();
    const found = [...world.state.accounts.values()].filter(
      (account) =>
        isAssignable(repository, account) && `${account.login} ${account.name}`.toLowerCase().includes(query),
    );
    return connect('assignableUsers', found, args);
  },
};

function issueNumbered(repository: Repository, number: number, what: string, isWanted = (_: Issue) => true) {
  const issue = repository.issues.get(number);
  if (!issue || !isWanted(issue)) throw notFound(`Could not resolve to ${what} with the number of ${number}.`);
  return issue;
}

/** As a role; an app has what comes nearest to its permissions. */
function permissionOf(actor: Actor, repository: Repository): string | null {
  if (!actor.viaApp) return roleOf(repository, actor.account).toUpperCase().replace('NONE', '') || null;
  if (lackOf(actor, repository, needs.administer) === null) return 'ADMIN';
  return lackOf(actor, repository, needs.push) === null ? 'WRITE' : 'READ';
}

function contains(text: string, part: string | null | undefined): boolean {
  return !part || text.toLowerCase().includes(part.toLowerCase());
}
