import { checks, contents, issues, metadata, type Permission, pulls, statuses, talk } from './need.ts';
import { routeBelow } from './route-below.ts';

const issue = '/issues/{issue_number}';
const comment = '/issues/comments/{comment_id}';
const pull = '/pulls/{pull_number}';
const pullComment = '/pulls/comments/{comment_id}';
const aReview = `${pull}/reviews/{review_id}`;
const run = '/check-runs/{check_run_id}';
const commit = '/commits/{ref}';

/** By route below `/repos/{owner}/{repo}`. Source: GitHub docs, Permissions required for GitHub Apps. */
const reading: Record<string, readonly Permission[]> = {
  'GET ': metadata,
  'GET /installation': metadata,
  'GET /collaborators': metadata,
  'GET /collaborators/{username}': metadata,
  'GET /collaborators/{username}/permission': metadata,
  'GET /teams': ['administration'],
  'GET /assignees': talk,
  'GET /assignees/{assignee}': talk,
  'GET /issues': issues,
  'GET /issues/comments': talk,
  [`GET ${comment}`]: talk,
  [`GET ${comment}/reactions`]: issues,
  'GET /issues/events': issues,
  'GET /issues/events/{event_id}': talk,
  [`GET ${issue}`]: issues,
  [`GET ${issue}/assignees/{assignee}`]: talk,
  [`GET ${issue}/comments`]: talk,
  [`GET ${issue}/dependencies/blocked_by`]: issues,
  [`GET ${issue}/dependencies/blocking`]: issues,
  [`GET ${issue}/events`]: talk,
  [`GET ${issue}/labels`]: talk,
  [`GET ${issue}/parent`]: issues,
  [`GET ${issue}/reactions`]: issues,
  [`GET ${issue}/sub_issues`]: issues,
  [`GET ${issue}/timeline`]: talk,
  'GET /labels': talk,
  'GET /labels/{name}': talk,
  'GET /milestones': talk,
  'GET /milestones/{milestone_number}': talk,
  'GET /milestones/{milestone_number}/labels': talk,
  'GET /pulls': pulls,
  'GET /pulls/comments': pulls,
  [`GET ${pullComment}`]: pulls,
  [`GET ${pullComment}/reactions`]: pulls,
  [`GET ${pull}`]: ['pull_requests', 'contents'],
  [`GET ${pull}/comments`]: pulls,
  [`GET ${pull}/commits`]: pulls,
  [`GET ${pull}/files`]: pulls,
  [`GET ${pull}/merge`]: pulls,
  [`GET ${pull}/requested_reviewers`]: pulls,
  [`GET ${pull}/reviews`]: pulls,
  [`GET ${aReview}`]: pulls,
  [`GET ${aReview}/comments`]: pulls,
  'GET /commits/{commit_sha}/pulls': pulls,
  [`GET ${run}`]: checks,
  [`GET ${run}/annotations`]: checks,
  [`GET ${commit}/check-runs`]: checks,
  [`GET ${commit}/status`]: statuses,
  [`GET ${commit}/statuses`]: statuses,
  'GET /branches': contents,
  'GET /branches/{branch}': contents,
  'GET /commits': contents,
  [`GET ${commit}`]: contents,
  'GET /compare/{basehead}': contents,
  'GET /contents': contents,
  'GET /contents/{path}': contents,
  'GET /git/blobs/{file_sha}': contents,
  'GET /git/commits/{commit_sha}': contents,
  'GET /git/matching-refs/{ref}': contents,
  'GET /git/ref/{ref}': contents,
  'GET /git/trees/{tree_sha}': contents,
  'GET /readme': contents,
};

/**
 * @returns the permissions of which an installation needs one to read what is private.
 * @throws TypeError for a route that is not in the table, which is a gap of ours: whoever adds one says who may.
 */
export function restReading(route: string): readonly Permission[] {
  const permissions = reading[routeBelow(route)];
  if (!permissions) throw new TypeError(`the table of rest-reads.ts does not say who may ${route}`);
  return permissions;
}
