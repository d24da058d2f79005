import { seesMembers, seesTeam } from '../access.ts';
import { forbidden } from '../refusal.ts';
import { teamPage, teamPath } from '../shapes/team.ts';
import type { Account, Team } from '../state/entities.ts';
import { findAccount } from '../state/look-up.ts';
import { allMembers, childrenOf, membersBelow, teamRoleOf } from '../state/teams.ts';
import type { World } from '../world.ts';
import { connect } from './connection.ts';
import type { Context, Fields } from './resolvers.ts';

export const organizationFields: Fields<Account> = {
  viewerIsAMember: ({ members }, _, { actor }) => members.has(actor.account.login.toLowerCase()),
  viewerCanAdminister: ({ admins }, _, { actor }) => admins.has(actor.account.login.toLowerCase()),
  membersWithRole: (organization, args, { world, actor }) => {
    const { members, publicMembers, admins } = organization;
    const visible = seesMembers(actor, organization) ? members : publicMembers;
    const roleOf = ({ login }: Account) => (admins.has(login.toLowerCase()) ? 'ADMIN' : 'MEMBER');
    return withRoles(connect('membersWithRole', accountsOf(world, visible), args), roleOf);
  },
  team: (organization, { slug }, context) => {
    assertPermitted(organization, context);
    const team = organization.teams.get(String(slug).toLowerCase());
    return team && seesTeam(context.actor, team) ? team : null;
  },
  teams: (organization, args, context) => {
    assertPermitted(organization, context);
    const wanted = (team: Team) =>
      seesTeam(context.actor, team) &&
      (!args.query || `${team.name} ${team.slug}`.toLowerCase().includes(String(args.query).toLowerCase())) &&
      (!args.privacy || privacyOf(team) === args.privacy);
    return connect('teams', [...organization.teams.values()].filter(wanted), args);
  },
};

export const teamFields: Fields<Team> = {
  id: (team) => team.nodeId,
  databaseId: (team) => team.id,
  name: (team) => team.name,
  slug: (team) => team.slug,
  combinedSlug: ({ organization, slug }) => `${organization.login}/${slug}`,
  description: (team) => team.description,
  privacy: (team) => privacyOf(team),
  organization: (team) => team.organization,
  parentTeam: (team) => team.parent,
  createdAt: (team) => team.createdAt,
  updatedAt: (team) => team.updatedAt,
  url: (team, _, { world }) => teamPage(world, team),
  resourcePath: (team) => teamPath(team),
  childTeams: (team, args) => connect('childTeams', childrenOf(team), args),
  members: (team, args, { world }) => {
    const logins = { ALL: allMembers, CHILD_TEAM: membersBelow, IMMEDIATE: ({ members }: Team) => members };
    const chosen = logins[args.membership as keyof typeof logins](team);
    const roleOf = (account: Account) => teamRoleOf(team, account)?.toUpperCase() ?? 'MEMBER';
    const found = accountsOf(world, chosen).filter(
      (account) =>
        (!args.role || roleOf(account) === args.role) &&
        (!args.query || account.login.toLowerCase().includes(String(args.query).toLowerCase())),
    );
    return withRoles(connect('members', found, args), roleOf);
  },
};

/** An installation without the permission is told so; a person who may not see a team is told of none. */
function assertPermitted(organization: Account, { actor }: Context): void {
  if (actor.viaApp && !seesMembers(actor, organization)) throw forbidden('Resource not accessible by integration');
}

function privacyOf({ privacy }: Team) {
  return privacy === 'secret' ? 'SECRET' : 'VISIBLE';
}

function accountsOf(world: World, logins: ReadonlySet<string>): Account[] {
  return [...logins].flatMap((login) => findAccount(world.state, login) ?? []);
}

function withRoles(connection: ReturnType<typeof connect<Account>>, roleOf: (account: Account) => string) {
  return { ...connection, edges: connection.edges.map((edge) => ({ ...edge, role: roleOf(edge.node) })) };
}
