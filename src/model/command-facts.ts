import type { Decision } from './decision.ts';
import type { Actor, Ancestry, IssueRef, RepositoryRef } from './facts.ts';
import type { Known } from './known.ts';

/** Roles on a repository, each with all that those before it may. Source: GitHub docs, Repository roles. */
export const repositoryRoles = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const;
export type RepositoryRole = (typeof repositoryRoles)[number];

/** Whoever gives a command, as far as it says what they may do. */
export interface Giver {
  actor: Actor;
  /** The `role_name` of their permission, never the `author_association`; a custom role counts as what it is based on. */
  role: Known<RepositoryRole>;
  /** Not known where the members can't be read, and where the repository belongs to a person. */
  isMember: Known<boolean>;
  /** Whether they are in the team, by its slug; of one that isn't here nothing is known. */
  teams: Record<string, Known<boolean>>;
}

/** What commands name, to be looked up before they are obeyed. */
export interface CommandNeeds {
  /** Of whoever gives them: their role, whether they are a member, and which teams they may be in, by slug. */
  role: boolean;
  membership: boolean;
  teams: string[];
  /** The repository's labels. */
  labels: boolean;
  /** The repository's milestones, closed ones too. */
  milestones: boolean;
  logins: string[];
  issues: IssueRef[];
  repositories: RepositoryRef[];
  /** What is kept of decisions about the issue. */
  decisions: boolean;
  /** What would go from one milestone into another, by what stands behind the command. */
  rollovers: string[];
}

/** Open issues of a milestone that would go into another, and those that stay; each as `owner/repo#12`. */
export interface RolloverList {
  moves: { issue: string; title: string }[];
  stays: { issue: string; title: string; because: string }[];
  /** How many GitHub did not give. */
  unread: number;
}

/** An issue that a command names. */
export interface NamedIssue {
  ref: IssueRef;
  title: string;
  state: 'open' | 'closed';
  isPullRequest: boolean;
  ancestry: Ancestry;
  /** How many sub-issues it has. */
  children: number;
}

/** A repository that a command names. */
export interface NamedRepository {
  ref: RepositoryRef;
  archived: boolean;
  hasIssues: boolean;
  isPrivate: boolean;
  /** Role of whoever gives the command. */
  role: Known<RepositoryRole>;
}

/** What the names in commands are held against: at least what was asked for. Keys are in small letters. */
export interface CommandGround {
  labels: Known<string[]>;
  milestones: Known<{ number: number; title: string; state: 'open' | 'closed' }[]>;
  /** By login: the account's own spelling, `null` where there is none or it can't be assigned. */
  assignable: Known<Map<string, string | null>>;
  /** By `owner/repo#12`; `null` where there is none, or none that may be seen. */
  issues: Known<Map<string, NamedIssue | null>>;
  /** By `owner/repo`; likewise. */
  repositories: Known<Map<string, NamedRepository | null>>;
  /** Whether the issue's own repository is private. */
  isPrivate: Known<boolean>;
  /** Decisions about the issue, oldest first; none where none are kept, as in the Action. */
  decisions: Decision[];
  /** By what stands behind the command; left out until it is known that whoever asks may. */
  rollovers?: ReadonlyMap<string, Known<RolloverList>>;
}
