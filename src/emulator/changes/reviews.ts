import { unprocessable, unprocessableEntity } from '../refusal.ts';
import { simplePullShape } from '../shapes/pull-request.ts';
import { eventReviewShape } from '../shapes/review.ts';
import type { Commit, PullRequest, Review, ReviewState } from '../state/entities.ts';
import { register } from '../state/state.ts';
import type { ActionOf } from '../webhooks/events.ts';
import type { Actor, World } from '../world.ts';
import { longestBody } from './issues.ts';
import { isLonger } from './lengths.ts';
import { announce, assertWritable, record } from './record.ts';
import { addComments, announceReviewComment, faultsOf, type NewReviewComment } from './review-comments.ts';

/** What a review says of the change. */
export type Verdict = 'COMMENT' | 'APPROVE' | 'REQUEST_CHANGES';

export interface NewReview {
  body: string;
  commit: Commit;
  comments: NewReviewComment[];
  /** Null leaves it pending. */
  verdict: Verdict | null;
}

const states: Record<Verdict, ReviewState> = {
  COMMENT: 'COMMENTED',
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
};

/**
 * Reviews a pull request: with all of its comments or, where one of them can't be, not at all.
 *
 * @throws Refusal 422 for a review without a word, a text that is too long, and lines that the diff does not show.
 */
export function createReview(world: World, actor: Actor, pull: PullRequest, given: NewReview): Review {
  const { repository } = pull.issue;
  assertWritable(repository);
  for (const { body } of [given, ...given.comments]) checkLength(body);
  const author = actor.account;
  if (given.verdict) assertAllowed(actor, pull, { ...given, verdict: given.verdict }, given.comments.length);
  else if (pull.reviews.some((review) => review.author === author && review.state === 'PENDING')) {
    throw unprocessableEntity('User can only have one pending review per pull request');
  }
  const faults = faultsOf(pull, given.comments);
  if (faults.length > 0) throw unprocessableEntity(...faults);
  const review: Review = register(world.state, {
    kind: 'PullRequestReview' as const,
    ...world.state.ids.next('PullRequestReview', repository.id),
    repository,
    pull,
    author,
    body: given.body,
    state: 'PENDING' as const,
    commit: given.commit,
    submittedAt: null,
    createdAt: world.now(),
  });
  pull.reviews.push(review);
  addComments(world, review, given.comments);
  if (given.verdict) submit(world, actor, review, given.verdict);
  return review;
}

/** @throws Refusal 422 for a review that was submitted, and for one without a word. */
export function submitReview(
  world: World,
  actor: Actor,
  review: Review,
  { verdict, body = review.body }: { verdict: Verdict; body?: string | undefined },
): void {
  const { pull } = review;
  assertWritable(review.repository);
  checkLength(body);
  if (review.state !== 'PENDING') throw unprocessableEntity('Can not submit a review that is not pending');
  assertAllowed(actor, pull, { verdict, body }, commentsOf(review).length);
  review.body = body;
  submit(world, actor, review, verdict);
}

/** Changes the text of a review. */
export function editReview(world: World, actor: Actor, review: Review, body: string): void {
  assertWritable(review.repository);
  checkLength(body);
  if (body === review.body) return;
  const changes = { body: { from: review.body } };
  review.body = body;
  if (review.state !== 'PENDING') announceReview(world, actor, review, 'edited', { changes });
}

/** Throws a review away with its comments. @throws Refusal 422 for one that was submitted. */
export function deleteReview(world: World, review: Review): void {
  const { pull } = review;
  assertWritable(review.repository);
  if (review.state !== 'PENDING') throw unprocessableEntity('Can not delete a non-pending pull request review');
  for (const { nodeId } of [review, ...commentsOf(review)]) world.state.nodes.delete(nodeId);
  pull.reviews = pull.reviews.filter((each) => each !== review);
  pull.reviewComments = pull.reviewComments.filter((each) => each.review !== review);
}

/** Lets a verdict count no more. @throws Refusal 422 for a review that has none. */
export function dismissReview(world: World, actor: Actor, review: Review, message: string): void {
  assertWritable(review.repository);
  const previousState = review.state;
  if (previousState !== 'APPROVED' && previousState !== 'CHANGES_REQUESTED') {
    throw unprocessableEntity(`Can not dismiss a ${previousState.toLowerCase()} pull request review`);
  }
  review.state = 'DISMISSED';
  record(world, actor, review.pull.issue, { kind: 'ReviewDismissedEvent', review, previousState, message });
  announceReview(world, actor, review, 'dismissed');
}

/** Who was asked for a review has given it with this. */
function submit(world: World, actor: Actor, review: Review, verdict: Verdict): void {
  const { pull, author } = review;
  review.state = states[verdict];
  review.submittedAt = world.now();
  pull.reviewers = pull.reviewers.filter((each) => each !== author);
  pull.issue.updatedAt = review.submittedAt;
  announceReview(world, actor, review, 'submitted');
  for (const comment of commentsOf(review)) announceReviewComment(world, actor, comment, 'created');
}

function assertAllowed(
  { account }: Actor,
  { issue }: PullRequest,
  { verdict, body }: { verdict: Verdict; body: string },
  comments: number,
): void {
  if (issue.author === account && verdict !== 'COMMENT') {
    throw unprocessableEntity(
      `Can not ${verdict === 'APPROVE' ? 'approve' : 'request changes on'} your own pull request`,
    );
  }
  if (verdict !== 'APPROVE' && body.trim() === '' && comments === 0) throw unprocessableEntity("Body can't be blank");
}

function commentsOf(review: Review) {
  return review.pull.reviewComments.filter((comment) => comment.review === review);
}

function announceReview(
  world: World,
  actor: Actor,
  review: Review,
  action: ActionOf<'pull_request_review'>,
  extra = {},
): void {
  announce(world, actor, review.repository, 'pull_request_review', action, () => ({
    review: eventReviewShape(world, review),
    pull_request: simplePullShape(world, review.pull),
    ...extra,
  }));
}

function checkLength(body: string): void {
  if (isLonger(body, longestBody)) throw unprocessable(`body is too long (maximum is ${longestBody} characters)`);
}
