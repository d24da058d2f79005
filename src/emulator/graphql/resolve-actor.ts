import { botName } from '../shapes/account.ts';
import type { Account } from '../state/entities.ts';
import { ownerProjectFields } from './resolve-project.ts';
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
  User: {
    ...shared,
    ...ownerProjectFields,
    login: (account) => account.login,
    name: (account) => account.name,
    isViewer,
  } as Fields<Account>,
  Organization: {
    ...shared,
    ...ownerProjectFields,
    login: (account) => account.login,
    name: (account) => account.name,
  } as Fields<Account>,
  Bot: { ...shared, login: (account) => botName(account) } as Fields<Account>,
};

function isViewer(...[account, , { actor }]: Parameters<Fields<Account>[string]>): boolean {
  return account === actor.account;
}

function pathOf(account: Account): string {
  return account.kind === 'Bot' ? `apps/${botName(account)}` : account.login;
}
