import { reviewCommentPage, reviewPage } from '../shapes/review.ts';
import type { Account, Issue, PullRequest, Review, ReviewComment, Team } from '../state/entities.ts';
import { associationOf } from '../state/look-up.ts';
import { publicComments, reviewsFor } from '../state/pull-request.ts';
import { connect } from './connection.ts';
import { reactableFields } from './resolve-comment.ts';
import type { Fields } from './resolvers.ts';

interface Request {
  nodeId: string;
  reviewer: Account | Team;
  issue: Issue;
}

const authored: Fields<Review | ReviewComment> = {
  id: (writing) => writing.nodeId,
  databaseId: (writing) => writing.id,
  fullDatabaseId: (writing) => String(writing.id),
  author: (writing) => writing.author,
  authorAssociation: (writing) => associationOf(writing.repository, writing.author),
  body: (writing) => writing.body,
  bodyText: (writing) => writing.body,
  createdAt: (writing) => writing.createdAt,
  repository: (writing) => writing.repository,
  viewerDidAuthor: (writing, _, { actor }) => writing.author === actor.account,
  createdViaEmail: () => false,
  isMinimized: () => false,
  minimizedReason: () => null,
};

const reviewFields: Fields<Review> = {
  ...(authored as Fields<Review>),
  state: (review) => review.state,
  submittedAt: (review) => review.submittedAt,
  publishedAt: (review) => review.submittedAt,
  updatedAt: (review) => review.submittedAt ?? review.createdAt,
  commit: (review) => review.commit,
  pullRequest: (review) => review.pull.issue,
  comments: (review, args) =>
    connect(
      'comments',
      review.pull.reviewComments.filter((comment) => comment.review === review),
      args,
    ),
  url: (review, _, { world }) => reviewPage(world, review),
  resourcePath: (review, _, { world }) => reviewPage(world, review).slice(world.url.length),
};

const reviewCommentFields: Fields<ReviewComment> = {
  ...(authored as Fields<ReviewComment>),
  ...(reactableFields as Fields<ReviewComment>),
  path: (comment) => comment.path,
  line: (comment) => comment.line,
  originalLine: (comment) => comment.line,
  startLine: (comment) => comment.startLine,
  originalStartLine: (comment) => comment.startLine,
  position: (comment) => comment.position,
  diffHunk: (comment) => comment.diffHunk,
  outdated: () => false,
  subjectType: () => 'LINE',
  state: (comment) => (comment.review.state === 'PENDING' ? 'PENDING' : 'SUBMITTED'),
  updatedAt: (comment) => comment.updatedAt,
  publishedAt: (comment) => comment.review.submittedAt,
  commit: (comment) => comment.review.commit,
  originalCommit: (comment) => comment.review.commit,
  replyTo: (comment) => comment.inReplyTo,
  pullRequestReview: (comment) => comment.review,
  pullRequest: (comment) => comment.review.pull.issue,
  url: (comment, _, { world }) => reviewCommentPage(world, comment),
  resourcePath: (comment, _, { world }) => reviewCommentPage(world, comment).slice(world.url.length),
};

/** The lines of a thread are those of the comment that it began with, which stands for it. */
const threadFields: Fields<ReviewComment> = {
  id: (first) => `PRRT_${first.nodeId}`,
  isResolved: () => false,
  isOutdated: () => false,
  isCollapsed: () => false,
  path: (first) => first.path,
  line: (first) => first.line,
  originalLine: (first) => first.line,
  startLine: (first) => first.startLine,
  originalStartLine: (first) => first.startLine,
  diffSide: (first) => first.side,
  startDiffSide: (first) => first.startSide,
  subjectType: () => 'LINE',
  resolvedBy: () => null,
  pullRequest: (first) => first.review.pull.issue,
  repository: (first) => first.repository,
  comments: (first, args) => {
    const all = publicComments(first.review.pull);
    return connect(
      'comments',
      all.filter((each) => each === first || each.inReplyTo === first),
      args,
    );
  },
};

const requestFields: Fields<Request> = {
  id: (request) => request.nodeId,
  asCodeOwner: () => false,
  requestedReviewer: (request) => request.reviewer,
  pullRequest: (request) => request.issue,
};

export const reviewTypes = {
  PullRequestReview: reviewFields,
  PullRequestReviewComment: reviewCommentFields,
  PullRequestReviewThread: threadFields,
  ReviewRequest: requestFields,
};

/** What a pull request answers of its reviews. */
export const reviewedFields: Fields<Issue> = {
  reviews: (issue, args, { actor }) => {
    const { author, states } = args as { author?: string | null; states?: string[] | null };
    const found = reviewsFor(pullOf(issue), actor.account)
      .filter((review) => !states?.length || states.includes(review.state))
      .filter((review) => !author || review.author.login.toLowerCase() === author.toLowerCase());
    return connect('reviews', found, args);
  },
  latestReviews: (issue, args) =>
    connect(
      'latestReviews',
      lastOfEach(pullOf(issue), () => true),
      args,
    ),
  latestOpinionatedReviews: (issue, args) => connect('latestOpinionatedReviews', opinionsOf(pullOf(issue)), args),
  reviewThreads: (issue, args) =>
    connect(
      'reviewThreads',
      publicComments(pullOf(issue)).filter(({ inReplyTo }) => !inReplyTo),
      args,
    ),
  reviewRequests: (issue, args) => {
    const { reviewers, reviewTeams } = pullOf(issue);
    const requests = [...reviewers, ...reviewTeams].map((reviewer): Request => {
      return { nodeId: `RR_${issue.nodeId}_${reviewer.nodeId}`, reviewer, issue };
    });
    return connect('reviewRequests', requests, args);
  },
  reviewDecision: (issue) => {
    const states = opinionsOf(pullOf(issue)).map(({ state }) => state);
    return ['CHANGES_REQUESTED', 'APPROVED'].find((state) => states.some((each) => each === state)) ?? null;
  },
};

function opinionsOf(pull: PullRequest): Review[] {
  return lastOfEach(pull, ({ state }) => state !== 'COMMENTED').filter(({ state }) => state !== 'DISMISSED');
}

function lastOfEach(pull: PullRequest, counts: (review: Review) => boolean): Review[] {
  return [
    ...new Map(
      reviewsFor(pull, undefined)
        .filter(counts)
        .map((review) => [review.author, review]),
    ).values(),
  ];
}

function pullOf({ pull, number }: Issue): PullRequest {
  if (!pull) throw new TypeError(`issue ${number} is no pull request`);
  return pull;
}
