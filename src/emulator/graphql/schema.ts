import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { isTypeKnown } from '../permissions/type-reads.ts';
import { mutationFields } from './mutations.ts';
import { newerSchema } from './newer-schema.ts';
import { assertListPermitted, permitted } from './permitted.ts';
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
import {
  viewedCommentFields,
  viewedIssueProperFields,
  viewedMilestoneFields,
  viewedRepositoryFields,
  viewedReviewCommentFields,
  viewedReviewFields,
} from './resolve-viewer.ts';
import type { Fields } from './resolvers.ts';

/** What answers for each type of GitHub's schema. */
export const types = {
  Query: queryFields,
  Mutation: mutationFields,
  Repository: { ...repositoryFields, ...viewedRepositoryFields, ...repositoryProjectFields, ...repositoryTypeFields },
  Issue: {
    ...issueFields,
    ...issueProjectFields,
    ...issueDependencyFields,
    ...closedIssueFields,
    ...viewedIssueProperFields,
  },
  PullRequest: { ...pullRequestFields, ...issueProjectFields },
  ...reviewTypes,
  PullRequestReview: { ...reviewTypes.PullRequestReview, ...viewedReviewFields },
  PullRequestReviewComment: { ...reviewTypes.PullRequestReviewComment, ...viewedReviewCommentFields },
  IssueType: issueTypeFields,
  PinnedIssue: pinnedIssueFields,
  IssueComment: { ...commentFields, ...viewedCommentFields },
  Reaction: reactionFields,
  Label: labelFields,
  Milestone: { ...milestoneFields, ...viewedMilestoneFields },
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
    definition.resolve = guarded(getNamedType(definition.type), resolve);
  }
}

/** A resolver whose answer an installation gets as far as it may read it. A text or a number comes with its thing. */
function guarded(type: GraphQLNamedType, resolve: Fields<unknown>[string]): Fields<unknown>[string] {
  if (isLeafType(type)) return resolve;
  const [, part] = /^(\w+)Connection$/.exec(type.name) ?? [];
  const isListed = part !== undefined && isTypeKnown(part);
  return (source, args, context, info) => {
    if (isListed) assertListPermitted(source, part, context.actor);
    return permitted(resolve(source, args, context, info), context.actor);
  };
}
