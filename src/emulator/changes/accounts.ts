import type { Account } from '../state/entities.ts';
import type { World } from '../world.ts';

/**
 * Gives an account another login; its id stays. Nobody has the old one then: neither REST nor GraphQL lead from it to
 * the account. Source: GitHub docs, Changing your username.
 */
export function renameAccount({ state }: World, account: Account, login: string): void {
  const [before, after] = [account.login.toLowerCase(), login.toLowerCase()];
  state.accounts.delete(before);
  account.login = login;
  state.accounts.set(after, account);
  for (const organization of state.accounts.values()) {
    const { members, admins, publicMembers, teams } = organization;
    const others = [...teams.values()].flatMap((team) => [team.members, team.maintainers]);
    for (const logins of [members, admins, publicMembers, ...others]) {
      if (logins.delete(before)) logins.add(after);
    }
  }
  for (const [name, repository] of [...state.repositories]) {
    const role = repository.collaborators.get(before);
    if (role && repository.collaborators.delete(before)) repository.collaborators.set(after, role);
    if (repository.owner !== account) continue;
    state.repositories.delete(name);
    state.repositories.set(`${login}/${repository.name}`.toLowerCase(), repository);
  }
}
