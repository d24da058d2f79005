import { addSubIssue, removeSubIssue, reorderSubIssue } from '../changes/sub-issues.ts';
import { type Call, created, ok, type Routes } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { showsIssue } from '../permissions/shows.ts';
import { notFound, unprocessable } from '../refusal.ts';
import { issueShape } from '../shapes/issue.ts';
import type { Issue } from '../state/entities.ts';
import { findIssueById } from '../state/look-up.ts';
import { issueIn, repositoryOf, writingTo } from './targets.ts';

/** Source: GitHub docs, REST API, Sub-issues. */
export const subIssueRoutes: Routes = {
  'GET /repos/{owner}/{repo}/issues/{issue_number}/sub_issues': (call) => {
    const visible = issueIn(repositoryOf(call), call).children.filter((child) => showsIssue(call.actor, child));
    return paginate(call, visible, (child) => issueShape(call.world, child));
  },
  'POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues': (call) => {
    const { repository, actor } = writingTo(call);
    const parent = issueIn(repository, call);
    const replaceParent = call.body.replace_parent === true;
    addSubIssue(call.world, actor, parent, issueAsked(call, 'sub_issue_id'), { replaceParent });
    return created(issueShape(call.world, parent));
  },
  'DELETE /repos/{owner}/{repo}/issues/{issue_number}/sub_issue': (call) => {
    const { repository, actor } = writingTo(call);
    const parent = issueIn(repository, call);
    removeSubIssue(call.world, actor, parent, issueAsked(call, 'sub_issue_id'));
    return ok(issueShape(call.world, parent));
  },
  'PATCH /repos/{owner}/{repo}/issues/{issue_number}/sub_issues/priority': (call) => {
    const { repository } = writingTo(call);
    const parent = issueIn(repository, call);
    reorderSubIssue(parent, issueAsked(call, 'sub_issue_id'), {
      ...(call.body.after_id === undefined ? {} : { after: issueAsked(call, 'after_id') }),
      ...(call.body.before_id === undefined ? {} : { before: issueAsked(call, 'before_id') }),
    });
    return ok(issueShape(call.world, parent));
  },
  'GET /repos/{owner}/{repo}/issues/{issue_number}/parent': (call) => {
    const { parent } = issueIn(repositoryOf(call), call);
    if (!parent || !showsIssue(call.actor, parent)) throw notFound();
    return ok(issueShape(call.world, parent));
  },
};

/** The issue of a database id in the body: not its number, which many issues may have. */
function issueAsked(call: Call, field: string): Issue {
  const id = call.body[field];
  if (typeof id !== 'number' || !Number.isInteger(id)) {
    throw unprocessable(`Invalid property /${field}: \`${JSON.stringify(id)}\` is not of type \`integer\`.`);
  }
  const issue = findIssueById(call.world.state, id);
  if (!issue || !showsIssue(call.actor, issue)) throw notFound('The provided sub-issue does not exist');
  return issue;
}
