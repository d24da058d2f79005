import { isGranted, maySee } from '../access.ts';
import { foundRepository } from '../changes/found-repository.ts';
import { setTeamRole } from '../changes/teams.ts';
import { type Answer, actorOf, type Call, created, ok, type Routes } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { readBody } from '../http/read-body.ts';
import { isAllowed } from '../permissions/lack.ts';
import { forbidden, invalid, notPermitted } from '../refusal.ts';
import { fullOrganizationShape } from '../shapes/organization.ts';
import { repositoryShape } from '../shapes/repository.ts';
import type { Account, Repository } from '../state/entities.ts';
import type { Actor } from '../world.ts';
import { organizationOf } from './organization-targets.ts';

/** Source: GitHub docs, REST API: Organizations, Repositories. */
export const organizationRoutes: Routes = {
  'GET /orgs/{org}': (call) => ok(fullOrganizationShape(call.world, organizationOf(call))),
  'GET /orgs/{org}/repos': (call) => {
    const organization = organizationOf(call);
    const all = [...call.world.state.repositories.values()].filter(({ owner }) => owner === organization);
    const found = chosen(all, call.query).filter((each) => maySee(call.actor, each));
    return paginate(call, found, (each) => repositoryShape(call.world, each, call.actor));
  },
  'POST /orgs/{org}/repos': createForOrganization,
};

function createForOrganization(call: Call): Answer {
  const organization = organizationOf(call);
  const actor = actorOf(call);
  assertMayFound(actor, organization);
  const {
    team: teamId,
    firstFile,
    visibility,
    ...given
  } = readBody(call.body, (fields) => {
    fields.need('name');
    return {
      name: fields.text('name') ?? '',
      description: fields.nullableText('description'),
      isPrivate: fields.flag('private'),
      visibility: fields.choice('visibility', ['public', 'private']),
      hasIssues: fields.flag('has_issues'),
      team: fields.integer('team_id'),
      firstFile: fields.flag('auto_init') ? ('README.md' as const) : null,
    };
  });
  const team = teamId === undefined ? null : [...organization.teams.values()].find(({ id }) => id === teamId);
  if (team === undefined) throw invalid({ resource: 'Repository', field: 'team_id', code: 'invalid', value: teamId });
  const isPrivate = visibility === undefined ? given.isPrivate : visibility === 'private';
  const repository = foundRepository(call.world, actor, organization, { settings: { ...given, isPrivate }, firstFile });
  if (team) setTeamRole(call.world, actor, team, { repository, role: team.defaultRole });
  return created(repositoryShape(call.world, repository, actor));
}

/** Members may, as organisations have it unless they say otherwise, and installations that administer repositories. */
function assertMayFound(actor: Actor, organization: Account): void {
  const { account, token } = actor;
  if (token?.kind === 'installation') {
    const isThere = token.installation.account === organization && token.repositoryIds === 'all';
    if (!isThere || !isAllowed(actor, ['administration'], 'write')) throw notPermitted();
    return;
  }
  if (token?.kind === 'user' && token.isReadOnly) throw notPermitted();
  if (!organization.members.has(account.login.toLowerCase()) || !isGranted(token, 'repo')) {
    throw forbidden('You need admin access to the organization before adding a repository to it.');
  }
}

const types: Record<string, (repository: Repository) => boolean> = {
  public: ({ isPrivate }) => !isPrivate,
  private: ({ isPrivate }) => isPrivate,
  forks: ({ source }) => source !== null,
  sources: ({ source }) => source === null,
};

const orders: Record<string, (repository: Repository) => string> = {
  created: ({ createdAt }) => createdAt,
  updated: ({ updatedAt }) => updatedAt,
  pushed: ({ pushedAt }) => pushedAt,
  full_name: ({ name }) => name.toLowerCase(),
};

function chosen(repositories: Repository[], query: URLSearchParams): Repository[] {
  const isOfType = types[query.get('type') ?? 'all'] ?? (() => true);
  const sort = query.get('sort') ?? 'created';
  const key = orders[sort] ?? (({ createdAt }: Repository) => createdAt);
  const sign = (query.get('direction') ?? (sort === 'full_name' ? 'asc' : 'desc')) === 'asc' ? 1 : -1;
  const order = (a: Repository, b: Repository) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.id - b.id);
  return repositories.filter(isOfType).sort((a, b) => sign * order(a, b));
}
