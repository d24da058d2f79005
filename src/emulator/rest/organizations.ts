import { seesMembers, seesTeam } from '../access.ts';
import { type Answer, actorOf, type Call, noContent, ok, type Routes } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { forbidden, notFound } from '../refusal.ts';
import { userShape } from '../shapes/account.ts';
import { apiAddress } from '../shapes/addresses.ts';
import { fullTeamShape, teamPath, teamShape } from '../shapes/team.ts';
import type { Account, Team } from '../state/entities.ts';
import { findAccount } from '../state/look-up.ts';
import { allMembers, teamRoleOf } from '../state/teams.ts';

/** Source: GitHub docs, REST API: Organization members, Teams, Team members. */
export const organizationRoutes: Routes = {
  'GET /orgs/{org}/members': listMembers,
  'GET /orgs/{org}/members/{username}': checkMember,
  'GET /orgs/{org}/public_members': (call) => listAccounts(call, organizationOf(call).publicMembers),
  'GET /orgs/{org}/public_members/{username}': (call) => checkPublicMember(call, organizationOf(call)),
  'GET /organizations/{org_id}/public_members/{username}': (call) => checkPublicMember(call, organizationById(call)),
  'GET /orgs/{org}/teams': (call) => {
    const organization = organizationOf(call);
    if (!seesMembers(actorOf(call), organization)) throw refusalOf(call);
    const visible = [...organization.teams.values()].filter((team) => seesTeam(call.actor, team));
    return paginate(call, visible, (team) => teamShape(call.world, team));
  },
  'GET /orgs/{org}/teams/{team_slug}': (call) => ok(fullTeamShape(call.world, teamOf(call))),
  'GET /orgs/{org}/teams/{team_slug}/members': (call) => {
    const team = teamOf(call);
    const role = call.query.get('role') ?? 'all';
    const hasRole = (login: string) => role === 'all' || roleIn(call, team, login) === role;
    return listAccounts(call, new Set([...allMembers(team)].filter(hasRole)));
  },
  'GET /orgs/{org}/teams/{team_slug}/memberships/{username}': (call) => {
    const team = teamOf(call);
    const { username = '' } = call.params;
    const role = roleIn(call, team, username);
    if (!role) throw notFound();
    return ok({
      url: apiAddress(call.world, `${teamPath(team)}/memberships/${username}`),
      role,
      state: 'active',
    });
  },
};

function listMembers(call: Call): Answer {
  const organization = organizationOf(call);
  const { members, admins, publicMembers } = organization;
  const role = call.query.get('role') ?? 'all';
  const visible = seesMembers(call.actor, organization) ? members : publicMembers;
  const hasRole = (login: string) => role === 'all' || admins.has(login) === (role === 'admin');
  return listAccounts(call, new Set([...visible].filter(hasRole)));
}

/** Who may not know is led to what everyone may know, whoever is asked about. */
function checkMember(call: Call): Answer {
  const organization = organizationOf(call);
  const { username = '' } = call.params;
  if (!seesMembers(call.actor, organization)) {
    const location = apiAddress(call.world, `/organizations/${organization.id}/public_members/${username}`);
    return { status: 302, headers: { location } };
  }
  if (!organization.members.has(username.toLowerCase())) throw notFound(noMember);
  return noContent;
}

function checkPublicMember(call: Call, organization: Account): Answer {
  if (!organization.publicMembers.has((call.params.username ?? '').toLowerCase())) throw notFound(noMember);
  return noContent;
}

const noMember = 'User does not exist or is not a member of the organization';

function organizationOf(call: Call): Account {
  return organizationOr404(findAccount(call.world.state, call.params.org ?? ''));
}

function organizationById(call: Call): Account {
  const id = Number(call.params.org_id);
  return organizationOr404([...call.world.state.accounts.values()].find((account) => account.id === id));
}

function organizationOr404(account: Account | undefined): Account {
  if (account?.kind !== 'Organization') throw notFound();
  return account;
}

function teamOf(call: Call): Team {
  const team = organizationOf(call).teams.get((call.params.team_slug ?? '').toLowerCase());
  if (call.actor?.viaApp && team && !seesMembers(call.actor, team.organization)) throw refusalOf(call);
  if (!team || !seesTeam(actorOf(call), team)) throw notFound();
  return team;
}

function refusalOf({ actor }: Call) {
  const byPerson = 'You must be a member of the organization, with a token of the scope read:org, to see its teams.';
  return forbidden(actor?.viaApp ? 'Resource not accessible by integration' : byPerson);
}

function roleIn({ world }: Call, team: Team, login: string) {
  const account = findAccount(world.state, login);
  return account ? teamRoleOf(team, account) : null;
}

function listAccounts(call: Call, logins: ReadonlySet<string>): Answer {
  const accounts = [...logins].flatMap((login) => findAccount(call.world.state, login) ?? []);
  return paginate(call, accounts, (account) => userShape(call.world, account));
}
