import { renameAccount } from './changes/accounts.ts';
import { createIssueType, type IssueTypeText, usualIssueTypes } from './changes/issue-types.ts';
import { createTeam } from './changes/teams.ts';
import type { Seed, SeedIssueType, SeedOrganization, SeedTeam } from './seed.ts';
import { createAccount } from './state/account.ts';
import type { Account } from './state/entities.ts';
import { findAccount, findRepository } from './state/look-up.ts';
import { register } from './state/state.ts';
import type { Actor, World } from './world.ts';

/** @returns the account of that name; a person's is made where there is none. */
export function person(world: World, login: string): Account {
  return findAccount(world.state, login) ?? addAccount(world, { login, kind: 'User' });
}

export function addAccount(
  world: World,
  { login, kind, name = null }: { login: string; kind: Account['kind']; name?: string | null },
): Account {
  const account = createAccount({ kind, ...world.state.ids.next(kind), login, name, createdAt: world.now() });
  world.state.accounts.set(login.toLowerCase(), account);
  return register(world.state, account);
}

/** @throws RangeError for a team below one that does not stand before it. */
export function plantOrganization(world: World, seed: SeedOrganization): Account {
  const organization = addAccount(world, { login: seed.login, kind: 'Organization', name: seed.name ?? null });
  const logins = (names: string[] = []) => names.map((each) => person(world, each).login.toLowerCase());
  organization.members = new Set(logins([...(seed.members ?? []), ...(seed.admins ?? [])]));
  organization.description = seed.description ?? null;
  organization.baseRole = seed.baseRole ?? 'read';
  organization.admins = new Set(logins(seed.admins));
  organization.publicMembers = new Set(logins(seed.publicMembers));
  for (const login of organization.publicMembers) organization.members.add(login);
  for (const team of seed.teams ?? []) plantTeam(world, organization, team);
  for (const type of seed.issueTypes?.map(textOf) ?? usualIssueTypes) createIssueType(world, organization, type);
  return organization;
}

function textOf(type: string | SeedIssueType): IssueTypeText {
  // A seed read from YAML has a number where `1.4` stands without quotes.
  const { enabled: isEnabled = true, ...text }: SeedIssueType =
    typeof type === 'object' ? type : { name: String(type) };
  return { ...text, isEnabled };
}

function plantTeam(world: World, organization: Account, seed: SeedTeam): void {
  const parent =
    seed.parent === undefined ? null : [...organization.teams.values()].find(({ name }) => name === seed.parent);
  if (parent === undefined) {
    throw new RangeError(`the seed gives ${organization.login} no team “${seed.parent}” before “${seed.name}”`);
  }
  const { name, slug, description, privacy = 'closed' } = seed;
  const team = createTeam(world, organization, { name, slug, description, privacy, parent });
  const logins = (names: string[] = []) => names.map((each) => person(world, each).login.toLowerCase());
  team.maintainers = new Set(logins(seed.maintainers));
  team.members = new Set([...logins(seed.members), ...team.maintainers]);
  for (const login of team.members) organization.members.add(login);
}

/** Lets teams into repositories, which are planted after them. @throws RangeError for a repository that the seed lacks. */
export function plantTeamRoles({ state }: World, organization: Account, teams: SeedTeam[] = []): void {
  for (const { name, repositories } of teams) {
    const team = [...organization.teams.values()].find((each) => each.name === name);
    for (const [repositoryName, role] of Object.entries(repositories ?? {})) {
      const repository = findRepository(state, organization.login, repositoryName);
      if (!repository) throw new RangeError(`the seed gives the team “${name}” no repository ${repositoryName}`);
      team?.repositories.set(repository.id, role);
    }
  }
}

/** @throws RangeError for a new login that someone has. */
export function plantRenames(world: World, renamed: Seed['renamed']): void {
  for (const [before, after] of Object.entries(renamed ?? {})) {
    if (findAccount(world.state, after)) throw new RangeError(`the seed renames ${before} to ${after}, which is taken`);
    renameAccount(world, person(world, before), after);
  }
}

export function actorFor(account: Account): Actor {
  return { account, viaApp: null, token: null };
}
