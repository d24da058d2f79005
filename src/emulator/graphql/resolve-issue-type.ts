import type { Account, IssueType, Repository } from '../state/entities.ts';
import { findIssueType } from '../state/look-up.ts';
import { connect } from './connection.ts';
import { issuesOf } from './filter-issues.ts';
import { nodeOf } from './resolve-query.ts';
import type { Args, Fields } from './resolvers.ts';

export const issueTypeFields: Fields<IssueType> = {
  id: (type) => type.nodeId,
  name: (type) => type.name,
  description: (type) => type.description,
  color: (type) => (type.color ?? 'gray').toUpperCase(),
  isEnabled: (type) => type.isEnabled,
  isPrivate: () => false,
  issues: (type, args, context) => {
    const repository = nodeOf(context, args.repositoryId);
    if (repository.kind !== 'Repository') return connect('issues', [], args);
    return issuesOf(repository, args, (issue) => issue.type === type);
  },
};

export const organizationTypeFields: Fields<Account> = {
  issueTypes: (organization, args) => typesOf(organization, args),
};

/** A person's repositories have no types. */
export const repositoryTypeFields: Fields<Repository> = {
  issueType: ({ owner }, { name }) => findIssueType(owner, name) ?? null,
  issueTypes: ({ owner }, args) => (owner.kind === 'Organization' ? typesOf(owner, args) : null),
};

function typesOf({ issueTypes }: Account, args: Args) {
  const types = [...issueTypes.values()];
  if (args.orderBy?.field === 'NAME') types.sort((a, b) => a.name.localeCompare(b.name, 'en'));
  if (args.orderBy?.direction === 'DESC') types.reverse();
  return connect('issueTypes', types, args);
}
