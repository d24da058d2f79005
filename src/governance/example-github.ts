import { type Known, known, unknown } from '../model/known.ts';
import type { Account, OnGitHub, Team } from '../model/on-github.ts';

/** What GitHub says in an example; what is left out is not known. */
export function githubSays({
  accounts,
  members,
  teams,
  labels,
}: {
  /** By login: the login of today, or that there is none. */
  accounts?: Record<string, string | null>;
  members?: string[];
  /** Members by team: `octo-org/docs-leads`. */
  teams?: Record<string, string[]>;
  labels?: string[];
}): OnGitHub {
  const entries = Object.entries(accounts ?? {}).map(([login, now]): [string, Account] => [
    login,
    now === null ? 'gone' : { login: now },
  ]);
  const teamEntries = Object.entries(teams ?? {}).map(([name, logins]): [string, Team] => [
    name,
    { name, members: new Set(logins) },
  ]);
  return {
    accounts: accounts ? known(new Map(entries)) : hidden,
    members: members ? known(new Set(members)) : hidden,
    teams: teams ? known(new Map(teamEntries)) : hidden,
    labels: labels ? known(labels) : hidden,
  };
}

const hidden: Known<never> = unknown('this token may not read it');
