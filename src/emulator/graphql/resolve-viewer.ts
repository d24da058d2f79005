import { commentSubject, hasRole, issueSubject, lackOf, mayReopen, reviewSubject } from '../permissions/lack.ts';
import { type Need, needs } from '../permissions/need.ts';
import type { Issue, IssueComment, Milestone, Repository, Review, ReviewComment } from '../state/entities.ts';
import type { Actor } from '../world.ts';
import type { Context, Fields } from './resolvers.ts';

/** What the caller may do with an issue or a pull request, by the same needs as the mutations that do it. */
export const viewedIssueFields: Fields<Issue> = {
  viewerCanUpdate: (issue, _, { actor }) => may(actor, issue, issue.pull ? needs.editOwnPull : needs.editOwn),
  viewerCannotUpdateReasons: (issue, _, { actor }) =>
    reasons(issue, may(actor, issue, issue.pull ? needs.editOwnPull : needs.editOwn)),
  viewerCanLabel: (issue, _, { actor }) => may(actor, issue, needs.triage),
  viewerCanClose: (issue, _, { actor }) => may(actor, issue, needs.triageOwn),
  viewerCanReopen: (issue, _, { actor }) => may(actor, issue, needs.triageOwn) && mayReopen(actor, issue),
  viewerCanReact: (issue, _, { actor }) => mayReact(actor, issue),
};

export const viewedIssueProperFields: Fields<Issue> = {
  viewerCanDelete: (issue, _, { actor }) => may(actor, issue, needs.deleteIssue),
};

export const viewedCommentFields: Fields<IssueComment> = {
  viewerCanUpdate: mayEdit,
  viewerCanDelete: mayEdit,
  viewerCannotUpdateReasons: (comment, _, context) => reasons(comment, mayEdit(comment, _, context)),
  viewerCanMinimize: ({ issue }, _, { actor }) => may(actor, issue, needs.moderate),
  viewerCanReact: ({ issue }, _, { actor }) => mayReact(actor, issue),
};

/** What the caller may do with a review; it is deleted while it is pending, and by its author. */
export const viewedReviewFields: Fields<Review> = {
  viewerCanUpdate: mayEditReview,
  viewerCannotUpdateReasons: (review, _, context) => reasons(review, mayEditReview(review, _, context)),
  viewerCanDelete: (review, _, context) => review.state === 'PENDING' && mayEditReview(review, _, context),
  viewerCanMinimize: ({ pull }, _, { actor }) => may(actor, pull.issue, needs.moderatePull),
  viewerCanReact: ({ pull }, _, { actor }) => mayReact(actor, pull.issue),
};

export const viewedReviewCommentFields: Fields<ReviewComment> = {
  viewerCanUpdate: mayEditReview,
  viewerCannotUpdateReasons: (comment, _, context) => reasons(comment, mayEditReview(comment, _, context)),
  viewerCanDelete: mayEditReview,
  viewerCanMinimize: ({ review }, _, { actor }) => may(actor, review.pull.issue, needs.moderatePull),
  viewerCanReact: ({ review }, _, { actor }) => mayReact(actor, review.pull.issue),
};

export const viewedMilestoneFields: Fields<Milestone> = {
  viewerCanClose: mayPlan,
  viewerCanReopen: mayPlan,
};

export const viewedRepositoryFields: Fields<Repository> = {
  viewerCanAdminister: (repository, _, { actor }) => lackOf(actor, repository, needs.administer) === null,
};

function may(actor: Actor, issue: Issue, need: Need): boolean {
  return isWritable(issue.repository) && lackOf(actor, issue.repository, need, issueSubject(issue)) === null;
}

/** Where the talk is locked, only who may write takes part. */
function mayReact(actor: Actor, issue: Issue): boolean {
  return may(actor, issue, needs.takePart) && (!issue.locked || hasRole(actor, issue.repository, 'write'));
}

function mayEdit(comment: IssueComment, _: unknown, { actor }: Context): boolean {
  const { repository } = comment;
  return isWritable(repository) && lackOf(actor, repository, needs.editOwn, commentSubject(comment)) === null;
}

function mayEditReview(writing: Review | ReviewComment, _: unknown, { actor }: Context): boolean {
  const { repository } = writing;
  return isWritable(repository) && lackOf(actor, repository, needs.editOwnPull, reviewSubject(writing)) === null;
}

function mayPlan({ repository }: Milestone, _: unknown, { actor }: Context): boolean {
  return isWritable(repository) && lackOf(actor, repository, needs.moderate) === null;
}

function reasons({ repository }: { repository: Repository }, isAllowed: boolean): string[] {
  if (isAllowed) return [];
  return [isWritable(repository) ? 'INSUFFICIENT_ACCESS' : 'ARCHIVED'];
}

function isWritable({ isArchived }: Repository): boolean {
  return !isArchived;
}
