import type { Account, Entity } from './account.ts';
import type { Commit, Repository } from './entities.ts';

export const checkConclusions = [
  'action_required',
  'cancelled',
  'failure',
  'neutral',
  'success',
  'skipped',
  'timed_out',
] as const;

export type CheckStatus = 'queued' | 'in_progress' | 'completed';
export type CheckConclusion = (typeof checkConclusions)[number];
export type StatusState = 'error' | 'failure' | 'pending' | 'success';

/** What one app checks of one commit. */
export interface CheckSuite extends Entity {
  kind: 'CheckSuite';
  repository: Repository;
  commit: Commit;
  /** The bot of the app. */
  bot: Account;
  /** The branch that ended with the commit when the suite was made. */
  branch: string | null;
  /** The oldest first. */
  runs: CheckRun[];
  /** Whether it was asked to check again and has not begun to. */
  isRerequested: boolean;
  createdAt: string;
}

export interface CheckRun extends Entity {
  kind: 'CheckRun';
  repository: Repository;
  suite: CheckSuite;
  name: string;
  externalId: string;
  detailsUrl: string | null;
  status: CheckStatus;
  /** Null until it is completed. */
  conclusion: CheckConclusion | null;
  startedAt: string;
  completedAt: string | null;
  output: CheckOutput;
  annotations: CheckAnnotation[];
  actions: CheckAction[];
}

export interface CheckOutput {
  title: string | null;
  summary: string | null;
  text: string | null;
}

/** Columns only where it is about one line. */
export interface CheckAnnotation {
  path: string;
  startLine: number;
  endLine: number;
  startColumn: number | null;
  endColumn: number | null;
  level: 'notice' | 'warning' | 'failure';
  message: string;
  title: string | null;
  details: string | null;
}

/** A button that a person can press; the app is told of it by the identifier. */
export interface CheckAction {
  label: string;
  description: string;
  identifier: string;
}

/** What somebody says of a commit, in a context; a later one of the same context stands for the earlier. */
export interface CommitStatus extends Entity {
  kind: 'StatusContext';
  repository: Repository;
  commit: Commit;
  state: StatusState;
  context: string;
  description: string | null;
  targetUrl: string | null;
  creator: Account;
  createdAt: string;
}

export type CheckNode = CheckSuite | CheckRun | CommitStatus;

/** Where checks and statuses are kept; the state is one. */
export interface Checks {
  checkSuites: Set<CheckSuite>;
  statuses: Set<CommitStatus>;
}

/** A commit as one repository has it: a fork has the same. */
export interface Checked {
  repository: Repository;
  commit: Commit;
}

export function suitesOf({ checkSuites }: Checks, { repository, commit }: Checked): CheckSuite[] {
  return [...checkSuites].filter((suite) => suite.repository === repository && suite.commit === commit);
}

export function findCheckRun({ checkSuites }: Checks, repository: Repository, id: number): CheckRun | undefined {
  const own = [...checkSuites].filter((suite) => suite.repository === repository);
  return own.flatMap((suite) => suite.runs).find((run) => run.id === id);
}

/** The runs of a commit, the newest first: of each app and name the last, or all. */
export function checkRunsOf(checks: Checks, checked: Checked, which: 'latest' | 'all'): CheckRun[] {
  const runs = suitesOf(checks, checked).flatMap((suite) => suite.runs);
  const newest = runs.sort((a, b) => b.id - a.id);
  return which === 'all' ? newest : firstOfEach(newest, (run) => `${run.suite.id} ${run.name}`);
}

/** The worst of its runs stands for a suite. */
const severity: CheckConclusion[] = [
  'action_required',
  'timed_out',
  'cancelled',
  'failure',
  'success',
  'neutral',
  'skipped',
];

/** What the last runs of a suite come to. */
export function stateOfSuite(suite: CheckSuite): Pick<CheckRun, 'status' | 'conclusion'> {
  const runs = firstOfEach([...suite.runs].reverse(), (run) => run.name);
  const isDone = runs.every(({ status }) => status === 'completed') && !suite.isRerequested;
  const conclusion = severity.find((each) => runs.some((run) => run.conclusion === each)) ?? null;
  if (isDone) return { status: 'completed', conclusion };
  const isBegun = !suite.isRerequested && runs.some(({ status }) => status !== 'queued');
  return { status: isBegun ? 'in_progress' : 'queued', conclusion: null };
}

/** The statuses of a commit, the newest first: of each context the last, or all. */
export function statusesOf(checks: Checks, { repository, commit }: Checked, which: 'latest' | 'all'): CommitStatus[] {
  const own = [...checks.statuses].filter((status) => status.repository === repository && status.commit === commit);
  const newest = own.reverse();
  return which === 'all' ? newest : firstOfEach(newest, (status) => status.context);
}

/** Source: GitHub docs, REST API, Commit statuses, Get the combined status. */
export function combinedState(statuses: CommitStatus[]): 'failure' | 'pending' | 'success' {
  const states = statuses.map(({ state }) => state);
  if (states.some((state) => state === 'failure' || state === 'error')) return 'failure';
  return states.length === 0 || states.includes('pending') ? 'pending' : 'success';
}

function firstOfEach<T>(all: T[], keyOf: (item: T) => string): T[] {
  const byKey = new Map<string, T>();
  for (const item of all) if (!byKey.has(keyOf(item))) byKey.set(keyOf(item), item);
  return [...byKey.values()];
}
