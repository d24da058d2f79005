import { removeReviewRequests, requestReviews } from '../changes/review-requests.ts';
import { createReview, dismissReview, submitReview, type Verdict } from '../changes/reviews.ts';
import { notFound, unprocessableEntity } from '../refusal.ts';
import type { PullRequest } from '../state/entities.ts';
import { headCommit } from '../state/git.ts';
import { commitsOf } from '../state/pull-request.ts';
import { pullOf, target, targets } from './mutation-targets.ts';
import type { Args, Mutate } from './resolvers.ts';

export const reviewMutations: Record<string, Mutate> = {
  addPullRequestReview(input, context) {
    const pull = pullOf(context, input.pullRequestId);
    const pullRequestReview = createReview(context.world, context.actor, pull, {
      body: input.body ?? '',
      commit: commitNamed(pull, input.commitOID),
      comments: (input.threads ?? []).map(placed),
      verdict: verdictOf(input.event),
    });
    return { pullRequestReview };
  },
  submitPullRequestReview(input, context) {
    const pullRequestReview = target(context, input.pullRequestReviewId, 'PullRequestReview');
    if (pullRequestReview.author !== context.actor.account) throw notFound('Could not resolve to a pending review.');
    const verdict = verdictOf(input.event) ?? 'COMMENT';
    submitReview(context.world, context.actor, pullRequestReview, { verdict, body: input.body ?? undefined });
    return { pullRequestReview };
  },
  dismissPullRequestReview(input, context) {
    const pullRequestReview = target(context, input.pullRequestReviewId, 'PullRequestReview');
    dismissReview(context.world, context.actor, pullRequestReview, input.message);
    return { pullRequestReview };
  },
  requestReviews(input, context) {
    const pull = pullOf(context, input.pullRequestId);
    const wanted = [
      ...targets(context, input.userIds ?? [], 'User', 'Bot'),
      ...targets(context, input.teamIds ?? [], 'Team'),
    ];
    if (!input.union) {
      const others = [...pull.reviewers, ...pull.reviewTeams].filter((each) => !wanted.includes(each));
      removeReviewRequests(context.world, context.actor, pull, others);
    }
    requestReviews(context.world, context.actor, pull, wanted);
    return { pullRequest: pull.issue, actor: context.actor.account };
  },
};

/** Null leaves a review pending. */
function verdictOf(event: string | null | undefined): Verdict | null {
  if (event === 'DISMISS') throw unprocessableEntity('A review is dismissed once it is there');
  return (event ?? null) as Verdict | null;
}

function placed({ path, body, line, side, startLine, startSide }: Args) {
  return { path, body, line, side: side ?? 'RIGHT', startLine: startLine ?? null, startSide: startSide ?? null };
}

function commitNamed(pull: PullRequest, sha: string | null | undefined) {
  if (!sha) return headCommit(pull);
  const found = commitsOf(pull).find((commit) => commit.sha === sha);
  if (!found) throw unprocessableEntity('The commitOID is not part of the pull request');
  return found;
}
