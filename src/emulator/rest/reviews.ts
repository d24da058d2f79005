import { createReview, deleteReviewComment, editReviewComment, type NewReview } from '../changes/reviews.ts';
import { type Answer, type Call, noContent, ok, type Routes, requiredText, textField } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { unprocessable, unprocessableEntity } from '../refusal.ts';
import { reviewCommentShape, reviewShape } from '../shapes/review.ts';
import type { Commit, PullRequest, Side } from '../state/entities.ts';
import { headCommit } from '../state/git.ts';
import { commitsOf } from '../state/pull-request.ts';
import { pullIn, repositoryOf, reviewCommentIn, writingTo } from './targets.ts';

/** Source: GitHub docs, REST API, Pull request reviews and Pull request review comments. */
export const reviewRoutes: Routes = {
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews': (call) =>
    paginate(call, pullIn(repositoryOf(call), call).reviews, (review) => reviewShape(call.world, review)),
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews': submitReview,
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments': (call) =>
    paginate(call, pullIn(repositoryOf(call), call).reviewComments, (comment) =>
      reviewCommentShape(call.world, comment),
    ),
  'PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}': (call) => {
    const { repository, actor } = writingTo(call);
    const comment = reviewCommentIn(repository, call);
    editReviewComment(call.world, actor, comment, requiredText(call, 'PullRequestReviewComment', 'body'));
    return ok(reviewCommentShape(call.world, comment));
  },
  'DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}': (call) => {
    const { repository, actor } = writingTo(call);
    deleteReviewComment(call.world, actor, reviewCommentIn(repository, call));
    return noContent;
  },
};

function submitReview(call: Call): Answer {
  const { repository, actor } = writingTo(call);
  const pull = pullIn(repository, call);
  if (textField(call, 'PullRequestReview', 'event') !== 'COMMENT') {
    throw unprocessableEntity('Variable $event of type PullRequestReviewEvent was provided invalid value');
  }
  const body = textField(call, 'PullRequestReview', 'body') ?? '';
  const commit = commitAsked(pull, textField(call, 'PullRequestReview', 'commit_id'));
  return ok(
    reviewShape(call.world, createReview(call.world, actor, pull, { body, commit, comments: commentsAsked(call) })),
  );
}

/** The commit that was reviewed; the last one unless said. */
function commitAsked(pull: PullRequest, sha: string | undefined): Commit {
  const head = headCommit(pull);
  if (sha === undefined) return head;
  const found = commitsOf(pull).find((commit) => commit.sha === sha);
  if (!found) throw unprocessableEntity('The commitOID is not part of the pull request');
  return found;
}

function commentsAsked({ body: { comments } }: Call): NewReview['comments'] {
  if (comments === undefined || comments === null) return [];
  if (!Array.isArray(comments)) throw malformed('comments', 'an array');
  return comments.map((comment: Record<string, unknown> | null) => {
    const { path, body, line, side, start_line: startLine, start_side: startSide } = comment ?? {};
    if (typeof path !== 'string') throw malformed('path', 'a string');
    if (typeof body !== 'string' || body.trim() === '') throw malformed('body', 'a string');
    if (!isLine(line)) throw malformed('line', 'an integer');
    if (startLine !== undefined && startLine !== null && !isLine(startLine))
      throw malformed('start_line', 'an integer');
    const start = startLine ?? null;
    return { path, body, line, side: sideOf(side) ?? 'RIGHT', startLine: start, startSide: sideOf(startSide) };
  });
}

function sideOf(value: unknown): Side | null {
  if (value === undefined || value === null) return null;
  if (value !== 'LEFT' && value !== 'RIGHT') throw malformed('side', 'LEFT or RIGHT');
  return value;
}

function isLine(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function malformed(field: string, wanted: string) {
  return unprocessable(`Invalid request.\n\nFor 'comments', "${field}" is not ${wanted}.`);
}
