import type { AskedBeside, People, ReadBeside } from './command-ports.ts';
import type { CommitChecks } from './commit-check.ts';
import type { Cause, Decision } from './decision.ts';
import type { DatedMilestone, IssueFacts, IssueRef, RepositoryRef } from './facts.ts';
import type { OnGitHub } from './on-github.ts';
import type { Plan } from './plan.ts';
import type { RepositoryFile } from './repository-file.ts';
import type { Unit } from './unit.ts';

/** What one read gives: the issue, and which versions of the governing files are in force right now. */
export interface IssueReading {
  issue: IssueFacts;
  /** Git's blob id by path, `null` where there is no such file. */
  blobs: Record<string, string | null>;
  /** Base of the web pages, such as `https://github.com`. */
  webUrl: string;
}

/** An issue with what commands on it are held against. */
export type AskedReading = IssueReading & ReadBeside;

/** A page of a repository's open issues, each with all that a decision rests on. */
export interface IssuePage extends Omit<IssueReading, 'issue'> {
  issues: IssueFacts[];
  /** How many open issues the repository has. */
  total: number;
  /** Where the next page begins; `null` after the last. */
  next: string | null;
  /** How many issues of this page GitHub did not give. */
  unread: number;
  /** What is left of the rate limit, in GitHub's points; `null` where GitHub says nothing of it. */
  allowance: { left: number; of: number; resetsAt: string } | null;
}

/** Which page: `neglected` are those first that nobody has touched for longest. */
export interface PageChoice {
  first: 'newest' | 'neglected';
  after: string | null;
  /** At most 100. */
  size: number;
  /** The number of a milestone: its issues only. */
  milestone?: number;
}

/** A native sub-issue, maybe of another repository. */
export interface Child {
  ref: IssueRef;
  state: 'open' | 'closed';
  /** Whether it has sub-issues itself. */
  isParent: boolean;
}

/** Reads what a decision needs, in one request. Errors: throws on a world that does not answer. */
export interface IssueReader {
  /** @returns `null` when there is no such issue (deleted, transferred, or hidden from us). */
  readIssue(ref: IssueRef, paths: string[]): Promise<IssueReading | null>;
  /** The same with more, in one request where the repository has at most 100 labels and 100 milestones. */
  readAsked(ref: IssueRef, paths: string[], beside: AskedBeside): Promise<AskedReading | null>;
  /** One request a page. @returns `null` when there is no such repository, or none that may be seen. */
  readIssuePage(repository: RepositoryRef, page: PageChoice, paths: string[]): Promise<IssuePage | null>;
  /** Numbers of the open issues, newest first; narrowed to a label or a milestone's title where given. */
  openIssues(repository: RepositoryRef, only?: { label?: string; milestone?: string }): Promise<number[]>;
  /** An issue's own sub-issues that may be seen, closed ones too. */
  childrenOf(ref: IssueRef): Promise<Child[]>;
}

/** All open issues at a glance, 100 a request. Errors: rejects on a world that does not answer. */
export interface IssueIndex {
  labelledIssues(repository: RepositoryRef): Promise<{ number: number; labels: string[] }[]>;
  /** Names of the repository's labels. */
  labels(repository: RepositoryRef): Promise<string[]>;
  /** Open ones and closed ones. */
  milestones(repository: RepositoryRef): Promise<DatedMilestone[]>;
}

/** Writes a plan's effects in one request; with none, makes no request. */
export interface IssueWriter {
  /**
   * @param ids spares looking up what was read just now.
   * @returns the number of requests that were made. Errors: rejects with an error named `Outdated` when the issue is
   * no longer what was read, so that it must be read again; with one named `Refused` when GitHub does not take something
   * of it, the rest being written.
   */
  write(issue: IssueFacts, effects: Plan['effects'], ids?: AskedReading['ids']): Promise<number>;
}

/** Reads files of a repository's default branch. */
export interface DocumentReader {
  /** One entry a path, `null` where there is no such file. Throws when a file is there but is no readable text. */
  readFiles(repository: RepositoryRef, paths: string[]): Promise<(RepositoryFile | null)[]>;
  /**
   * What the latest commits that touched a file made of it, newest first, as many as are worth looking at: `null` where
   * it was taken away, none where there is but one version to read.
   */
  readVersions(repository: RepositoryRef, path: string): Promise<(RepositoryFile | null)[]>;
}

/**
 * Looks up people, teams and labels. What GitHub does not tell, or tells only in part, is unknown with the reason; a
 * method never rejects over an answer of GitHub's.
 */
export interface Directory {
  /** The accounts of people by login, each login in small letters. */
  accounts(logins: string[]): Promise<OnGitHub['accounts']>;
  /** All members; unknown where only those would be told who show that they are. */
  members(organisation: string): Promise<OnGitHub['members']>;
  /** The teams with these slugs, with the members of teams below them. One that is not there, or is hidden, is left out. */
  teams(organisation: string, slugs: string[]): Promise<OnGitHub['teams']>;
  labels(repository: RepositoryRef): Promise<OnGitHub['labels']>;
}

/** Everything the engine needs to know and do about GitHub, for one installation. */
export interface GitHub
  extends IssueReader,
    IssueWriter,
    DocumentReader,
    CommitChecks,
    People,
    Pick<IssueIndex, 'milestones'> {
  /**
   * ISO 8601: since when Remit is there for the repository, by the App's installation or by its files; `null` where
   * nothing tells.
   */
  installedAt(repository: RepositoryRef): Promise<string | null>;
}

/** A unit of work on its way through the inbox. */
export interface Job {
  /** Unique for all time: the delivery's GUID, or one derived from it. A second with the same id is dropped. */
  id: string;
  /** 0 where it is the App's own. */
  installation: number;
  unit: Unit;
  /** ISO 8601: not before then. */
  after?: string;
  /** The event that it began with; none where nothing but time has passed. */
  cause?: Cause;
  /** Whether it gives way to all others, since nobody waits for it. */
  background?: true;
  /** Whether it was begun before: what it writes may be written already. */
  again?: true;
}

export interface Counts {
  waiting: number;
  running: number;
  dead: number;
  dueSince: string | null;
}

/** A job as the inbox keeps it. */
export interface KeptJob {
  job: Job;
  /** `later`: not due yet, put in for later or to be tried again then; `dead`: given up after the last try. */
  state: 'dead' | 'running' | 'waiting' | 'later';
  /** How often it was begun. */
  tries: number;
  /** ISO 8601: when it came, and when it is or was due. */
  came: string;
  due: string;
  /** What the last try failed with; `null` where none did. */
  failure: string | null;
}

/**
 * Does a job. Errors: whatever keeps it from being done; one that asks to wait (`model/wait.ts`) lets all jobs of the
 * installation wait, and spends no try. `isOurs` says whether it still is this process's: one that was given back, or lost to another process
 * after a long sleep, must not be written for any more.
 */
export type Handle = (job: Job, isOurs: () => boolean) => Promise<void>;

/** Durable work. What `put` has acknowledged survives a kill at any point. */
export interface Inbox {
  /** Resolves once all the jobs are stored. A job whose id is known already is dropped in silence. */
  put(jobs: Job[]): Promise<void>;
  /** @returns those of the ids that jobs have or had, as far as they are remembered: for seven days after their end. */
  known(ids: string[]): Promise<string[]>;
  /**
   * Hands jobs to `handle`, those of one issue one after the other. A job of an issue stands for all hints about that
   * issue that wait when it begins: one look sees everything that happened before it. Commands are no hints: each is
   * handed over, those of one issue in the order in which they were written, also where an earlier one has to be tried
   * again. A rejection is retried with growing pauses; after the last try the job is kept as dead. The job of a process that dies comes back by itself.
   */
  work(handle: Handle): Promise<void>;
  /** Resolves when no job is waiting or running; those to be tried again wait, those put in for later do not count. */
  idle(): Promise<void>;
  /** Jobs waiting, running and dead; ISO 8601 since when the one that waits longest is due, `null` when none waits. */
  counts(): Promise<Counts>;
  /** What is kept and not done, up to the limit: the dead first, then what runs, what waits, and what is for later. */
  list(limit: number): Promise<KeptJob[]>;
  /** Gives dead jobs all their tries again: those with these ids, or all. @returns how many there were. */
  retry(ids: string[] | 'all'): Promise<number>;
  /** Gives up jobs that are dead or not begun; their ids stay known. @returns how many there were. */
  drop(ids: string[]): Promise<number>;
  /** The same with all of an installation. */
  dropOf(installation: number): Promise<number>;
  /**
   * Takes no more, and finishes what is running; what takes too long is given back, and is done by whoever comes next.
   * @returns how many jobs were given back.
   */
  stop(): Promise<number>;
}

/** What was decided, and why, for as long as it is kept. Errors: its methods reject when the database doesn't answer. */
export interface Ledger {
  add(decision: Decision): Promise<void>;
  /** The newest decision about the issue, `null` where none is kept. */
  last(ref: IssueRef): Promise<Decision | null>;
  /** All that is kept about the issue, oldest first. */
  story(ref: IssueRef): Promise<Decision[]>;
}

export interface Clock {
  now(): Date;
}
