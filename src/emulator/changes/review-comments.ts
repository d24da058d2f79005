import { invalid, unprocessable } from '../refusal.ts';
import { simplePullShape } from '../shapes/pull-request.ts';
import { reviewCommentShape } from '../shapes/review.ts';
import { diffOf, type FileDiff, hunkAbove, hunkWith, positionOf } from '../state/diff.ts';
import type { Anchor, PullRequest, Review, ReviewComment } from '../state/entities.ts';
import { register } from '../state/state.ts';
import type { ActionOf } from '../webhooks/events.ts';
import type { Actor, World } from '../world.ts';
import { longestBody } from './issues.ts';
import { isLonger } from './lengths.ts';
import { announce, assertWritable } from './record.ts';

export type NewReviewComment = Anchor & { body: string; inReplyTo?: ReviewComment };

/** @returns why GitHub would not take comments there, in its words. */
export function faultsOf(pull: PullRequest, comments: NewReviewComment[]): string[] {
  const files = diffOf(pull);
  // An answer stays where the question was, whatever the diff shows by now.
  return comments.flatMap((comment) => (comment.inReplyTo ? [] : (faultOf(files, comment) ?? [])));
}

/** Adds comments that can be where they are to be. */
export function addComments(world: World, review: Review, comments: NewReviewComment[]): void {
  const { pull, repository, author } = review;
  const files = diffOf(pull);
  const at = world.now();
  for (const { inReplyTo = null, ...comment } of comments) {
    const made: ReviewComment = register(world.state, {
      kind: 'PullRequestReviewComment' as const,
      ...world.state.ids.next('PullRequestReviewComment', repository.id),
      ...comment,
      repository,
      review,
      author,
      inReplyTo,
      reactions: [],
      diffHunk: inReplyTo?.diffHunk ?? hunkAbove(files, comment),
      position: inReplyTo?.position ?? positionOf(files, comment),
      createdAt: at,
      updatedAt: at,
    });
    pull.reviewComments.push(made);
  }
}

export function editReviewComment(world: World, actor: Actor, comment: ReviewComment, body: string): void {
  assertWritable(comment.repository);
  if (body.trim() === '') throw invalid({ resource: 'PullRequestReviewComment', field: 'body', code: 'missing_field' });
  if (isLonger(body, longestBody)) throw unprocessable(`body is too long (maximum is ${longestBody} characters)`);
  if (body === comment.body) return;
  const changes = { body: { from: comment.body } };
  comment.body = body;
  comment.updatedAt = world.now();
  announceReviewComment(world, actor, comment, 'edited', { changes });
}

export function deleteReviewComment(world: World, actor: Actor, comment: ReviewComment): void {
  const { pull } = comment.review;
  assertWritable(comment.repository);
  pull.reviewComments = pull.reviewComments.filter((each) => each !== comment);
  for (const each of pull.reviewComments) if (each.inReplyTo === comment) each.inReplyTo = null;
  world.state.nodes.delete(comment.nodeId);
  pull.issue.updatedAt = world.now();
  announceReviewComment(world, actor, comment, 'deleted');
}

/** Nobody is told of comments that are pending. */
export function announceReviewComment(
  world: World,
  actor: Actor,
  comment: ReviewComment,
  action: ActionOf<'pull_request_review_comment'>,
  extra = {},
): void {
  const { pull, state } = comment.review;
  if (state === 'PENDING') return;
  announce(world, actor, comment.repository, 'pull_request_review_comment', action, () => ({
    comment: reviewCommentShape(world, comment),
    pull_request: simplePullShape(world, pull),
    ...extra,
  }));
}

function faultOf(files: FileDiff[], { path, line, side, startLine, startSide }: Anchor): string | null {
  const file = files.find((each) => each.path === path);
  if (!file) return 'Path could not be resolved';
  const hunk = hunkWith(file, side, line);
  if (!hunk) return 'Line could not be resolved';
  if (startLine === null) return null;
  const first = startSide ?? side;
  if (first === side && startLine >= line) return 'Pull request review thread start line must precede the end line.';
  const start = hunkWith(file, first, startLine);
  if (!start) return 'Start line could not be resolved';
  return start === hunk ? null : 'Pull request review thread start line must be part of the same hunk as the line.';
}
