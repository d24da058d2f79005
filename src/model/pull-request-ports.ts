import type { RepositoryRef } from './facts.ts';
import type { IssueIndex } from './ports.ts';
import type {
  ChangedFile,
  Check,
  PostedCheck,
  PostedComment,
  PostedSuggestion,
  PullFacts,
  Suggestion,
} from './pull-request.ts';

/** What Remit reads and says on one pull request. Errors: rejects when GitHub does not answer or does not allow it. */
export interface PullRequestThread {
  /** The commit that the pull request would merge now. */
  headCommit(): Promise<string>;
  changedFiles(): Promise<ChangedFile[]>;
  /** The check's comments, by author and marker together, oldest first; more than one only after a race. */
  ownComments(): Promise<PostedComment[]>;
  addComment(body: string): Promise<void>;
  editComment(id: number, body: string): Promise<void>;
  /** One that is gone already is no error. */
  deleteComment(id: number): Promise<void>;
  /** By author and marker together, oldest first. */
  ownSuggestions(): Promise<PostedSuggestion[]>;
  /** Posts all of them as one review, or none. */
  suggest(suggestions: Suggestion[]): Promise<void>;
  /** One that is gone already is no error. */
  removeSuggestion(id: number): Promise<void>;
}

/**
 * The check on pull requests that wait for a milestone. Errors: rejects when GitHub does not answer or does not allow it.
 */
export interface MilestoneChecks extends Pick<IssueIndex, 'milestones'> {
  /** `null` where there is no such pull request, or it isn't open. */
  openPull(repository: RepositoryRef, number: number): Promise<PullFacts | null>;
  openPulls(repository: RepositoryRef): Promise<PullFacts[]>;
  /** The check of ours on the commit. */
  ownCheck(repository: RepositoryRef, commit: string): Promise<PostedCheck | null>;
  /** Writes the check of a commit, in the place of the one that stands there. */
  writeCheck(
    repository: RepositoryRef,
    written: { commit: string; check: Check; instead: PostedCheck | null },
  ): Promise<void>;
}
