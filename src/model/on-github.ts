import type { Known } from './known.ts';

/** What GitHub says of the people and labels that a charter names. Keys are in small letters. */
export interface OnGitHub {
  /** By login as the charter has it: the account's login now, or that there is none. */
  accounts: Known<Map<string, { login: string } | 'gone'>>;
  /** Logins of the organisation's members. */
  members: Known<Set<string>>;
  /** By slug. */
  teams: Known<Map<string, { name: string; members: Set<string> }>>;
  /** Names of the repository's labels. */
  labels: Known<string[]>;
}
