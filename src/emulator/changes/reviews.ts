import { unprocessable, unprocessableEntity } from '../refusal.ts';
import { pullShape } from '../shapes/pull-request.ts';
import { reviewCommentShape, reviewShape } from '../shapes/review.ts';
import { diffOf, type FileDiff, hunkAbove, hunkWith, positionOf } from '../state/diff.ts';
import type { Anchor, Commit, PullRequest, Review, ReviewComment } from '../state/entities.ts';
import type { ActionOf } from '../webhooks/events.ts';
import type { Actor, World } from '../world.ts';
import { longestBody } from './issues.ts';
import { announce, assertWritable } from './record.ts';

export interface NewReview {
  body: string;
  commit: Commit;
  comments: (Anchor & { body: string })[];
}

/**
 * Reviews a pull request: with all of its comments or, where one of them can't be, not at all.
 *
 * @throws Refusal 422 for a review without a word, a text that is too long, and lines that the diff does not show.
 */
export function createReview(world: World, actor: Actor, pull: PullRequest, given: NewReview): Review {
  const { repository } = pull.issue;
  assertWritable(repository);
  for (const { body } of [given, ...given.comments]) checkLength(body);
  if (given.body.trim() === '' && given.comments.length === 0) {
    throw unprocessableEntity("Body can't be blank");
  }
  const files = diffOf(pull);
  const faults = given.comments.flatMap((comment) => faultOf(files, comment) ?? []);
  if (faults.length > 0) throw unprocessableEntity(...faults);
  const at = world.now();
  const ids = world.state.ids.next('PullRequestReview', repository.id);
  const author = actor.account;
  const review: Review = { ...ids, pull, author, body: given.body, commit: given.commit, submittedAt: at };
  const comments = given.comments.map(
    (comment): ReviewComment => ({
      ...world.state.ids.next('PullRequestReviewComment', repository.id),
      ...comment,
      review,
      author,
      diffHunk: hunkAbove(files, comment),
      position: positionOf(files, comment),
      createdAt: at,
      updatedAt: at,
    }),
  );
  pull.reviews.push(review);
  pull.reviewComments.push(...comments);
  pull.issue.updatedAt = at;
  announce(world, actor, repository, 'pull_request_review', 'submitted', () => ({
    // Webhooks write the state in small letters, REST in capitals.
    review: { ...reviewShape(world, review), state: 'commented' },
    pull_request: pullShape(world, pull),
  }));
  for (const comment of comments) announceReviewComment(world, actor, comment, 'created');
  return review;
}

export function editReviewComment(world: World, actor: Actor, comment: ReviewComment, body: string): void {
  assertWritable(comment.review.pull.issue.repository);
  checkLength(body);
  if (body === comment.body) return;
  const changes = { body: { from: comment.body } };
  comment.body = body;
  comment.updatedAt = world.now();
  announceReviewComment(world, actor, comment, 'edited', { changes });
}

export function deleteReviewComment(world: World, actor: Actor, comment: ReviewComment): void {
  const { pull } = comment.review;
  assertWritable(pull.issue.repository);
  pull.reviewComments = pull.reviewComments.filter((each) => each !== comment);
  pull.issue.updatedAt = world.now();
  announceReviewComment(world, actor, comment, 'deleted');
}

function announceReviewComment(
  world: World,
  actor: Actor,
  comment: ReviewComment,
  action: ActionOf<'pull_request_review_comment'>,
  extra = {},
): void {
  const { pull } = comment.review;
  announce(world, actor, pull.issue.repository, 'pull_request_review_comment', action, () => ({
    comment: reviewCommentShape(world, comment),
    pull_request: pullShape(world, pull),
    ...extra,
  }));
}

/** @returns why GitHub would not take a comment there, in its words; null where it would. */
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

function checkLength(body: string): void {
  if (body.length > longestBody) throw unprocessable(`body is too long (maximum is ${longestBody} characters)`);
}
