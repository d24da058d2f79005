import type { FileDiff } from '../state/diff.ts';
import { diffOf } from '../state/diff.ts';
import type { Commit, PullRequest, Repository } from '../state/entities.ts';
import { headCommit, historyOf } from '../state/git.ts';
import { associationOf } from '../state/look-up.ts';
import type { World } from '../world.ts';
import { userShape } from './account.ts';
import { encodePath, filePage, issueApi, issuePage, pullApi, repositoryApi } from './addresses.ts';
import { labelShape, milestoneShape } from './issue.ts';
import { repositoryShape } from './repository.ts';

/** A `pull-request`; source: GitHub docs, REST API, Pull requests. */
export function pullShape(world: World, pull: PullRequest) {
  const { issue, base } = pull;
  const { repository } = issue;
  const head = headCommit(pull);
  const files = diffOf(pull);
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
    requested_reviewers: [],
    requested_teams: [],
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    merged_at: null,
    merge_commit_sha: null,
    head: branchShape(world, pull.head.repository, pull.head.ref, head),
    base: branchShape(world, repository, base.ref, base.commit),
    author_association: associationOf(repository, issue.author),
    auto_merge: null,
    draft: false,
    merged: false,
    // As GitHub says while it has not tried yet.
    mergeable: null,
    rebaseable: null,
    mergeable_state: 'unknown',
    merged_by: null,
    maintainer_can_modify: pull.head.repository !== repository,
    comments: issue.comments.length,
    review_comments: pull.reviewComments.length,
    commits: historyOf(head).length - historyOf(base.commit).length,
    additions: sum(files, 'additions'),
    deletions: sum(files, 'deletions'),
    changed_files: files.length,
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
  return { label, ref, sha, user: userShape(world, repository.owner), repo: repositoryShape(world, repository) };
}

/** A `diff-entry`; source: GitHub docs, REST API, List pull requests files. A binary file has no patch. */
export function fileShape(world: World, pull: PullRequest, file: FileDiff) {
  const { issue, base } = pull;
  const { sha } = file.status === 'removed' ? base.commit : headCommit(pull);
  const page = filePage(world, issue.repository, sha, file.path);
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: page,
    raw_url: page.replace('/blob/', '/raw/'),
    contents_url: `${repositoryApi(world, issue.repository)}/contents/${encodePath(file.path)}?ref=${sha}`,
    ...(file.hunks.length > 0 ? { patch: file.hunks.map(({ text }) => text).join('\n') } : {}),
  };
}

function sum(files: FileDiff[], what: 'additions' | 'deletions'): number {
  return files.reduce((total, file) => total + file[what], 0);
}
