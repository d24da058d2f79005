export interface Entity {
  id: number;
  nodeId: string;
}

export interface Account extends Entity {
  kind: 'User' | 'Organization' | 'Bot';
  login: string;
  name: string | null;
  createdAt: string;
  /** Logins of an organisation's members, in lower case; empty for everyone else. */
  members: Set<string>;
  /** Those of the members who own the organisation. */
  admins: Set<string>;
  /** Those of the members who show their membership to everyone. */
  publicMembers: Set<string>;
  /** An organisation's teams by slug. */
  teams: Map<string, Team>;
}

export interface Team extends Entity {
  kind: 'Team';
  organization: Account;
  name: string;
  slug: string;
  /** A closed team is visible to every member of the organisation, a secret one to its own. */
  privacy: 'closed' | 'secret';
  parent: Team | null;
  /** Logins in lower case of its own members, maintainers among them, without those of child teams. */
  members: Set<string>;
  maintainers: Set<string>;
  createdAt: string;
}

/** An account that nobody belongs to yet. */
export function createAccount(
  parts: Pick<Account, 'kind' | 'id' | 'nodeId' | 'login' | 'name' | 'createdAt'>,
): Account {
  return { ...parts, members: new Set(), admins: new Set(), publicMembers: new Set(), teams: new Map() };
}
