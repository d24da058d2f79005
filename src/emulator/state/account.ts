export type Role = 'none' | 'read' | 'triage' | 'write' | 'maintain' | 'admin';

export interface Entity {
  id: number;
  nodeId: string;
}

export interface Account extends Entity {
  kind: 'User' | 'Organization' | 'Bot';
  login: string;
  name: string | null;
  description: string | null;
  createdAt: string;
  /** Logins of an organisation's members, in lower case; empty for everyone else. */
  members: Set<string>;
  /** Those of the members who own the organisation. */
  admins: Set<string>;
  /** Those of the members who show their membership to everyone. */
  publicMembers: Set<string>;
  /** What members may do in every repository of their organisation. */
  baseRole: Role;
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
  description: string | null;
  /** A closed team is visible to every member of the organisation, a secret one to its own. */
  privacy: 'closed' | 'secret';
  parent: Team | null;
  /** Logins in lower case of its own members, maintainers among them, without those of child teams. */
  members: Set<string>;
  maintainers: Set<string>;
  /** What its members may do in repositories of the organisation, by their ids. */
  repositories: Map<number, Role>;
  /** What they may do where nothing else was said when the team was given a repository. */
  defaultRole: Role;
  isNotified: boolean;
  createdAt: string;
  updatedAt: string;
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
  /** What it asks for, and is allowed where it is installed. */
  permissions: Record<string, string>;
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
    description: null,
    members: new Set(),
    admins: new Set(),
    publicMembers: new Set(),
    baseRole: 'read',
    teams: new Map(),
    issueTypes: new Map(),
  };
}
