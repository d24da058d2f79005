import { issuePage } from '../shapes/addresses.ts';
import { diffOf } from '../state/diff.ts';
import type { Issue, PullRequest } from '../state/entities.ts';
import { headCommit } from '../state/git.ts';
import { commitsOf } from '../state/pull-request.ts';
import { connect } from './connection.ts';
import { rollupOf } from './resolve-checks.ts';
import { refOf } from './resolve-git.ts';
import { issueFields } from './resolve-issue.ts';
import type { Fields } from './resolvers.ts';

/** A pull request is kept as the issue that it is too, so that is what its fields are asked of. */
export const pullRequestFields: Fields<Issue> = {
  ...pick(issueFields, [
    'id',
    'author',
    'authorAssociation',
    'body',
    'bodyText',
    'createdAt',
    'publishedAt',
    'updatedAt',
    'lastEditedAt',
    'includesCreatedEdit',
    'createdViaEmail',
    'editor',
    'repository',
    'viewerDidAuthor',
    'reactionGroups',
    'reactions',
    'number',
    'title',
    'url',
    'resourcePath',
    'closed',
    'closedAt',
    'locked',
    'activeLockReason',
    'labels',
    'milestone',
    'assignees',
    'participants',
    'comments',
    'timelineItems',
    'viewerCanUpdate',
    'viewerCanLabel',
  ]),
  databaseId: (issue) => pullOf(issue).id,
  fullDatabaseId: (issue) => String(pullOf(issue).id),
  permalink: (issue, _, { world }) => issuePage(world, issue),
  state: (issue) => issue.state.toUpperCase(),
  isDraft: () => false,
  merged: () => false,
  mergedAt: () => null,
  mergedBy: () => null,
  mergeCommit: () => null,
  // As GitHub says while it has not tried yet.
  mergeable: () => 'UNKNOWN',
  mergeStateStatus: () => 'UNKNOWN',
  reviewDecision: () => null,
  maintainerCanModify: (issue) => isFromFork(issue),
  isCrossRepository: (issue) => isFromFork(issue),
  baseRefName: (issue) => pullOf(issue).base.ref,
  baseRefOid: (issue) => pullOf(issue).base.commit.sha,
  baseRef: (issue) => refOf(issue.repository, pullOf(issue).base.ref),
  baseRepository: (issue) => issue.repository,
  headRefName: (issue) => pullOf(issue).head.ref,
  headRefOid: (issue) => headCommit(pullOf(issue)).sha,
  headRef: (issue) => refOf(pullOf(issue).head.repository, pullOf(issue).head.ref),
  headRepository: (issue) => pullOf(issue).head.repository,
  headRepositoryOwner: (issue) => pullOf(issue).head.repository.owner,
  changedFiles: (issue) => filesOf(issue).length,
  additions: (issue) => filesOf(issue).reduce((total, { additions }) => total + additions, 0),
  deletions: (issue) => filesOf(issue).reduce((total, { deletions }) => total + deletions, 0),
  files: (issue, args) => connect('files', filesOf(issue), args),
  commits: (issue, args) =>
    connect(
      'commits',
      commitsOf(pullOf(issue)).map((commit) => ({
        nodeId: commit.nodeId,
        id: `${pullOf(issue).nodeId}:${commit.sha}`,
        commit,
      })),
      args,
    ),
  statusCheckRollup: (issue, _, { world }) => rollupOf(world, headCommit(pullOf(issue))),
  closingIssuesReferences: (_, args) => connect('closingIssuesReferences', [], args),
};

const changes = { added: 'ADDED', modified: 'MODIFIED', removed: 'DELETED' };

function filesOf(issue: Issue) {
  return diffOf(pullOf(issue)).map(({ path, additions, deletions, status }) => ({
    path,
    additions,
    deletions,
    changeType: changes[status],
    viewerViewedState: 'UNVIEWED',
  }));
}

function isFromFork(issue: Issue): boolean {
  return pullOf(issue).head.repository !== issue.repository;
}

function pullOf({ pull, number }: Issue): PullRequest {
  if (!pull) throw new TypeError(`issue ${number} is no pull request`);
  return pull;
}

function pick(fields: Fields<Issue>, names: string[]): Fields<Issue> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));
}
