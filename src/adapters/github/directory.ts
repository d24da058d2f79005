import type { RepositoryRef } from '../../model/facts.ts';
import { type Known, known, unknown } from '../../model/known.ts';
import type { OnGitHub } from '../../model/on-github.ts';
import type { Directory } from '../../model/ports.ts';
import { type Client, fetchPages, fetchStatus } from './client.ts';
import { isNotFound, Refused, Unreachable } from './errors.ts';
import { lookUpAccounts } from './look-up-accounts.ts';
import { lookUpTeams } from './look-up-teams.ts';

/** @returns GitHub's people, teams and labels as whoever the client is signed in as may see them. */
export function directoryOf(client: Client): Directory {
  return {
    accounts: (logins) => orUnknown(async () => known(await lookUpAccounts(client, logins))),
    members: (organisation) => orUnknown(() => listMembers(client, organisation)),
    teams: (organisation, slugs) => orUnknown(async () => known(await lookUpTeams(client, organisation, slugs))),
    labels: (repository) => orUnknown(() => listLabels(client, repository)),
  };
}

/** What GitHub does not tell is unknown; anything else that goes wrong is a mistake of ours. */
async function orUnknown<T>(ask: () => Promise<Known<T>>): Promise<Known<T>> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Refused || error instanceof Unreachable) return unknown(error.message);
    throw error;
  }
}

/**
 * Whoever is not let into the organisation is given its public members without a word about the others. Asked about one
 * of them, GitHub tells whether it answers from all members (204) or sends on to the public ones (302).
 * Source: GitHub docs, REST API, Organization members, Check organization membership for a user.
 */
async function listMembers(client: Client, org: string): Promise<OnGitHub['members']> {
  const members = await fetchPages<{ login: string }>(client, 'GET /orgs/{org}/members', { org }).catch(nullIfNotFound);
  if (members === null) return unknown(`${org} is no organisation that this token may see`);
  const [first] = members;
  if (!first) return unknown(concealed(org));
  const parameters = { org, username: first.login };
  const status = await fetchStatus(client, 'GET /orgs/{org}/members/{username}', parameters);
  return status === 204 ? known(new Set(members.map(({ login }) => login.toLowerCase()))) : unknown(concealed(org));
}

function nullIfNotFound(error: unknown): null {
  if (isNotFound(error)) return null;
  throw error;
}

const concealed = (org: string) => `this token is shown only those members of ${org} who are public`;

async function listLabels(client: Client, { owner, name }: RepositoryRef): Promise<OnGitHub['labels']> {
  const labels = await fetchPages<{ name: string }>(client, 'GET /repos/{owner}/{repo}/labels', { owner, repo: name });
  return known(labels.map((label) => label.name));
}
