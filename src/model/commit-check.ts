import type { RepositoryRef } from './facts.ts';
import type { Check } from './pull-request.ts';
import type { RepositoryFile } from './repository-file.ts';

/** The commits that a branch ended with, `null` where there was no branch before. */
export interface Push {
  before: string | null;
  after: string;
}

/** A place in a file of a commit; lines and columns count from 1. */
export interface Annotation {
  path: string;
  line: number;
  column: number;
  /** Plain text. */
  message: string;
}

/** What is said of a commit, and of lines of its files. */
export interface CommitCheck extends Check {
  annotations: Annotation[];
}

/** Judges commits. Errors: rejects when GitHub does not answer. */
export interface CommitChecks {
  /** As `readFiles`, at any commit; nothing is there where the commit itself is not. */
  readFilesAt(repository: RepositoryRef, commit: string, paths: string[]): Promise<(RepositoryFile | null)[]>;
  /**
   * Says something of a commit, unless Remit said something of it before: the commit stays the same.
   * @returns why it may not be said, in a clause; `null` once it is.
   */
  checkCommit(repository: RepositoryRef, commit: string, check: CommitCheck): Promise<string | null>;
}
