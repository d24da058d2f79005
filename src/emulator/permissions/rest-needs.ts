import { type Need, needs } from './need.ts';
import { routeBelow } from './route-below.ts';

const { editOwn, takeBackOwn, takePart, triage, relate, moderate, push } = needs;
const { review, editOwnPull, takeBackOwnReview, triagePull, moderatePull } = needs;
const reaction = '/reactions/{reaction_id}';
const issue = '/issues/{issue_number}';
const comment = '/issues/comments/{comment_id}';
const pull = '/pulls/{pull_number}';
const pullComment = '/pulls/comments/{comment_id}';
const aReview = `${pull}/reviews/{review_id}`;

/** By route below `/repos/{owner}/{repo}`. Source: GitHub docs, REST API, and Repository roles for an organization. */
const changing: Record<string, Need> = {
  'PATCH ': needs.describe,
  'DELETE ': needs.administer,
  'PUT /collaborators/{username}': needs.administer,
  'DELETE /collaborators/{username}': needs.administerOrLeave,
  'POST /issues': needs.openIssue,
  [`PATCH ${issue}`]: needs.triageOwn,
  [`PUT ${issue}/lock`]: moderate,
  [`DELETE ${issue}/lock`]: moderate,
  [`POST ${issue}/assignees`]: takePart,
  [`DELETE ${issue}/assignees`]: takePart,
  [`POST ${issue}/labels`]: triage,
  [`PUT ${issue}/labels`]: triage,
  [`DELETE ${issue}/labels`]: triage,
  [`DELETE ${issue}/labels/{name}`]: triage,
  [`POST ${issue}/sub_issues`]: relate,
  [`DELETE ${issue}/sub_issue`]: relate,
  [`PATCH ${issue}/sub_issues/priority`]: relate,
  [`POST ${issue}/dependencies/blocked_by`]: relate,
  [`DELETE ${issue}/dependencies/blocked_by/{issue_id}`]: relate,
  [`POST ${issue}/reactions`]: takePart,
  [`DELETE ${issue}${reaction}`]: takeBackOwn,
  [`POST ${issue}/comments`]: takePart,
  [`PATCH ${comment}`]: editOwn,
  [`DELETE ${comment}`]: editOwn,
  [`POST ${comment}/reactions`]: takePart,
  [`DELETE ${comment}${reaction}`]: takeBackOwn,
  'POST /labels': moderate,
  'PATCH /labels/{name}': moderate,
  'DELETE /labels/{name}': moderate,
  'POST /milestones': moderate,
  'PATCH /milestones/{milestone_number}': moderate,
  'DELETE /milestones/{milestone_number}': moderate,
  'POST /pulls': needs.openPull,
  [`PATCH ${pull}`]: needs.triageOwnPull,
  [`PUT ${pull}/merge`]: needs.merge,
  [`POST ${pull}/requested_reviewers`]: triagePull,
  [`DELETE ${pull}/requested_reviewers`]: triagePull,
  [`POST ${pull}/reviews`]: review,
  [`PUT ${aReview}`]: editOwnPull,
  [`DELETE ${aReview}`]: takeBackOwnReview,
  [`POST ${aReview}/events`]: takeBackOwnReview,
  [`PUT ${aReview}/dismissals`]: moderatePull,
  [`POST ${pull}/comments`]: review,
  [`POST ${pull}/comments/{comment_id}/replies`]: review,
  [`PATCH ${pullComment}`]: editOwnPull,
  [`DELETE ${pullComment}`]: editOwnPull,
  [`POST ${pullComment}/reactions`]: review,
  [`DELETE ${pullComment}${reaction}`]: takeBackOwnReview,
  'PUT /contents/{path}': push,
  'DELETE /contents/{path}': push,
  'POST /git/blobs': push,
  'POST /git/commits': push,
  'POST /git/trees': push,
  'POST /git/refs': push,
  'PATCH /git/refs/{ref}': push,
  'DELETE /git/refs/{ref}': push,
  'POST /check-runs': needs.check,
  'PATCH /check-runs/{check_run_id}': needs.check,
  'POST /check-runs/{check_run_id}/rerequest': needs.check,
  'POST /statuses/{sha}': needs.tellStatus,
};

/** @throws TypeError for a route that is not in the table, which is a gap of ours: whoever adds one says who may. */
export function restNeed(route: string): Need {
  const need = changing[routeBelow(route)];
  if (!need) throw new TypeError(`the table of rest-needs.ts does not say who may ${route}`);
  return need;
}
