import { diffOf } from '../state/diff.ts';
import type { Commit, PullRequest, Repository } from '../state/entities.ts';
import { headCommit } from '../state/git.ts';
import { associationOf } from '../state/look-up.ts';
import { mergeStateOf } from '../state/mergeable.ts';
import { commitsOf, publicComments } from '../state/pull-request.ts';
import type { World } from '../world.ts';
import { userShape } from './account.ts';
import { issueApi, issuePage, pullApi, repositoryApi } from './addresses.ts';
import { linesIn } from './file.ts';
import { labelShape, milestoneShape } from './issue.ts';
import { simpleRepositoryShape } from './repository.ts';
import { teamShape } from './team.ts';

/** A `pull-request`; source: GitHub docs, REST API, Pull requests. */
export function pullShape(world: World, pull: PullRequest) {
  const { issue, merged } = pull;
  const files = diffOf(pull);
  return {
    ...simplePullShape(world, pull),
    merged: merged !== null,
    // As GitHub says while it has not tried yet.
    mergeable: null,
    rebaseable: null,
    mergeable_state: 'unknown',
    merged_by: merged && userShape(world, merged.by),
    maintainer_can_modify: pull.head.repository !== issue.repository,
    comments: issue.comments.length,
    review_comments: publicComments(pull).length,
    commits: commitsOf(pull).length,
    additions: linesIn(files, 'additions'),
    deletions: linesIn(files, 'deletions'),
    changed_files: files.length,
  };
}

/** A pull request with an answer to whether it can be merged, which events don't wait for. */
export function mergeablePullShape(world: World, pull: PullRequest) {
  const mergeable_state = mergeStateOf(pull);
  const mergeable = mergeable_state === 'unknown' ? null : mergeable_state !== 'dirty';
  return { ...pullShape(world, pull), mergeable, rebaseable: mergeable, mergeable_state };
}

/** A `pull-request-simple`, as lists and the events of reviews have it. */
export function simplePullShape(world: World, pull: PullRequest) {
  const { issue, base, merged } = pull;
  const { repository } = issue;
  return {
    ...addressesShape(world, pull),
    id: pull.id,
    node_id: pull.nodeId,
    number: issue.number,
    state: issue.state,
    locked: issue.locked,
    active_lock_reason: issue.lockReason,
    title: issue.title,
    user: userShape(world, issue.author),
    body: issue.body,
    labels: issue.labels.map((label) => labelShape(world, label)),
    milestone: issue.milestone ? milestoneShape(world, issue.milestone) : null,
    assignee: issue.assignees[0] ? userShape(world, issue.assignees[0]) : null,
    assignees: issue.assignees.map((account) => userShape(world, account)),
    requested_reviewers: pull.reviewers.map((account) => userShape(world, account)),
    requested_teams: pull.reviewTeams.map((team) => teamShape(world, team)),
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    merged_at: merged?.at ?? null,
    merge_commit_sha: merged?.commit.sha ?? null,
    head: branchShape(world, pull.head.repository, pull.head.ref, headCommit(pull)),
    base: branchShape(world, repository, base.ref, base.commit),
    author_association: associationOf(repository, issue.author),
    auto_merge: null,
    draft: pull.isDraft,
  };
}

function addressesShape(world: World, pull: PullRequest) {
  const url = pullApi(world, pull);
  const page = issuePage(world, pull.issue);
  const issue = issueApi(world, pull.issue);
  const api = repositoryApi(world, pull.issue.repository);
  const links = {
    comments: `${issue}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${api}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses: `${api}/statuses/${headCommit(pull).sha}`,
  };
  return {
    url,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issue,
    ...Object.fromEntries(Object.entries(links).map(([name, href]) => [`${name}_url`, href])),
    _links: Object.fromEntries(
      Object.entries({ self: url, html: page, issue, ...links }).map(([name, href]) => [name, { href }]),
    ),
  };
}

function branchShape(world: World, repository: Repository, ref: string, { sha }: Commit) {
  const label = `${repository.owner.login}:${ref}`;
  return { label, ref, sha, user: userShape(world, repository.owner), repo: simpleRepositoryShape(world, repository) };
}
