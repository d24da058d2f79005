import { assign, unassign } from '../changes/assignees.ts';
import { type Call, created, listField, noContent, ok, type Routes } from '../http/call.ts';
import { hasRole } from '../permissions/lack.ts';
import { notFound } from '../refusal.ts';
import { issueShape } from '../shapes/issue.ts';
import type { Account } from '../state/entities.ts';
import { findAccount, isAssignable } from '../state/look-up.ts';
import { issueIn, repositoryOf, writingTo } from './targets.ts';

/** Source: GitHub docs, REST API, Issue assignees: what someone may not do here is passed over in silence. */
export const assigneeRoutes: Routes = {
  'POST /repos/{owner}/{repo}/issues/{issue_number}/assignees': (call) => {
    const { repository, actor } = writingTo(call);
    const issue = issueIn(repository, call);
    const accounts = accountsAsked(call);
    if (hasRole(actor, repository, 'triage')) assign(call.world, actor, issue, accounts);
    return created(issueShape(call.world, issue));
  },
  'DELETE /repos/{owner}/{repo}/issues/{issue_number}/assignees': (call) => {
    const { repository, actor } = writingTo(call);
    const issue = issueIn(repository, call);
    const accounts = accountsAsked(call);
    if (hasRole(actor, repository, 'triage')) unassign(call.world, actor, issue, accounts);
    return ok(issueShape(call.world, issue));
  },
  'GET /repos/{owner}/{repo}/issues/{issue_number}/assignees/{assignee}': (call) => {
    const repository = repositoryOf(call);
    issueIn(repository, call);
    const account = findAccount(call.world.state, call.params.assignee ?? '');
    if (!account || !isAssignable(repository, account)) throw notFound();
    return noContent;
  },
};

/** Here, unlike on the issue itself, GitHub passes over logins that nobody has. */
function accountsAsked(call: Call): Account[] {
  const logins = listField(call, 'Issue', 'assignees') ?? [];
  return logins.map((login) => findAccount(call.world.state, login)).filter((account) => account !== undefined);
}
