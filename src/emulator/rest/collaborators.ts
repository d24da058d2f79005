import { removeCollaborator, setCollaborator } from '../changes/collaborators.ts';
import { type Answer, actorOf, type Call, noContent, ok, type Routes } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { readBody } from '../http/read-body.ts';
import { hasRole } from '../permissions/lack.ts';
import { forbidden, invalid, notFound } from '../refusal.ts';
import { coarseRole, collaboratorShape } from '../shapes/repository.ts';
import type { Account, Repository } from '../state/entities.ts';
import { roleOf } from '../state/role-of.ts';
import { isAtLeast, roleOfPermission } from '../state/roles.ts';
import type { Actor } from '../world.ts';
import { personOf } from './organization-targets.ts';
import { repositoryOf, writingTo } from './targets.ts';

const one = '/repos/{owner}/{repo}/collaborators/{username}';

/** Source: GitHub docs, REST API, Collaborators. */
export const collaboratorRoutes: Routes = {
  'GET /repos/{owner}/{repo}/collaborators': (call) => {
    const repository = pushedBy(call, 'Must have push access to view repository collaborators.');
    const least = roleOfPermission(call.query.get('permission') ?? 'pull') ?? 'read';
    const isAsked = affiliated(repository, call.query.get('affiliation') ?? 'all');
    const people = [...call.world.state.accounts.values()].filter(({ kind }) => kind === 'User');
    const found = people.filter((each) => isAsked(each) && isAtLeast(roleOf(repository, each), least));
    return paginate(call, found, (each) => collaboratorShape(call.world, each, roleOf(repository, each)));
  },
  [`GET ${one}`]: (call) => {
    const repository = pushedBy(call, 'Must have push access to view repository collaborators.');
    const account = personOf(call);
    if (!affiliated(repository, 'all')(account) || roleOf(repository, account) === 'none') throw notFound();
    return noContent;
  },
  [`PUT ${one}`]: invite,
  [`DELETE ${one}`]: (call) => {
    const { repository, actor } = writingTo(call);
    removeCollaborator(call.world, actor, repository, personOf(call));
    return noContent;
  },
  [`GET ${one}/permission`]: (call) => {
    const account = personOf(call);
    const isOwn = account === call.actor?.account;
    const repository = isOwn
      ? repositoryOf(call)
      : pushedBy(call, 'Must have push access to view collaborator permission.');
    const role = roleOf(repository, account);
    return ok({ permission: coarseRole(role), user: collaboratorShape(call.world, account, role), role_name: role });
  },
};

/** A role is given in repositories of organisations; who collaborates with a person may write. */
function invite(call: Call): Answer {
  const { repository, actor } = writingTo(call);
  const account = personOf(call);
  const permission = readBody(call.body, (fields) => fields.text('permission')) ?? 'push';
  const role = roleOfPermission(permission);
  if (!role) throw invalid({ resource: 'Repository', field: 'permission', code: 'invalid', value: permission });
  if (account === repository.owner) {
    const message = 'Repository owner cannot be a collaborator';
    throw invalid({ resource: 'Repository', code: 'custom', message });
  }
  setCollaborator(call.world, actor, repository, account, repository.owner.kind === 'User' ? 'write' : role);
  return noContent;
}

/** @throws Refusal 403 with the sentence for a person who may not push; the tokens of apps read metadata. */
function pushedBy(call: Call, sentence: string): Repository {
  const repository = repositoryOf(call);
  const actor = actorOf(call);
  if (!isOfWorkflow(actor) && !hasRole(actor, repository, 'write')) throw forbidden(sentence);
  return repository;
}

function isOfWorkflow({ token }: Actor): boolean {
  return token?.kind === 'user' && token.isReadOnly;
}

/** Who has to do with a repository, by itself or as a member of its organisation. */
function affiliated({ owner, collaborators }: Repository, affiliation: string): (account: Account) => boolean {
  return (account) => {
    const login = account.login.toLowerCase();
    const isMember = owner.members.has(login);
    if (affiliation === 'outside') return collaborators.has(login) && !isMember;
    if (affiliation === 'direct') return collaborators.has(login) || account === owner;
    return collaborators.has(login) || isMember || account === owner;
  };
}
