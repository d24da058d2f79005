import { isGranted, seesMembers, seesTeam } from '../access.ts';
import { type Answer, actorOf, type Call } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { isAllowed } from '../permissions/lack.ts';
import { forbidden, notFound, notPermitted, type Refusal } from '../refusal.ts';
import { userShape } from '../shapes/account.ts';
import type { Account, Team } from '../state/entities.ts';
import { findAccount } from '../state/look-up.ts';
import type { Actor } from '../world.ts';

/** @throws Refusal 404 where no organisation has the name. */
export function organizationOf({ world, params }: Call): Account {
  const account = findAccount(world.state, params.org ?? '');
  if (account?.kind !== 'Organization') throw notFound();
  return account;
}

/** @throws Refusal 404 where nobody has the login. */
export function personOf({ world, params }: Call): Account {
  const account = findAccount(world.state, params.username ?? '');
  if (!account || account.kind === 'Organization') throw notFound();
  return account;
}

/** @throws Refusal 404 where there is no such team, or none that the caller may see; 403 for an installation. */
export function teamOf(call: Call): Team {
  const team = organizationOf(call).teams.get((call.params.team_slug ?? '').toLowerCase());
  if (call.actor?.viaApp && team && !seesMembers(call.actor, team.organization)) throw notPermitted();
  if (!team || !seesTeam(actorOf(call), team)) throw notFound();
  return team;
}

/** Whether someone owns an organisation, or acts for an installation that may change its members and teams. */
export function manages(actor: Actor, organization: Account): boolean {
  const { account, token } = actor;
  if (token?.kind === 'installation') {
    return token.installation.account === organization && isAllowed(actor, ['members'], 'write');
  }
  const isReadOnly = token?.kind === 'user' && token.isReadOnly;
  return !isReadOnly && organization.admins.has(account.login.toLowerCase()) && isGranted(token, 'admin:org');
}

/** Who changes an organisation. @throws Refusal 401; 403 with the sentence for who may not. */
export function managing(call: Call, organization: Account, sentence: string): Actor {
  const actor = actorOf(call);
  if (!manages(actor, organization)) throw refusalOf(actor, sentence);
  return actor;
}

/** As managing, where a maintainer of the team may too. */
export function managingTeam(call: Call, team: Team, sentence: string): Actor {
  const actor = actorOf(call);
  const maintains = !actor.viaApp && team.maintainers.has(actor.account.login.toLowerCase());
  if (!maintains && !manages(actor, team.organization)) throw refusalOf(actor, sentence);
  return actor;
}

export function refusalOf({ viaApp }: Actor, sentence: string): Refusal {
  return viaApp ? notPermitted() : forbidden(sentence);
}

export function listAccounts(call: Call, logins: ReadonlySet<string>): Answer {
  const accounts = [...logins].flatMap((login) => findAccount(call.world.state, login) ?? []);
  return paginate(call, accounts, (account) => userShape(call.world, account));
}
