import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLSchema, isObjectType } from 'graphql';
import { mutationFields } from './mutations.ts';
import { newerSchema } from './newer-schema.ts';
import { actorTypes } from './resolve-actor.ts';
import { checkedFields, checkTypes } from './resolve-checks.ts';
import { commentFields, reactionFields } from './resolve-comment.ts';
import { issueDependencyFields } from './resolve-dependencies.ts';
import { gitTypes } from './resolve-git.ts';
import { issueFields } from './resolve-issue.ts';
import { issueTypeFields, organizationTypeFields, repositoryTypeFields } from './resolve-issue-type.ts';
import { organizationFields, teamFields } from './resolve-organization.ts';
import { pinnedIssueFields } from './resolve-pin.ts';
import { labelFields, milestoneFields } from './resolve-planning.ts';
import { issueProjectFields, projectTypes, repositoryProjectFields } from './resolve-project.ts';
import { closedIssueFields, pullRequestFields } from './resolve-pull-request.ts';
import { queryFields } from './resolve-query.ts';
import { repositoryFields } from './resolve-repository.ts';
import { reviewTypes } from './resolve-reviews.ts';
import { timelineTypes } from './resolve-timeline.ts';
import type { Fields } from './resolvers.ts';

const types = {
  Query: queryFields,
  Mutation: mutationFields,
  Repository: { ...repositoryFields, ...repositoryProjectFields, ...repositoryTypeFields },
  Issue: { ...issueFields, ...issueProjectFields, ...issueDependencyFields, ...closedIssueFields },
  PullRequest: { ...pullRequestFields, ...issueProjectFields },
  ...reviewTypes,
  IssueType: issueTypeFields,
  PinnedIssue: pinnedIssueFields,
  IssueComment: commentFields,
  Reaction: reactionFields,
  Label: labelFields,
  Milestone: milestoneFields,
  ...actorTypes,
  Organization: { ...actorTypes.Organization, ...organizationFields, ...organizationTypeFields },
  Team: teamFields,
  ...gitTypes,
  Commit: { ...gitTypes.Commit, ...checkedFields },
  ...checkTypes,
  ...timelineTypes,
  ...projectTypes,
} as Record<string, Fields<unknown>>;

let schema: GraphQLSchema | undefined;

/** GitHub's schema with our resolvers; built at the first request, since it takes a quarter of a second. */
export function loadSchema(): GraphQLSchema {
  schema ??= build();
  return schema;
}

function build(): GraphQLSchema {
  // The package's own module would read a second, larger copy of the schema besides the one that is needed.
  const published = new URL('./schema.graphql', import.meta.resolve('@octokit/graphql-schema'));
  const built = buildSchema(readFileSync(published, 'utf8') + newerSchema, { assumeValidSDL: true, noLocation: true });
  for (const [name, fields] of Object.entries(types)) attach(built, name, fields);
  return built;
}

function attach(built: GraphQLSchema, name: string, fields: Fields<unknown>): void {
  const type = built.getType(name);
  if (!isObjectType(type)) throw new TypeError(`GitHub's schema has no type ${name}`);
  const known = type.getFields();
  for (const [field, resolve] of Object.entries(fields)) {
    const definition = known[field];
    if (!definition) throw new TypeError(`GitHub's schema has no field ${name}.${field}`);
    definition.resolve = resolve;
  }
}
