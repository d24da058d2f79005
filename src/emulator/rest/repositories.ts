import { assertWritable } from '../changes/record.ts';
import { type Call, noContent, ok, type Routes, textField } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { callerOf } from '../limits/caller-of.ts';
import type { Resource } from '../limits/limits.ts';
import { notFound, unauthorized } from '../refusal.ts';
import { fullUserShape, userShape } from '../shapes/account.ts';
import { permissionsShape, repositoryShape } from '../shapes/repository.ts';
import { findAccount, isAssignable, roleOf } from '../state/look-up.ts';
import { repositoryOf, writingTo } from './targets.ts';

/** Permission names before `role_name`: only these four. */
const coarse = { none: 'none', read: 'read', triage: 'read', write: 'write', maintain: 'write', admin: 'admin' };

/** Source: GitHub docs, REST API: Repositories, Collaborators, Users, Rate limit. */
export const repositoryRoutes: Routes = {
  'GET /repos/{owner}/{repo}': (call) => ok(repositoryShape(call.world, repositoryOf(call), call.actor)),
  'PATCH /repos/{owner}/{repo}': editRepository,
  'GET /repos/{owner}/{repo}/assignees': (call) => {
    const repository = repositoryOf(call);
    const all = [...call.world.state.accounts.values()].filter((account) => isAssignable(repository, account));
    return paginate(call, all, (account) => userShape(call.world, account));
  },
  'GET /repos/{owner}/{repo}/assignees/{assignee}': (call) => {
    const account = findAccount(call.world.state, call.params.assignee ?? '');
    if (!account || !isAssignable(repositoryOf(call), account)) throw notFound();
    return noContent;
  },
  'GET /repos/{owner}/{repo}/collaborators/{username}/permission': (call) => {
    const repository = repositoryOf(call);
    const account = findAccount(call.world.state, call.params.username ?? '');
    if (!account) throw notFound();
    const role = roleOf(repository, account);
    const user = { ...userShape(call.world, account), permissions: permissionsShape(role), role_name: role };
    return ok({ permission: coarse[role], user, role_name: role });
  },
  'GET /user/{account_id}': (call) => {
    const id = Number(call.params.account_id);
    const account = [...call.world.state.accounts.values()].find((each) => each.id === id);
    if (!account) throw notFound();
    return ok(fullUserShape(call.world, account));
  },
  'GET /user': (call) => {
    if (!call.actor) throw unauthorized('Requires authentication');
    return ok(fullUserShape(call.world, call.actor.account));
  },
  'GET /users/{username}': (call) => {
    const account = findAccount(call.world.state, call.params.username ?? '');
    if (!account) throw notFound();
    return ok(fullUserShape(call.world, account));
  },
  'GET /rate_limit': (call) => {
    const tell = (resource: Resource) => call.world.limits.standing(callerOf(call), resource);
    const core = tell('core');
    return ok({ resources: { core, graphql: tell('graphql'), search: tell('search') }, rate: core });
  },
};

function editRepository(call: Call) {
  const { repository, actor } = writingTo(call);
  const { archived, has_issues: hasIssues, private: isPrivate } = call.body;
  if (archived !== false) assertWritable(repository);
  repository.description = textField(call, 'Repository', 'description') ?? repository.description;
  repository.defaultBranch = textField(call, 'Repository', 'default_branch') ?? repository.defaultBranch;
  if (typeof archived === 'boolean') repository.isArchived = archived;
  if (typeof hasIssues === 'boolean') repository.hasIssues = hasIssues;
  if (typeof isPrivate === 'boolean') repository.isPrivate = isPrivate;
  repository.updatedAt = call.world.now();
  return ok(repositoryShape(call.world, repository, actor));
}
