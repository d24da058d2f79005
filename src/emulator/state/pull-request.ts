import type { Account, Commit, Issue, PullRequest, Review, ReviewComment } from './entities.ts';
import { headCommit } from './git.ts';
import { commitsBetween } from './history.ts';

/** @returns the commits that a pull request's head has and its base has not, the oldest first. */
export function commitsOf(pull: PullRequest): Commit[] {
  return commitsBetween([pull.base.commit], headCommit(pull)).reverse();
}

/** The reviews that show to someone: a pending one to its author alone. */
export function reviewsFor(pull: PullRequest, reader: Account | undefined): Review[] {
  return pull.reviews.filter((review) => review.state !== 'PENDING' || review.author === reader);
}

/** The comments of reviews that everyone is shown. */
export function publicComments(pull: PullRequest): ReviewComment[] {
  return pull.reviewComments.filter(({ review }) => review.state !== 'PENDING');
}

/** The state of an issue or pull request as GraphQL has it, where a merged one is not closed. */
export function stateOf({ state, pull }: Issue): 'OPEN' | 'CLOSED' | 'MERGED' {
  if (pull?.merged) return 'MERGED';
  return state === 'open' ? 'OPEN' : 'CLOSED';
}
