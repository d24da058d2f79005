import type { Account, Review, ReviewComment, Team } from '../state/entities.ts';
import { associationOf } from '../state/look-up.ts';
import type { World } from '../world.ts';
import { userShape } from './account.ts';
import { issuePage, pullApi, repositoryApi } from './addresses.ts';
import { reactionsShape } from './issue.ts';
import { teamShape } from './team.ts';

/** A `pull-request-review`; source: GitHub docs, REST API, Pull request reviews. */
export function reviewShape(world: World, review: Review) {
  const { pull } = review;
  const page = reviewPage(world, review);
  const api = pullApi(world, pull);
  return {
    id: review.id,
    node_id: review.nodeId,
    user: userShape(world, review.author),
    body: review.body,
    state: review.state,
    html_url: page,
    pull_request_url: api,
    author_association: associationOf(pull.issue.repository, review.author),
    _links: { html: { href: page }, pull_request: { href: api } },
    ...(review.submittedAt === null ? {} : { submitted_at: review.submittedAt }),
    commit_id: review.commit.sha,
  };
}

/** A `pull-request-review-comment`; source: GitHub docs, REST API, Pull request review comments. */
export function reviewCommentShape(world: World, comment: ReviewComment) {
  const { review, line, startLine } = comment;
  const { pull } = review;
  const { repository } = pull.issue;
  const url = `${repositoryApi(world, repository)}/pulls/comments/${comment.id}`;
  const page = reviewCommentPage(world, comment);
  const api = pullApi(world, pull);
  return {
    url,
    pull_request_review_id: review.id,
    id: comment.id,
    node_id: comment.nodeId,
    diff_hunk: comment.diffHunk,
    path: comment.path,
    position: comment.position,
    original_position: comment.position,
    commit_id: review.commit.sha,
    original_commit_id: review.commit.sha,
    user: userShape(world, comment.author),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    html_url: page,
    pull_request_url: api,
    author_association: associationOf(repository, comment.author),
    _links: { self: { href: url }, html: { href: page }, pull_request: { href: api } },
    reactions: reactionsShape(`${url}/reactions`, comment.reactions),
    line,
    original_line: line,
    side: comment.side,
    start_line: startLine,
    original_start_line: startLine,
    start_side: startLine === null ? null : (comment.startSide ?? comment.side),
    subject_type: 'line',
    ...(comment.inReplyTo ? { in_reply_to_id: comment.inReplyTo.id } : {}),
  };
}

/** A review as webhooks carry it: they write the state in small letters, REST in capitals. */
export function eventReviewShape(world: World, review: Review) {
  return { ...reviewShape(world, review), state: review.state.toLowerCase() };
}

/** Who is asked for a review, as events name them. */
export function reviewerShape(world: World, reviewer: Account | Team) {
  return reviewer.kind === 'Team'
    ? { requested_team: teamShape(world, reviewer) }
    : { requested_reviewer: userShape(world, reviewer) };
}

export function reviewPage(world: World, { id, pull }: Review): string {
  return `${issuePage(world, pull.issue)}#pullrequestreview-${id}`;
}

export function reviewCommentPage(world: World, { id, review }: ReviewComment): string {
  return `${issuePage(world, review.pull.issue)}#discussion_r${id}`;
}
