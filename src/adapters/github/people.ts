import { type RepositoryRole, repositoryRoles } from '../../model/command-facts.ts';
import type { People } from '../../model/command-ports.ts';
import { type Known, known, unknown } from '../../model/known.ts';
import { type Client, fetchRest, fetchStatus } from './client.ts';
import { Refused } from './errors.ts';

/** @returns what people are, as whoever the client is signed in as may see it. */
export function peopleOf(client: Client): People {
  return {
    roleOf: (username, { owner, name: repo }) =>
      orUnknown(async () => {
        const found = await fetchRest(client, 'GET /repos/{owner}/{repo}/collaborators/{username}/permission', {
          owner,
          repo,
          username,
        });
        return known(roleIn(found as PermissionAnswer));
      }),
    isMember: (username, org) => orUnknown(() => memberOf(client, { org, username })),
    isInTeam: (username, org, team) => orUnknown(() => inTeam(client, { org, team_slug: team, username })),
  };
}

async function orUnknown<T>(ask: () => Promise<Known<T>>): Promise<Known<T>> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Refused) return unknown(error.message);
    throw error;
  }
}

/** Source: GitHub docs, REST API, Collaborators, Get repository permissions for a user. */
interface PermissionAnswer {
  /** The name of a custom role where it is one. */
  role_name: string;
  user: { permissions?: Partial<Record<'pull' | 'triage' | 'push' | 'maintain' | 'admin', boolean>> } | null;
}

function roleIn({ role_name: name, user }: PermissionAnswer): RepositoryRole {
  const named = repositoryRoles.find((role) => role === name);
  if (named) return named;
  const { admin, maintain, push, triage, pull } = user?.permissions ?? {};
  if (admin) return 'admin';
  if (maintain) return 'maintain';
  if (push) return 'write';
  if (triage) return 'triage';
  return pull ? 'read' : 'none';
}

/**
 * Whoever is not let into the organisation is sent on to its public members (302), where a member who keeps it to
 * themselves is missing. Source: GitHub docs, REST API, Organization members, Check organization membership for a user.
 */
async function memberOf(client: Client, parameters: { org: string; username: string }): Promise<Known<boolean>> {
  const status = await statusOf(client, 'GET /orgs/{org}/members/{username}', parameters);
  if (status === 204) return known(true);
  if (status === 404) return known(false);
  return unknown(`this token is shown only those members of ${parameters.org} who are public`);
}

/** GitHub says 404 of who is not in a team, and of a team that isn't there or may not be seen. */
async function inTeam(
  client: Client,
  { org, team_slug: team, username }: { org: string; team_slug: string; username: string },
): Promise<Known<boolean>> {
  const route = 'GET /orgs/{org}/teams/{team_slug}/memberships/{username}';
  try {
    const found = (await fetchRest(client, route, { org, team_slug: team, username })) as { state: string };
    return known(found.state === 'active');
  } catch (error) {
    if (!(error instanceof Refused && error.status === 404)) throw error;
  }
  const isThere = (await statusOf(client, 'GET /orgs/{org}/teams/{team_slug}', { org, team_slug: team })) === 200;
  return isThere ? known(false) : unknown(`there is no team ${team} that this token may see`);
}

async function statusOf(client: Client, route: string, parameters: Record<string, unknown>): Promise<number> {
  try {
    return await fetchStatus(client, route, parameters);
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return 404;
    throw error;
  }
}
