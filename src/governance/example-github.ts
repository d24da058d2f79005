import { type Known, known, unknown } from '../model/known.ts';
import type { Account, OnGitHub } from '../model/on-github.ts';

/** What GitHub says in an example; what is left out is not known. */
export function githubSays({
  accounts,
  members,
  labels,
}: {
  /** By login: the login of today, or that there is none. */
  accounts?: Record<string, string | null>;
  members?: string[];
  labels?: string[];
}): OnGitHub {
  const entries = Object.entries(accounts ?? {}).map(([login, now]): [string, Account] => [
    login,
    now === null ? 'gone' : { login: now },
  ]);
  return {
    accounts: accounts ? known(new Map(entries)) : hidden,
    members: members ? known(new Set(members)) : hidden,
    teams: hidden,
    labels: labels ? known(labels) : hidden,
  };
}

const hidden: Known<never> = unknown('this token may not read it');
