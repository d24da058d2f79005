import { addBlockedBy, removeBlockedBy } from '../changes/dependencies.ts';
import { type Call, created, ok, type Routes } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { showsIssue } from '../permissions/shows.ts';
import { notFound, unprocessable } from '../refusal.ts';
import { issueShape } from '../shapes/issue.ts';
import type { Issue } from '../state/entities.ts';
import { findIssueById } from '../state/look-up.ts';
import { issueIn, repositoryOf, writingTo } from './targets.ts';

/** Source: GitHub docs, REST API, Issue dependencies. */
export const dependencyRoutes: Routes = {
  'GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by': (call) =>
    list(call, issueIn(repositoryOf(call), call).blockedBy),
  'POST /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by': (call) => {
    const { repository, actor } = writingTo(call);
    const issue = issueIn(repository, call);
    const { issue_id: id } = call.body;
    if (!Number.isSafeInteger(id)) {
      throw unprocessable(`Invalid property /issue_id: \`${JSON.stringify(id)}\` is not of type \`integer\`.`);
    }
    addBlockedBy(call.world, actor, issue, issueOfId(call, id));
    return created(issueShape(call.world, issue));
  },
  'DELETE /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by/{issue_id}': (call) => {
    const { repository, actor } = writingTo(call);
    const issue = issueIn(repository, call);
    removeBlockedBy(call.world, actor, issue, issueOfId(call, Number(call.params.issue_id)));
    return ok(issueShape(call.world, issue));
  },
  'GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocking': (call) =>
    list(call, issueIn(repositoryOf(call), call).blocking),
};

function list(call: Call, issues: Issue[]) {
  const visible = issues.filter((each) => showsIssue(call.actor, each));
  return paginate(call, visible, (issue) => issueShape(call.world, issue));
}

/** By database id, not by number, which many issues may have. */
function issueOfId(call: Call, id: unknown): Issue {
  const issue = findIssueById(call.world.state, Number(id));
  if (!issue || !showsIssue(call.actor, issue)) throw notFound();
  return issue;
}
