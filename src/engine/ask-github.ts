import { linkedTeams } from '../governance/group-teams.ts';
import { activeLeads, withOwnHandle } from '../governance/leads-of.ts';
import type { Charter } from '../model/charter.ts';
import type { RepositoryRef } from '../model/facts.ts';
import { known, unknown } from '../model/known.ts';
import type { OnGitHub } from '../model/on-github.ts';
import type { Directory } from '../model/ports.ts';

/**
 * Asks GitHub about what the charter names, and about nothing else: leads' accounts, the teams that groups link to, the
 * members of the repository's organisation, the repository's labels. Of what the charter does not name there is no
 * more to know, and no request is made. Without a repository only accounts can be known.
 */
export async function askGitHub({
  charter,
  repository,
  directory,
}: {
  charter: Charter;
  repository: RepositoryRef | null;
  directory: Directory;
}): Promise<OnGitHub> {
  const logins = withOwnHandle(activeLeads(charter), charter).map(({ handle }) => handle);
  const accounts = logins.length === 0 ? known(new Map()) : directory.accounts(logins);
  if (!repository) {
    return { accounts: await accounts, members: noRepository, teams: noRepository, labels: noRepository };
  }
  const slugs = teamsWithin(repository.owner, charter);
  const [foundAccounts, members, teams, labels] = await Promise.all([
    accounts,
    logins.length === 0 ? known(new Set<string>()) : directory.members(repository.owner),
    slugs.length === 0 ? known(new Map()) : readTeams(repository.owner, slugs, directory),
    charter.groups.length === 0 ? known([]) : directory.labels(repository),
  ]);
  return { accounts: foundAccounts, members, teams, labels };
}

/** Organisations may have teams of the same slug, and charters link to those of several. */
async function readTeams(owner: string, slugs: string[], directory: Directory): Promise<OnGitHub['teams']> {
  const teams = await directory.teams(owner, slugs);
  if (!teams.known) return teams;
  return known(new Map([...teams.value].map(([slug, team]) => [`${owner}/${slug}`.toLowerCase(), team])));
}

const noRepository = unknown('it is not known which repository this is');

/** @returns slugs of the organisation's teams that groups link to. */
function teamsWithin(organisation: string, { groups }: Charter): string[] {
  const linked = groups.filter((group) => !group.retired).flatMap(linkedTeams);
  const own = linked.filter((team) => team.organisation === organisation.toLowerCase());
  return [...new Set(own.map(({ slug }) => slug))];
}
