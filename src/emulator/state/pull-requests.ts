import type { Account, Commit, Issue, Repository } from './entities.ts';

/** What a pull request has besides the issue that it is too: title, text, state and comments are the issue's. */
export interface PullRequest {
  id: number;
  nodeId: string;
  issue: Issue;
  /** The branch that the change is for, and its commit when the pull request was opened. */
  base: { ref: string; commit: Commit };
  /** Where the change is: the same repository or a fork of it. */
  head: { ref: string; repository: Repository };
  reviews: Review[];
  /** Of all reviews, the oldest first. */
  reviewComments: ReviewComment[];
}

export interface Review {
  id: number;
  nodeId: string;
  pull: PullRequest;
  author: Account;
  body: string;
  commit: Commit;
  submittedAt: string;
}

export type Side = 'LEFT' | 'RIGHT';

export interface ReviewComment extends Anchor {
  id: number;
  nodeId: string;
  review: Review;
  author: Account;
  body: string;
  /** The part of the diff above the comment, its own line last. */
  diffHunk: string;
  createdAt: string;
  updatedAt: string;
}

/** The lines of a diff that a comment is about; `startLine` is null where it is about one. */
export interface Anchor {
  path: string;
  line: number;
  side: Side;
  startLine: number | null;
  startSide: Side | null;
}

/** @returns the last commit of the branch that a pull request wants merged. */
export function headCommit({ head, issue }: PullRequest): Commit {
  const commit = head.repository.branches.get(head.ref);
  if (!commit) throw new Error(`pull request ${issue.number} has lost its branch`);
  return commit;
}
