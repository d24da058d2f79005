import { maySeeMembers } from '../access.ts';
import { type Call, noContent, type Routes } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { notFound } from '../refusal.ts';
import { userShape } from '../shapes/account.ts';
import { apiAddress } from '../shapes/addresses.ts';
import type { Account } from '../state/entities.ts';
import { findAccount } from '../state/look-up.ts';

/** Source: GitHub docs, REST API: Organization members, Team members. */
export const organizationRoutes: Routes = {
  'GET /orgs/{org}/members': (call) => {
    const organization = organizationOf(call);
    const shown = maySeeMembers(call.actor, organization) ? organization.members : organization.publicMembers;
    return listAccounts(call, accountsOf(call, shown));
  },
  'GET /orgs/{org}/members/{username}': (call) => {
    const organization = organizationOf(call);
    const { login } = organization;
    const { username = '' } = call.params;
    if (!maySeeMembers(call.actor, organization)) {
      const path = `/orgs/${login}/public_members/${encodeURIComponent(username)}`;
      return { status: 302, headers: { location: apiAddress(call.world, path) } };
    }
    return answerWhether(organization.members.has(username.toLowerCase()));
  },
  'GET /orgs/{org}/public_members': (call) => listAccounts(call, accountsOf(call, organizationOf(call).publicMembers)),
  'GET /orgs/{org}/public_members/{username}': (call) =>
    answerWhether(organizationOf(call).publicMembers.has((call.params.username ?? '').toLowerCase())),
  'GET /orgs/{org}/teams/{team_slug}/members': (call) => {
    const organization = organizationOf(call);
    const team = organization.teams.get((call.params.team_slug ?? '').toLowerCase());
    if (!team || !maySeeMembers(call.actor, organization)) throw notFound();
    return listAccounts(call, team.members);
  },
};

function organizationOf(call: Call): Account {
  const account = findAccount(call.world.state, call.params.org ?? '');
  if (account?.kind !== 'Organization') throw notFound();
  return account;
}

function accountsOf(call: Call, logins: Iterable<string>): Account[] {
  return [...logins].map((login) => findAccount(call.world.state, login)).filter((account) => account !== undefined);
}

const listAccounts = (call: Call, accounts: Account[]) =>
  paginate(call, accounts, (account) => userShape(call.world, account));

function answerWhether(isSo: boolean) {
  if (!isSo) throw notFound();
  return noContent;
}
