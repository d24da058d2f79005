import type { Known } from './known.ts';

export interface RepositoryRef {
  owner: string;
  name: string;
}

export interface IssueRef {
  owner: string;
  repository: string;
  number: number;
}

/** Whoever acts. `program` covers GitHub Apps and machine users; `nobody` is a deleted account. */
export interface Actor {
  login: string;
  kind: 'person' | 'program' | 'nobody';
  /** Remit itself, or whoever owns the token that it works with. */
  own?: true;
}

export interface LabelFact {
  /** GitHub's node id. */
  id: string;
  name: string;
}

export interface MilestoneFact {
  id: string;
  number: number;
  title: string;
  state: 'open' | 'closed';
  /** ISO 8601: since when it is closed; only where an issue's own milestone was read. */
  closedAt?: string;
  /** Whether Remit has opened it again before. */
  reopened?: true;
}

/** A milestone with the day it is due, in ISO 8601; `null` where it has none. */
export interface DatedMilestone extends MilestoneFact {
  dueOn: string | null;
}

/** A parent in the chain of native sub-issues. */
export interface Ancestor {
  ref: IssueRef;
  title: string;
  state: 'open' | 'closed';
  labels: string[];
  /** Name of the issue's type, as the organisation calls it: `Epic`. */
  type: string | null;
}

/** The chain of an issue's parents as far up as it may be seen; what is seen of it is certain. */
export interface Ancestry {
  /** The nearest first; source: GitHub docs, Adding sub-issues: up to eight levels, across repositories. */
  parents: Ancestor[];
  /** Why it isn't known what is above the last of them; `null` where nothing is. */
  hidden: string | null;
}

/** One thing that happened to the issue, oldest first in the history. */
export type Change =
  | { what: 'labeled' | 'unlabeled'; label: string; by: Actor; at: string }
  | { what: 'milestoned' | 'demilestoned'; milestone: string; by: Actor; at: string }
  | { what: 'assigned' | 'unassigned'; assignee: string; by: Actor; at: string }
  /** `null` for a parent that may not be seen. */
  | { what: 'parented' | 'unparented'; parent: IssueRef | null; by: Actor; at: string }
  /** Or overwritten, hidden mark and all. Which of Remit's comments was deleted isn't told by GitHub. */
  | { what: 'own comment deleted'; by: Actor; at: string };

/** What happened to the issue as a whole. */
export type Turn =
  | { what: 'closed' | 'reopened'; by: Actor; at: string }
  | { what: 'retitled'; from: string; to: string; by: Actor; at: string };

/** So many turns are read; what is before them is not known. */
export const mostTurns = 10;

/** A comment that Remit wrote: by its author and its marker together, never by the marker alone. */
export interface OwnComment {
  id: string;
  body: string;
}

/** Everything a decision about one issue may rest on, read in one request. */
export interface IssueFacts {
  ref: IssueRef;
  id: string;
  title: string;
  body: string;
  state: 'open' | 'closed';
  locked: boolean;
  /** Nothing can be written to an archived repository. */
  archived: boolean;
  /** Its repository has issues switched off: they can be read, and nothing can be written to one. */
  issuesDisabled: boolean;
  isPullRequest: boolean;
  author: Actor;
  /** ISO 8601, UTC. */
  createdAt: string;
  /** ISO 8601, UTC: when anybody last did anything to it, programs too. */
  updatedAt: string;
  labels: LabelFact[];
  /** Name of the issue's type; `null` where it has none, and where GitHub has no types (an older Enterprise Server). */
  type: string | null;
  milestone: MilestoneFact | null;
  /** Logins. */
  assignees: string[];
  ancestry: Ancestry;
  /** Its own sub-issues, by GitHub's count: closed ones, and all. */
  children: { done: number; of: number };
  /** As far back as it was read; see `historyIsWhole`. */
  history: Known<Change[]>;
  /** Whether no change came before those of the history: what is told by the newest changes is certain either way. */
  historyIsWhole: boolean;
  /** The last ten of them, oldest first. */
  turns: Known<Turn[]>;
  /** Slugs of the groups whom comments of Remit's told of the issue. */
  notices: Known<string[]>;
  /** `null` when there is none; more than one is a race that apply mends. */
  checklist: OwnComment | null;
  /** Further checklists of ours, to be deleted. */
  surplusChecklists: OwnComment[];
}

/** @returns the same for the same repository: GitHub takes names that differ in letter case only for one. */
export const repositoryKey = ({ owner, name }: RepositoryRef): string => `${owner}/${name}`.toLowerCase();

export const printRef = (ref: IssueRef): string => `${ref.owner}/${ref.repository}#${ref.number}`;

/** @returns the reference in `owner/repo#12`, or `null` when the text is none. */
export function parseRef(text: string): IssueRef | null {
  const match = /^([\w-]+)\/([\w.-]+)#([1-9]\d{0,8})$/.exec(text.trim());
  return match ? { owner: match[1]!, repository: match[2]!, number: Number(match[3]) } : null;
}
