import { setAssignees } from '../changes/assignees.ts';
import { setType } from '../changes/issue-types.ts';
import { closeIssue, editIssue, lockIssue, openIssue, reopenIssue, unlockIssue } from '../changes/issues.ts';
import { setLabels } from '../changes/labelling.ts';
import { setMilestone } from '../changes/milestones.ts';
import {
  type Answer,
  type Call,
  choiceField,
  created,
  noContent,
  nullableTextField,
  ok,
  type Routes,
  requiredText,
  textField,
} from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { issueSubject, mayReopen } from '../permissions/lack.ts';
import { needs } from '../permissions/need.ts';
import { issueShape } from '../shapes/issue.ts';
import { duplicateAsked, planOf } from './issue-plan.ts';
import { listIssues } from './list-issues.ts';
import { assertMay, issueIn, lacksRole, redirectOf, repositoryOf, writingTo } from './targets.ts';

const states = ['open', 'closed'] as const;
const reasons = ['completed', 'not_planned', 'duplicate', 'reopened'] as const;

/** Source: GitHub docs, REST API, Issues. */
export const issueRoutes: Routes = {
  'GET /repos/{owner}/{repo}/issues': (call) => {
    const found = listIssues(repositoryOf(call), call.query);
    return paginate(call, found, (issue) => issueShape(call.world, issue));
  },
  'POST /repos/{owner}/{repo}/issues': (call) => {
    const { repository, actor } = writingTo(call);
    const title = requiredText(call, 'Issue', 'title');
    const body = nullableTextField(call, 'Issue', 'body');
    const issue = openIssue(call.world, actor, repository, { title, body, ...planOf(call, repository, actor) });
    return created(issueShape(call.world, issue));
  },
  'GET /repos/{owner}/{repo}/issues/{issue_number}': (call) =>
    redirectOf(call) ?? ok(issueShape(call.world, issueIn(repositoryOf(call), call))),
  'PATCH /repos/{owner}/{repo}/issues/{issue_number}': changeIssue,
  'PUT /repos/{owner}/{repo}/issues/{issue_number}/lock': (call) => {
    const { repository, actor } = writingTo(call);
    lockIssue(call.world, actor, issueIn(repository, call), textField(call, 'Issue', 'lock_reason') ?? null);
    return noContent;
  },
  'DELETE /repos/{owner}/{repo}/issues/{issue_number}/lock': (call) => {
    const { repository, actor } = writingTo(call);
    unlockIssue(call.world, actor, issueIn(repository, call));
    return noContent;
  },
};

function changeIssue(call: Call): Answer {
  const redirect = redirectOf(call);
  if (redirect) return redirect;
  const { repository, actor } = writingTo(call);
  const { world } = call;
  const issue = issueIn(repository, call);
  const state = choiceField(call, 'Issue', 'state', states);
  const reason = choiceField(call, 'Issue', 'state_reason', reasons);
  const duplicateOf = duplicateAsked(call);
  const text = { title: textField(call, 'Issue', 'title'), body: nullableTextField(call, 'Issue', 'body') };
  const isReworded = text.title !== undefined || text.body !== undefined;
  if (isReworded) assertMay(actor, repository, needs.editOwn, issueSubject(issue));
  if (state === 'open' && !mayReopen(actor, issue)) throw lacksRole();
  const plan = planOf(call, repository, actor);
  editIssue(world, actor, issue, text);
  if (plan.labels) setLabels(world, actor, issue, plan.labels);
  if (plan.milestone !== undefined) setMilestone(world, actor, issue, plan.milestone);
  if (plan.assignees) setAssignees(world, actor, issue, plan.assignees);
  if (plan.type !== undefined) setType(world, actor, issue, plan.type);
  if (state === 'closed') closeIssue(world, actor, issue, reason, { duplicateOf });
  if (state === 'open') reopenIssue(world, actor, issue);
  return ok(issueShape(world, issue));
}
