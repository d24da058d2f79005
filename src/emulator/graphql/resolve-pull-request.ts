import { issuesClosedBy } from '../changes/closing.ts';
import { showsIssue } from '../permissions/shows.ts';
import { issuePage } from '../shapes/addresses.ts';
import { diffOf } from '../state/diff.ts';
import type { Issue, PullRequest } from '../state/entities.ts';
import { headCommit } from '../state/git.ts';
import { mergeStateOf } from '../state/mergeable.ts';
import { commitsOf, stateOf } from '../state/pull-request.ts';
import type { World } from '../world.ts';
import { connect } from './connection.ts';
import { rollupOf } from './resolve-checks.ts';
import { refOf } from './resolve-git.ts';
import { issueFields } from './resolve-issue.ts';
import { reviewedFields } from './resolve-reviews.ts';
import { viewedIssueFields } from './resolve-viewer.ts';
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
  ]),
  ...viewedIssueFields,
  databaseId: (issue) => pullOf(issue).id,
  fullDatabaseId: (issue) => String(pullOf(issue).id),
  permalink: (issue, _, { world }) => issuePage(world, issue),
  state: (issue) => stateOf(issue),
  isDraft: (issue) => pullOf(issue).isDraft,
  merged: (issue) => pullOf(issue).merged !== null,
  mergedAt: (issue) => pullOf(issue).merged?.at ?? null,
  mergedBy: (issue) => pullOf(issue).merged?.by ?? null,
  mergeCommit: (issue) => pullOf(issue).merged?.commit ?? null,
  mergeable: (issue) =>
    ({ unknown: 'UNKNOWN', dirty: 'CONFLICTING', draft: 'MERGEABLE', clean: 'MERGEABLE' })[mergeStateOf(pullOf(issue))],
  mergeStateStatus: (issue) => mergeStateOf(pullOf(issue)).toUpperCase(),
  ...reviewedFields,
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
  closingIssuesReferences: (issue, args, { world, actor }) => {
    const found = issuesThatCloses(world, issue).filter((each) => showsIssue(actor, each));
    return connect('closingIssuesReferences', found, args);
  },
};

/** What an issue answers of the pull requests that are to close it. */
export const closedIssueFields: Fields<Issue> = {
  closedByPullRequestsReferences: (issue, args, { world }) => {
    const { includeClosedPrs } = args as { includeClosedPrs?: boolean };
    const pulls = [...issue.repository.issues.values()].filter(({ pull }) => pull !== null);
    const found = pulls.filter(
      (pull) => (includeClosedPrs || pull.state === 'open') && issuesThatCloses(world, pull).includes(issue),
    );
    return connect('closedByPullRequestsReferences', found, args);
  },
};

function issuesThatCloses(world: World, issue: Issue): Issue[] {
  const { repository, body } = issue;
  return pullOf(issue).base.ref === repository.defaultBranch ? issuesClosedBy(world, body ?? '', repository) : [];
}

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
