import type { IssueTypeColor } from './state/account.ts';
import type { Role } from './state/entities.ts';
import type { ProjectRole } from './state/projects.ts';

/** What the emulated GitHub holds when it starts; every part may be left out. */
export interface Seed {
  /** What the app is allowed where it is installed, by permission; GitHub's words are `read`, `write` and `admin`. */
  app?: { slug?: string; name?: string; permissions?: Record<string, 'read' | 'write' | 'admin'> };
  users?: SeedUser[];
  organizations?: SeedOrganization[];
  repositories?: SeedRepository[];
  /** New logins by old ones, given after all the rest has happened. */
  renamed?: Record<string, string>;
}

interface SeedUser {
  login: string;
  name?: string;
  /** A login that ends in `[bot]` is a bot without being called one. */
  type?: 'User' | 'Bot';
}

export interface SeedOrganization {
  login: string;
  name?: string;
  /** Logins; who is not among the users becomes one. */
  members?: string[];
  /** Members who own the organisation. */
  admins?: string[];
  /** Members who show their membership to everyone; the others conceal it, as GitHub has it unless told. */
  publicMembers?: string[];
  description?: string;
  /** What members may do in every repository of the organisation; `read` unless said. */
  baseRole?: 'none' | 'read' | 'write' | 'admin';
  /** A parent stands before its children. */
  teams?: SeedTeam[];
  projects?: SeedProject[];
  /** In the place of Task, Bug and Feature. */
  issueTypes?: (string | SeedIssueType)[];
}

export interface SeedIssueType {
  name: string;
  description?: string;
  color?: IssueTypeColor;
  /** False for one that no more issues are given. */
  enabled?: boolean;
}

export interface SeedTeam {
  name: string;
  /** Made from the name unless given. */
  slug?: string;
  /** Name of the team that it is part of. */
  parent?: string;
  /** Logins; who is no member of the organisation becomes one. */
  members?: string[];
  maintainers?: string[];
  privacy?: 'closed' | 'secret';
  description?: string;
  /** What its members may do in repositories of the organisation, by their names. */
  repositories?: Record<string, Role>;
}

export interface SeedProject {
  title: string;
  /** 1 and on, unless said. */
  number?: number;
  description?: string;
  /** Whether everyone may read it; nobody but those with a part in it unless said, as on GitHub. */
  public?: boolean;
  /** What members of the organisation may do; `write` unless said, as on GitHub. */
  baseRole?: ProjectRole;
  /** Roles by login. */
  collaborators?: Record<string, ProjectRole>;
  /** Besides the title, by name; a list is what a single select offers. */
  fields?: Record<string, 'text' | 'number' | 'date' | string[]>;
  /** Issues of the organisation's repositories, and what the fields say of them. */
  items?: { repository: string; issue: number; values?: Record<string, string | number> }[];
}

export interface SeedRepository {
  owner: string;
  name: string;
  description?: string;
  private?: boolean;
  archived?: boolean;
  defaultBranch?: string;
  /** Texts by path, committed on the default branch. */
  files?: Record<string, string>;
  labels?: (string | { name: string; color?: string; description?: string })[];
  milestones?: (string | { title: string; state?: 'open' | 'closed'; dueOn?: string; description?: string })[];
  /** Roles by login; who is not among the users becomes one. */
  collaborators?: Record<string, Role>;
  /** Numbered from 1 in this order. */
  issues?: SeedIssue[];
  /** Numbered after the issues, in this order, unless they say their number. */
  pullRequests?: SeedPullRequest[];
}

export interface SeedIssue {
  title: string;
  body?: string;
  /** The repository's owner, or the first user where that is an organisation, unless said. */
  author?: string;
  /** Names; a label that the repository lacks is made. */
  labels?: string[];
  /** Title of one of the repository's milestones. */
  milestone?: string;
  assignees?: string[];
  /** Name of one of the organisation's types of issues. */
  type?: string;
  /** Number of an earlier issue of the repository. */
  parent?: number;
  /** Numbers of earlier issues of the repository that it waits for. */
  blockedBy?: number[];
  state?: 'open' | 'closed';
  createdAt?: string;
  comments?: { author?: string; body: string }[];
}

/** A change that is proposed for the default branch as the seed has made it by then. */
export interface SeedPullRequest {
  number?: number;
  title: string;
  body?: string;
  author: string;
  /** What its branch changes: new texts by path, null for a file that goes. */
  files: Record<string, string | null>;
  /** Whether the branch lies in a fork of the author's, and not in the repository itself. */
  fork?: boolean;
  draft?: boolean;
  state?: 'open' | 'closed' | 'merged';
  /** Logins of who is asked for a review; one who has given theirs is asked no longer. */
  reviewers?: string[];
  reviews?: { author: string; state?: 'approved' | 'changes_requested' | 'commented'; body?: string }[];
}
