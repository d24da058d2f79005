import { checks, contents, issues, metadata, type Permission, pulls, statuses, talk } from './need.ts';

/** By type of GitHub's GraphQL schema. Source: GitHub docs, Permissions required for GitHub Apps, which speaks of REST. */
const reading: Record<string, readonly Permission[] | null> = {
  Query: null,
  Mutation: null,
  User: null,
  Organization: null,
  Bot: null,
  Team: null,
  IssueType: null,
  Repository: metadata,
  Label: talk,
  Milestone: talk,
  Issue: issues,
  PinnedIssue: issues,
  PullRequest: pulls,
  IssueComment: talk,
  Reaction: talk,
  PullRequestReview: pulls,
  PullRequestReviewComment: pulls,
  PullRequestReviewThread: pulls,
  ReviewRequest: pulls,
  Blob: contents,
  Commit: contents,
  Ref: contents,
  Tree: contents,
  TreeEntry: contents,
  CheckRun: checks,
  CheckSuite: checks,
  StatusContext: statuses,
  StatusCheckRollup: [...checks, ...statuses],
  ProjectV2: null,
  ProjectV2Field: null,
  ProjectV2SingleSelectField: null,
  ProjectV2Item: null,
  ProjectV2ItemFieldTextValue: null,
  ProjectV2ItemFieldNumberValue: null,
  ProjectV2ItemFieldDateValue: null,
  ProjectV2ItemFieldSingleSelectValue: null,
};

/**
 * @returns the permissions of which an installation needs one to read what is private; null for what belongs to no
 *   repository, which asks for more than that by itself.
 * @throws TypeError for a type that is not in the table, which is a gap of ours: whoever adds one says who may.
 */
export function typeReading(name: string): readonly Permission[] | null {
  // What happened to an issue is read with it.
  const permissions = name in reading ? reading[name] : name.endsWith('Event') ? talk : undefined;
  if (permissions === undefined) throw new TypeError(`the table of type-reads.ts does not say who may read ${name}`);
  return permissions;
}

/** Whether the table speaks of a type. */
export function isTypeKnown(name: string): boolean {
  return name.endsWith('Event') || name in reading;
}
