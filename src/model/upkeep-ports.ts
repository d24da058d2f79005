import type { RepositoryRef } from './facts.ts';
import type { LabelRename } from './label-rename.ts';

/** One attempt of GitHub's to deliver an event, as its log tells. */
export interface DeliveryAttempt {
  /** The attempt's own number, in digits: it may be larger than a double is exact for. */
  id: string;
  /** The delivery's GUID, the same for all its attempts. */
  guid: string;
  event: string;
  /** ISO 8601: when it was made. */
  at: string;
  /** Whether the receiver took it. */
  isTaken: boolean;
}

/** What GitHub has delivered to the App or tried to, as far back as GitHub keeps it. */
export interface DeliveryLog {
  /**
   * The attempts since a moment (ISO 8601), newest first, a page at a time: all that failed, and of those that were taken
   * as many as GitHub gives with them. Errors: rejects on a world that does not answer.
   */
  attemptsSince(moment: string): AsyncIterable<DeliveryAttempt[]>;
  /** Has the delivery of an attempt made again. Errors: one named `Refused` when GitHub has it no more. */
  redeliver(id: string): Promise<void>;
}

/** Where the App is installed. Errors: rejects on a world that does not answer. */
export interface Installations {
  /** Ids of those that work may be done for: not those that are suspended. */
  active(): Promise<number[]>;
  /** Whether there is one of the id, be it suspended: the App may have been uninstalled. */
  isThere(installation: number): Promise<boolean>;
  /** Repositories of an installation whose issues can change: not those that are archived, or have no issues. */
  repositories(installation: number): Promise<RepositoryRef[]>;
}

/** What a sweep is for: its time has come, the App was installed, or what governs has changed. */
export type SweepReason = 'schedule' | 'installation' | 'governance';

/** What became of a repository's labels when what governs it changed. */
export interface LabelChanges {
  renamed: LabelRename[];
  /** What could not be renamed, since there is such a label: open issues with the old one get that one, too. */
  joined: LabelRename[];
  /** What GitHub does not let us rename. */
  refused: LabelRename[];
}

/** A sweep of the bot's as it is kept, while it goes on and after that. */
export interface KeptSweep {
  id: string;
  installation: number;
  repository: RepositoryRef;
  why: SweepReason;
  /** ISO 8601. */
  began: string;
  /** ISO 8601; `null` while it goes on. */
  ended: string | null;
  /** How often it was kept before. */
  step: number;
  /** What became of labels before it began; left out where nothing did. */
  labels?: LabelChanges;
  /** Where it stands and what it found, as JSON. */
  report: object;
}

/** Which sweeps: those of a repository or of an installation, those that go on; the newest, up to the limit. */
export interface SweepChoice {
  repository?: RepositoryRef;
  installation?: number;
  goingOn?: true;
  limit: number;
}

/** The bot's sweeps. Errors: its methods reject when the database doesn't answer. */
export interface SweepBook {
  read(id: string): Promise<KeptSweep | null>;
  /** Keeps the next step of a sweep. Each step is kept once: a second one, of whoever did the same, changes nothing. */
  keep(sweep: KeptSweep): Promise<void>;
  /** The newest first. */
  list(choice: SweepChoice): Promise<KeptSweep[]>;
  /** When a sweep of that repository began after an installation, in ISO 8601; `null` where none is known of. */
  arrivedAt(repository: RepositoryRef): Promise<string | null>;
}

/** What of a repository is read and changed, beside its issues, when what governs it is. Errors: as `GitHub`. */
export interface GovernedRepository {
  /** The commit that the default branch ends with; `null` where it has none. */
  headCommit(repository: RepositoryRef): Promise<string | null>;
  /** The commits up to one that touched any of the files, newest first, as many as are worth looking at. */
  commitsTouching(repository: RepositoryRef, commit: string, paths: string[]): Promise<string[]>;
  /** Names of its labels. */
  labels(repository: RepositoryRef): Promise<string[]>;
  /** @returns whether it has the new name: not where it is not there any more, or another has that name by now. */
  renameLabel(repository: RepositoryRef, rename: LabelRename): Promise<boolean>;
}

/** Up to which commit what governs a repository was carried out. Errors: rejects when the database doesn't answer. */
export interface CarriedOut {
  read(repository: RepositoryRef): Promise<string | null>;
  note(repository: RepositoryRef, commit: string): Promise<void>;
}
