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
  /** An organisation's types of issues by database id, the oldest first. */
  issueTypes: Map<number, IssueType>;
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

export const issueTypeColors = ['gray', 'blue', 'green', 'yellow', 'orange', 'red', 'pink', 'purple'] as const;

export type IssueTypeColor = (typeof issueTypeColors)[number];

/** What kind of work an issue is, in the words of the organisation that owns its repository. */
export interface IssueType extends Entity {
  kind: 'IssueType';
  organization: Account;
  name: string;
  description: string | null;
  color: IssueTypeColor | null;
  /** One that is not enabled stays on the issues that have it and is offered to no other. */
  isEnabled: boolean;
  createdAt: string;
  updatedAt: string;
}

export interface App extends Entity {
  slug: string;
  name: string;
  bot: Account;
  createdAt: string;
}

export interface Installation extends Entity {
  account: Account;
  permissions: Record<string, string>;
  /** Of the repositories that it is for, or all of the account's. */
  repositoryIds: number[] | 'all';
  /** Null while it is not suspended. */
  suspendedAt: string | null;
  suspendedBy: Account | null;
  createdAt: string;
  updatedAt: string;
}

/** Who signs a commit. */
export interface Signature {
  name: string;
  email: string;
  /** ISO 8601, in seconds. */
  at: string;
  /** Whose address it is; null for nobody’s here. */
  account: Account | null;
}

/** An account that nobody belongs to yet. */
export function createAccount(
  parts: Pick<Account, 'kind' | 'id' | 'nodeId' | 'login' | 'name' | 'createdAt'>,
): Account {
  return {
    ...parts,
    members: new Set(),
    admins: new Set(),
    publicMembers: new Set(),
    teams: new Map(),
    issueTypes: new Map(),
  };
}
