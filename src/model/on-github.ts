import type { Known } from './known.ts';

/** What GitHub says of the people and labels that a charter names. Keys are in small letters. */
export interface OnGitHub {
  /** By login as the charter has it. */
  accounts: Known<Map<string, Account>>;
  /** Logins of the organisation's members. */
  members: Known<Set<string>>;
  /** By organisation and slug, `octo-org/docs-leads`; a team that may not be seen is not among them. */
  teams: Known<Map<string, Team>>;
  /** Names of the repository's labels. */
  labels: Known<string[]>;
}

/** The account's login now, or that there is none. */
export type Account = { login: string } | 'gone';

export interface Team {
  name: string;
  /** Logins. */
  members: Set<string>;
}
