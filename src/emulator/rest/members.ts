import { seesMembers } from '../access.ts';
import { removeMember, setMember } from '../changes/members.ts';
import { type Answer, actorOf, type Call, noContent, ok, type Routes } from '../http/call.ts';
import { readBody } from '../http/read-body.ts';
import { notFound } from '../refusal.ts';
import { apiAddress } from '../shapes/addresses.ts';
import { membershipShape } from '../shapes/organization.ts';
import type { Account } from '../state/entities.ts';
import { listAccounts, managing, organizationOf, personOf, refusalOf } from './organization-targets.ts';

const mustBeAdmin = 'You must be an admin to add or update an organization membership.';

/** Source: GitHub docs, REST API, Organization members. */
export const memberRoutes: Routes = {
  'GET /orgs/{org}/members': listMembers,
  'GET /orgs/{org}/members/{username}': checkMember,
  'DELETE /orgs/{org}/members/{username}': remove,
  'GET /orgs/{org}/public_members': (call) => listAccounts(call, organizationOf(call).publicMembers),
  'GET /orgs/{org}/public_members/{username}': (call) => checkPublicMember(call, organizationOf(call)),
  'GET /organizations/{org_id}/public_members/{username}': (call) => checkPublicMember(call, organizationById(call)),
  'GET /orgs/{org}/memberships/{username}': (call) => {
    const organization = organizationOf(call);
    const { username = '' } = call.params;
    if (!seesMembers(actorOf(call), organization)) {
      const sentence = `You must be a member of ${organization.login} to see membership information for ${username}.`;
      throw refusalOf(actorOf(call), sentence);
    }
    return ok(membershipShape(call.world, organization, memberOf(call, organization)));
  },
  'PUT /orgs/{org}/memberships/{username}': (call) => {
    const organization = organizationOf(call);
    const actor = managing(call, organization, mustBeAdmin);
    const account = personOf(call);
    const role = readBody(call.body, (fields) => fields.choice('role', ['admin', 'member'] as const)) ?? 'member';
    setMember(call.world, actor, organization, { account, role });
    return ok(membershipShape(call.world, organization, account));
  },
  'DELETE /orgs/{org}/memberships/{username}': remove,
};

function remove(call: Call): Answer {
  const organization = organizationOf(call);
  const actor = managing(call, organization, mustBeAdmin);
  removeMember(call.world, actor, organization, memberOf(call, organization));
  return noContent;
}

function memberOf(call: Call, organization: Account): Account {
  const account = personOf(call);
  if (!organization.members.has(account.login.toLowerCase())) throw notFound();
  return account;
}

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

function organizationById({ world, params }: Call): Account {
  const id = Number(params.org_id);
  const account = [...world.state.accounts.values()].find((each) => each.id === id);
  if (account?.kind !== 'Organization') throw notFound();
  return account;
}
