import { changeSettings, deleteRepository } from '../changes/repository-settings.ts';
import { type Answer, type Call, noContent, ok, type Routes } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { readBody } from '../http/read-body.ts';
import { callerOf } from '../limits/caller-of.ts';
import type { Resource } from '../limits/limits.ts';
import { needs } from '../permissions/need.ts';
import { notFound, unauthorized } from '../refusal.ts';
import { fullUserShape, userShape } from '../shapes/account.ts';
import { repositoryShape } from '../shapes/repository.ts';
import { findAccount, isAssignable } from '../state/look-up.ts';
import { assertMay, repositoryOf, writingTo } from './targets.ts';

/** Source: GitHub docs, REST API: Repositories, Assignees, Users, Rate limit. */
export const repositoryRoutes: Routes = {
  'GET /repos/{owner}/{repo}': (call) => ok(repositoryShape(call.world, repositoryOf(call), call.actor)),
  'PATCH /repos/{owner}/{repo}': editRepository,
  'DELETE /repos/{owner}/{repo}': (call) => {
    const { repository, actor } = writingTo(call);
    deleteRepository(call.world, actor, repository);
    return noContent;
  },
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

/** What who maintains may change; all else is for admins. */
const open = ['description', 'homepage'];

function editRepository(call: Call): Answer {
  const { repository, actor } = writingTo(call);
  if (Object.keys(call.body).some((field) => !open.includes(field))) assertMay(actor, repository, needs.administer);
  const { visibility, ...change } = readBody(call.body, (fields) => ({
    name: fields.text('name'),
    description: fields.nullableText('description'),
    defaultBranch: fields.text('default_branch'),
    hasIssues: fields.flag('has_issues'),
    isArchived: fields.flag('archived'),
    isPrivate: fields.flag('private'),
    visibility: fields.choice('visibility', ['public', 'private']),
  }));
  const isPrivate = visibility === undefined ? change.isPrivate : visibility === 'private';
  changeSettings(call.world, actor, repository, { ...change, isPrivate });
  return ok(repositoryShape(call.world, repository, actor));
}
