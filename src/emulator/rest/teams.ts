import { seesMembers, seesTeam } from '../access.ts';
import { deleteTeam, editTeam, foundTeam, removeTeamMember, setTeamMember, setTeamRole } from '../changes/teams.ts';
import { type Answer, actorOf, type Call, created, noContent, ok, type Routes } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { type Fields, readBody } from '../http/read-body.ts';
import { invalid, notFound, notPermitted, Refusal } from '../refusal.ts';
import { fullTeamShape, teamMembershipShape, teamShape } from '../shapes/team.ts';
import type { Account, Team } from '../state/entities.ts';
import { findAccount, findRepository } from '../state/look-up.ts';
import { roleOfPermission } from '../state/roles.ts';
import { allMembers, childrenOf, teamRoleOf } from '../state/teams.ts';
import {
  listAccounts,
  manages,
  managingTeam,
  organizationOf,
  personOf,
  refusalOf,
  teamOf,
} from './organization-targets.ts';

const toSee = 'You must be a member of the organization, with a token of the scope read:org, to see its teams.';
const ownerOr = (what: string) => `You must be an organization owner or team maintainer to ${what}.`;

/** Source: GitHub docs, REST API: Teams, Team members. */
export const teamRoutes: Routes = {
  'GET /orgs/{org}/teams': (call) => {
    const organization = organizationOf(call);
    if (!seesMembers(actorOf(call), organization)) throw refusalOf(actorOf(call), toSee);
    return listTeams(call, [...organization.teams.values()]);
  },
  'POST /orgs/{org}/teams': create,
  'GET /orgs/{org}/teams/{team_slug}': (call) => ok(fullTeamShape(call.world, teamOf(call))),
  'PATCH /orgs/{org}/teams/{team_slug}': (call) => {
    const team = teamOf(call);
    const actor = managingTeam(call, team, ownerOr('update a team'));
    const text = readBody(call.body, (fields) => ({ ...textOf(fields), parent: parentOf(team.organization, fields) }));
    const isChanged = editTeam(call.world, actor, team, text);
    return { status: isChanged ? 201 : 200, body: fullTeamShape(call.world, team) };
  },
  'DELETE /orgs/{org}/teams/{team_slug}': (call) => {
    const team = teamOf(call);
    const actor = managingTeam(call, team, ownerOr('delete a team'));
    deleteTeam(call.world, actor, team);
    return noContent;
  },
  'GET /orgs/{org}/teams/{team_slug}/teams': (call) => listTeams(call, childrenOf(teamOf(call))),
  'GET /orgs/{org}/teams/{team_slug}/members': (call) => {
    const team = teamOf(call);
    const role = call.query.get('role') ?? 'all';
    const hasRole = (login: string) => role === 'all' || roleIn(call, team, login) === role;
    return listAccounts(call, new Set([...allMembers(team)].filter(hasRole)));
  },
  'GET /orgs/{org}/teams/{team_slug}/memberships/{username}': (call) => {
    const team = teamOf(call);
    const account = findAccount(call.world.state, call.params.username ?? '');
    if (!account || !teamRoleOf(team, account)) throw notFound();
    return ok(teamMembershipShape(call.world, team, account));
  },
  'PUT /orgs/{org}/teams/{team_slug}/memberships/{username}': addMember,
  'DELETE /orgs/{org}/teams/{team_slug}/memberships/{username}': (call) => {
    const team = teamOf(call);
    const account = personOf(call);
    const actor = actorOf(call);
    const isOwn = account === actor.account;
    if (!isOwn) managingTeam(call, team, ownerOr('remove a team membership'));
    if (!team.members.has(account.login.toLowerCase())) throw notFound();
    removeTeamMember(call.world, actor, team, account);
    return noContent;
  },
};

/** Members may, as organisations have it unless they say otherwise; who makes a team maintains it. */
function create(call: Call): Answer {
  const organization = organizationOf(call);
  const actor = actorOf(call);
  const { account, viaApp, token } = actor;
  const isMember = !viaApp && organization.members.has(account.login.toLowerCase());
  if (token?.kind === 'user' && token.isReadOnly) throw notPermitted();
  if (!isMember && !manages(actor, organization))
    throw refusalOf(actor, 'You must be a member of the organization to create a team.');
  const { maintainers, repositories, ...text } = readBody(call.body, (fields) => {
    fields.need('name');
    return {
      ...textOf(fields),
      name: fields.text('name') ?? '',
      parent: parentOf(organization, fields),
      maintainers: (fields.texts('maintainers') ?? []).map((login) => maintainerNamed(call, organization, login)),
      repositories: (fields.texts('repo_names') ?? []).map((name) => repositoryNamed(call, organization, name)),
    };
  });
  const team = foundTeam(call.world, actor, organization, text);
  for (const each of [...(isMember ? [account] : []), ...maintainers]) {
    setTeamMember(call.world, actor, team, each, 'maintainer');
  }
  for (const each of repositories) setTeamRole(call.world, actor, team, { repository: each, role: team.defaultRole });
  return created(fullTeamShape(call.world, team));
}

function addMember(call: Call): Answer {
  const team = teamOf(call);
  const { organization } = team;
  const sentence = ownerOr('add a team membership');
  const actor = managingTeam(call, team, sentence);
  const account = personOf(call);
  const login = account.login.toLowerCase();
  if (!organization.members.has(login) && !manages(actor, organization)) throw refusalOf(actor, sentence);
  const role = readBody(call.body, (fields) => fields.choice('role', ['member', 'maintainer'] as const)) ?? 'member';
  if (role === 'maintainer' && organization.admins.has(login)) {
    const errors = [{ resource: 'TeamMember', field: 'user', code: 'already_org_admin' as const }];
    const message = "User is already an admin of this organization, so they can't be promoted to a team maintainer.";
    throw new Refusal(422, message, { errors });
  }
  setTeamMember(call.world, actor, team, account, role);
  return ok(teamMembershipShape(call.world, team, account));
}

function textOf(fields: Fields) {
  const permission = fields.choice('permission', ['pull', 'push', 'admin']);
  const notified = fields.choice('notification_setting', ['notifications_enabled', 'notifications_disabled']);
  return {
    name: fields.text('name'),
    description: fields.nullableText('description'),
    privacy: fields.choice('privacy', ['secret', 'closed']),
    defaultRole: permission && roleOfPermission(permission),
    isNotified: notified && notified === 'notifications_enabled',
  };
}

/** The team that a body puts another below: null for none, undefined where it does not speak of it. */
function parentOf({ teams }: Account, fields: Fields): Team | null | undefined {
  const id = fields.nullableInteger('parent_team_id');
  const slug = fields.nullableText('parent_team_slug');
  if (id === undefined && slug === undefined) return undefined;
  if (id === null || slug === null) return null;
  const found = [...teams.values()].find((team) => (id === undefined ? team.slug === slug : team.id === id));
  if (!found) throw invalid({ resource: 'Team', field: 'parent_team_id', code: 'invalid', value: id ?? slug });
  return found;
}

function maintainerNamed(call: Call, organization: Account, login: string): Account {
  const account = findAccount(call.world.state, login);
  if (account && organization.members.has(login.toLowerCase())) return account;
  throw invalid({ resource: 'Team', field: 'maintainers', code: 'invalid', value: login });
}

/** Repositories come with their owner or without. */
function repositoryNamed(call: Call, { login }: Account, name: string) {
  const repository = findRepository(call.world.state, login, name.replace(/^.*\//, ''));
  if (!repository) throw invalid({ resource: 'Team', field: 'repo_names', code: 'invalid', value: name });
  return repository;
}

function listTeams(call: Call, teams: Team[]): Answer {
  const visible = teams.filter((team) => seesTeam(call.actor, team));
  return paginate(call, visible, (team) => teamShape(call.world, team));
}

function roleIn({ world }: Call, team: Team, login: string) {
  const account = findAccount(world.state, login);
  return account ? teamRoleOf(team, account) : null;
}
