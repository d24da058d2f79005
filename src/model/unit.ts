import type { GivenCommands } from './commands.ts';
import type { Push } from './commit-check.ts';
import type { IssueRef, RepositoryRef } from './facts.ts';
import type { LabelRename } from './label-rename.ts';
import type { LabelChanges, SweepReason } from './upkeep-ports.ts';

/** A piece of work: something that may have changed. What exactly is read when the work is done. */
export type Unit =
  | { kind: 'issue'; ref: IssueRef; isPullRequest?: true }
  /** What somebody asks for, which nothing but the delivery says; one look at the issue does not stand for it. */
  | { kind: 'commands'; ref: IssueRef; given: GivenCommands }
  /**
   * What is below an issue of the repository's, on all levels: whether it is an epic, and an open one, may have changed.
   * `from` is the id of the job that began with it, where this is of a level below.
   */
  | { kind: 'children'; repository: RepositoryRef; number: number; from?: string }
  /** Every open issue of the repository, or those with the label or milestone. */
  | { kind: 'issues'; repository: RepositoryRef; only?: { label?: string; milestone?: string } }
  /** Files of the default branch changed; matters only if they govern. No paths: which ones isn't known. */
  | { kind: 'files'; repository: RepositoryRef; paths: string[]; push?: Push }
  /** What pull requests wait for a milestone, all that are open, or the one of the number. */
  | { kind: 'gates'; repository: RepositoryRef; number?: number }
  /** What is open in a milestone goes into another, as it was asked for at that moment, in ISO 8601. */
  | { kind: 'rollover'; repository: RepositoryRef; from: number; to: string; since: string }
  /** GitHub's log of deliveries, which tells of those that were lost. */
  | { kind: 'deliveries' }
  /** A lost delivery, to be made again from one of its attempts. */
  | { kind: 'redelivery'; attempt: string; guid: string }
  /** Every installation of the App: the repositories of each are to be swept. */
  | { kind: 'installations' }
  /** The App was uninstalled: nothing can be done for the installation any more. */
  | { kind: 'departure' }
  /** The installation's repositories, all of them or some, which are to be swept. */
  | { kind: 'repositories'; why: SweepReason; only: RepositoryRef[] | null }
  /** A sweep of a repository, to go on with its next step. */
  | {
      kind: 'sweep';
      repository: RepositoryRef;
      why: SweepReason;
      sweep: string;
      step: number;
      /** What became of labels before it began. */
      labels?: LabelChanges;
    }
  /** An open issue that gets another label beside one that can't be renamed, and is looked at then. */
  | { kind: 'relabel'; ref: IssueRef; rename: LabelRename };
