import { maySeeMembers } from '../access.ts';
import { forbidden } from '../refusal.ts';
import { botName } from '../shapes/account.ts';
import type { Account, Team } from '../state/entities.ts';
import { connect } from './connection.ts';
import type { Fields } from './resolvers.ts';

const shared: Fields<Account> = {
  id: (account) => account.nodeId,
  databaseId: (account) => account.id,
  avatarUrl: (account, _, { world }) => `${world.url}/avatars/u/${account.id}`,
  url: (account, _, { world }) => `${world.url}/${pathOf(account)}`,
  resourcePath: (account) => `/${pathOf(account)}`,
  createdAt: (account) => account.createdAt,
  updatedAt: (account) => account.createdAt,
};

/** A bot has its suffix over REST only. */
export const actorTypes = {
  User: { ...shared, login: (account) => account.login, name: (account) => account.name, isViewer } as Fields<Account>,
  Organization: {
    ...shared,
    login: (account) => account.login,
    name: (account) => account.name,
    team: (account, { slug }, { actor }) => {
      if (maySeeMembers(actor, account)) return account.teams.get(slug.toLowerCase()) ?? null;
      if (actor.viaApp) throw forbidden('Resource not accessible by integration');
      return null;
    },
  } as Fields<Account>,
  Bot: { ...shared, login: (account) => botName(account) } as Fields<Account>,
  Team: {
    id: (team) => team.nodeId,
    databaseId: (team) => team.id,
    slug: (team) => team.slug,
    name: (team) => team.name,
    createdAt: (team) => team.createdAt,
    organization: (team) => team.organization,
    members: (team, args) => connect('members', team.members, args),
  } as Fields<Team>,
};

function isViewer(...[account, , { actor }]: Parameters<Fields<Account>[string]>): boolean {
  return account === actor.account;
}

function pathOf(account: Account): string {
  return account.kind === 'Bot' ? `apps/${botName(account)}` : account.login;
}
