import {
  chooseRepositories,
  installApp,
  ownerOf,
  pingApp,
  suspendInstallation,
  uninstallApp,
  unsuspendInstallation,
} from './changes/installations.ts';
import type { Account, Installation, Repository } from './state/entities.ts';
import { findAccount, findInstallation, findRepository } from './state/look-up.ts';
import type { World } from './world.ts';

/**
 * What owners do about the app on GitHub's pages, for which it has no request. An owner is named by login; each throws a
 * RangeError where there is no such owner, installation or repository.
 */
export interface Installations {
  /** Installs the app for all repositories, or those of these names. @returns the installation's id. */
  install(login: string, repositories?: string[] | 'all'): number;
  uninstall(login: string): void;
  /** Changes for which repositories it is installed. */
  choose(login: string, repositories: string[] | 'all'): void;
  suspend(login: string): void;
  unsuspend(login: string): void;
  /** Sends `ping`, as GitHub does when a webhook is set up. */
  ping(): void;
}

export function createInstallations(world: World): Installations {
  const { state } = world;
  const owner = (login: string): Account => {
    const account = findAccount(state, login);
    if (!account) throw new RangeError(`nobody here is called ${login}`);
    return account;
  };
  const on = (login: string): Installation => {
    const installation = findInstallation(state, owner(login));
    if (!installation) throw new RangeError(`the app is not installed on ${login}`);
    return installation;
  };
  const named = (login: string, names: string[] | 'all'): Repository[] | 'all' => {
    if (names === 'all') return 'all';
    return names.map((name) => {
      const found = findRepository(state, login, name);
      if (!found) throw new RangeError(`there is no repository ${login}/${name}`);
      return found;
    });
  };
  const bySomeone = (change: (world: World, installation: Installation, sender: Account) => void) => (login: string) =>
    change(world, on(login), ownerOf(world, owner(login)));
  return {
    install(login, repositories = 'all') {
      if (findInstallation(state, owner(login))) throw new RangeError(`the app is installed on ${login} already`);
      return installApp(world, owner(login), named(login, repositories)).id;
    },
    uninstall: bySomeone(uninstallApp),
    choose: (login, repositories) => chooseRepositories(world, on(login), named(login, repositories)),
    suspend: bySomeone(suspendInstallation),
    unsuspend: bySomeone(unsuspendInstallation),
    ping: () => pingApp(world),
  };
}
