import type { Account, App, Entity, Installation, IssueType, Role, Signature, Team } from './account.ts';
import type { Anchor, Side } from './anchor.ts';

/** The nouns of GitHub as the emulator keeps them; `kind` is the name of their type in GitHub's GraphQL schema. */

export type StateReason = 'completed' | 'not_planned' | 'duplicate' | 'reopened';
export type ReactionContent = '+1' | '-1' | 'laugh' | 'confused' | 'heart' | 'hooray' | 'rocket' | 'eyes';

export type { Account, Anchor, App, Installation, IssueType, Role, Side, Signature, Team };

export interface Repository extends Entity {
  kind: 'Repository';
  owner: Account;
  name: string;
  description: string | null;
  isPrivate: boolean;
  isArchived: boolean;
  /** What it was forked from. */
  source: Repository | null;
  hasIssues: boolean;
  defaultBranch: string;
  createdAt: string;
  updatedAt: string;
  pushedAt: string;
  collaborators: Map<string, Role>;
  /** By name in lower case: GitHub compares the names of labels without regard to case. */
  labels: Map<string, Label>;
  milestones: Map<number, Milestone>;
  /** Pull requests too. */
  issues: Map<number, Issue>;
  /** Issues that are here no more, by the number that they had; null for one that was deleted. */
  departed: Map<number, Issue | null>;
  /** Number of open ones. */
  openIssues: number;
  lastIssueNumber: number;
  lastMilestoneNumber: number;
  branches: Map<string, Commit>;
  /** By full name, such as `refs/tags/1.4`: all but branches. */
  otherRefs: Map<string, Commit>;
  commits: Map<string, Commit>;
  blobs: Map<string, Blob>;
  /** Those that were made without a commit, by sha. */
  trees: Map<string, FileTree>;
}

export interface Label extends Entity {
  kind: 'Label';
  repository: Repository;
  name: string;
  color: string;
  description: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface Milestone extends Entity {
  kind: 'Milestone';
  repository: Repository;
  number: number;
  title: string;
  description: string | null;
  state: 'open' | 'closed';
  creator: Account;
  /** Numbers of its issues. */
  issues: { open: number; closed: number };
  dueOn: string | null;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
}

/** What an issue and a comment have in common. */
export interface Writing extends Entity {
  repository: Repository;
  author: Account;
  viaApp: App | null;
  body: string | null;
  reactions: Reaction[];
  createdAt: string;
  updatedAt: string;
  lastEditedAt: string | null;
  editor: Account | null;
}

export interface Issue extends Writing {
  kind: 'Issue';
  number: number;
  title: string;
  state: 'open' | 'closed';
  stateReason: StateReason | null;
  closedAt: string | null;
  closedBy: Account | null;
  locked: boolean;
  lockReason: string | null;
  labels: Label[];
  milestone: Milestone | null;
  assignees: Account[];
  type: IssueType | null;
  comments: IssueComment[];
  timeline: TimelineItem[];
  parent: Issue | null;
  children: Issue[];
  /** What it waits for, and what waits for it. */
  blockedBy: Issue[];
  blocking: Issue[];
  /** What it was closed as a duplicate of. */
  duplicateOf: Issue | null;
  /** What makes it a pull request; null for an issue proper. */
  pull: PullRequest | null;
}

export interface IssueComment extends Writing {
  kind: 'IssueComment';
  issue: Issue;
  body: string;
}

/** What a pull request has besides the issue that it is too: title, text, state and comments are the issue's. */
export interface PullRequest extends Entity {
  issue: Issue;
  /** The branch that the change is for, and its commit when the head was last pushed to. */
  base: { ref: string; commit: Commit };
  /** Where the change is: the same repository or a fork of it; the last commit as long as it was open. */
  head: { ref: string; repository: Repository; commit: Commit };
  /** How it came into its base; null as long as it has not. */
  merged: { at: string; by: Account; commit: Commit } | null;
  isDraft: boolean;
  /** Who was asked for a review and has not given one. */
  reviewers: Account[];
  reviewTeams: Team[];
  reviews: Review[];
  /** Of all reviews, the oldest first; those of a pending one too. */
  reviewComments: ReviewComment[];
}

/** A pending review is its author’s alone. */
export type ReviewState = 'PENDING' | 'COMMENTED' | 'APPROVED' | 'CHANGES_REQUESTED' | 'DISMISSED';

export interface Review extends Entity {
  kind: 'PullRequestReview';
  repository: Repository;
  pull: PullRequest;
  author: Account;
  body: string;
  state: ReviewState;
  commit: Commit;
  /** Null while it is pending. */
  submittedAt: string | null;
  createdAt: string;
}

export interface ReviewComment extends Entity, Anchor {
  kind: 'PullRequestReviewComment';
  repository: Repository;
  review: Review;
  author: Account;
  body: string;
  /** The first comment on the lines, which this answers. */
  inReplyTo: ReviewComment | null;
  reactions: Reaction[];
  /** The part of the diff above the comment, its own line last. */
  diffHunk: string;
  /** Lines below the first `@@` of the file's diff. */
  position: number | null;
  createdAt: string;
  updatedAt: string;
}

export interface Reaction extends Entity {
  kind: 'Reaction';
  subject: Issue | IssueComment | ReviewComment;
  user: Account;
  content: ReactionContent;
  createdAt: string;
}

export type TimelineDetail =
  | { kind: 'LabeledEvent' | 'UnlabeledEvent'; label: Label }
  | { kind: 'MilestonedEvent' | 'DemilestonedEvent'; milestoneTitle: string }
  | { kind: 'AssignedEvent' | 'UnassignedEvent'; assignee: Account }
  | { kind: 'ClosedEvent'; stateReason: StateReason | null; closer: Issue | Commit | null }
  | { kind: 'ReopenedEvent'; stateReason: StateReason | null }
  | { kind: 'MergedEvent'; commit: Commit; ref: string }
  | { kind: 'BaseRefChangedEvent'; previousRefName: string; currentRefName: string }
  | { kind: 'ReviewRequestedEvent' | 'ReviewRequestRemovedEvent'; reviewer: Account | Team }
  | { kind: 'ReviewDismissedEvent'; review: Review; previousState: ReviewState; message: string }
  | { kind: 'ReadyForReviewEvent' | 'ConvertToDraftEvent' }
  | { kind: 'MarkedAsDuplicateEvent' | 'UnmarkedAsDuplicateEvent'; canonical: Issue; duplicate: Issue }
  | { kind: 'CrossReferencedEvent'; source: Issue }
  | { kind: 'RenamedTitleEvent'; previousTitle: string; currentTitle: string }
  | { kind: 'CommentDeletedEvent'; commentAuthor: Account }
  | { kind: 'LockedEvent'; lockReason: string | null }
  | { kind: 'UnlockedEvent' | 'PinnedEvent' | 'UnpinnedEvent' }
  | { kind: 'ParentIssueAddedEvent' | 'ParentIssueRemovedEvent'; parent: Issue }
  | { kind: 'SubIssueAddedEvent' | 'SubIssueRemovedEvent'; subIssue: Issue }
  | { kind: 'BlockedByAddedEvent' | 'BlockedByRemovedEvent'; blockingIssue: Issue }
  | { kind: 'BlockingAddedEvent' | 'BlockingRemovedEvent'; blockedIssue: Issue }
  | { kind: 'TransferredEvent'; fromRepository: Repository }
  | { kind: 'IssueTypeAddedEvent' | 'IssueTypeRemovedEvent'; issueType: IssueType }
  | { kind: 'IssueTypeChangedEvent'; issueType: IssueType; prevIssueType: IssueType };

export type TimelineEvent = TimelineDetail &
  Entity & { issue: Issue; actor: Account; viaApp: App | null; createdAt: string };
export type TimelineItem = TimelineEvent | IssueComment;

export interface Blob {
  kind: 'Blob';
  sha: string;
  nodeId: string;
  repository: Repository;
  content: Buffer;
}

/** All files of a folder and of those below it. */
export interface FileTree {
  /** Where the blobs are. */
  repository: Repository;
  /** The sha of each file's blob by its path. */
  tree: ReadonlyMap<string, string>;
  /** By path, for what is no ordinary file: `100755`, `120000` for a link, `160000` for a submodule. */
  modes: ReadonlyMap<string, string>;
}

export interface Commit extends FileTree {
  kind: 'Commit';
  sha: string;
  treeSha: string;
  nodeId: string;
  /** None of the first commit, two of a merge, whose first is the branch that was merged into. */
  parents: Commit[];
  message: string;
  author: Signature;
  committer: Signature;
  /** What differs from the first parent. */
  added: string[];
  modified: string[];
  removed: string[];
}
