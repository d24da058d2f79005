import { userShape } from '../shapes/account.ts';
import { filePage } from '../shapes/addresses.ts';
import { checkRunPage } from '../shapes/check-run.ts';
import {
  type CheckAnnotation,
  type CheckConclusion,
  type Checked,
  type CheckRun,
  type CheckSuite,
  type CommitStatus,
  checkRunsOf,
  combinedState,
  stateOfSuite,
  statusesOf,
  suitesOf,
} from '../state/checks.ts';
import type { Commit } from '../state/entities.ts';
import type { World } from '../world.ts';
import { connect } from './connection.ts';
import { refOf } from './resolve-git.ts';
import type { Fields } from './resolvers.ts';

const checkRunFields: Fields<CheckRun> = {
  id: (run) => run.nodeId,
  databaseId: (run) => run.id,
  name: (run) => run.name,
  externalId: (run) => run.externalId,
  detailsUrl: (run, _, { world }) => run.detailsUrl ?? checkRunPage(world, run),
  status: (run) => run.status.toUpperCase(),
  conclusion: (run) => run.conclusion?.toUpperCase() ?? null,
  startedAt: (run) => run.startedAt,
  completedAt: (run) => run.completedAt,
  title: (run) => run.output.title,
  summary: (run) => run.output.summary,
  text: (run) => run.output.text,
  annotations: (run, args, { world }) =>
    connect(
      'annotations',
      run.annotations.map((each) => annotationOf(each, run, world)),
      args,
    ),
  checkSuite: (run) => run.suite,
  repository: (run) => run.repository,
  isRequired: () => false,
  url: (run, _, { world }) => checkRunPage(world, run),
  permalink: (run, _, { world }) => checkRunPage(world, run),
  resourcePath: (run, _, { world }) => checkRunPage(world, run).slice(world.url.length),
};

const checkSuiteFields: Fields<CheckSuite> = {
  id: (suite) => suite.nodeId,
  databaseId: (suite) => suite.id,
  repository: (suite) => suite.repository,
  commit: (suite) => suite.commit,
  branch: (suite) => (suite.branch === null ? null : refOf(suite.repository, suite.branch)),
  status: (suite) => stateOfSuite(suite).status.toUpperCase(),
  conclusion: (suite) => stateOfSuite(suite).conclusion?.toUpperCase() ?? null,
  createdAt: (suite) => suite.createdAt,
  updatedAt: (suite) => suite.createdAt,
  checkRuns: (suite, args) => connect('checkRuns', suite.runs, args),
};

const statusFields: Fields<CommitStatus> = {
  id: (status) => status.nodeId,
  commit: (status) => status.commit,
  context: (status) => status.context,
  state: (status) => status.state.toUpperCase(),
  description: (status) => status.description,
  targetUrl: (status) => status.targetUrl,
  creator: (status) => status.creator,
  avatarUrl: (status, _, { world }) => userShape(world, status.creator).avatar_url,
  createdAt: (status) => status.createdAt,
  isRequired: () => false,
};

export const checkTypes = { CheckRun: checkRunFields, CheckSuite: checkSuiteFields, StatusContext: statusFields };

/** What a commit answers of its checks; those of one from a fork lie where its pull request is. */
export const checkedFields: Fields<Commit> = {
  checkSuites: (commit, args, { world }) =>
    connect(
      'checkSuites',
      placesOf(commit).flatMap((place) => suitesOf(world.state, place)),
      args,
    ),
  statusCheckRollup: (commit, _, { world }) => rollupOf(world, commit),
};

/** All that was checked of a commit in one word; null where nothing was. */
export function rollupOf({ state: checks }: World, commit: Commit) {
  const runs = placesOf(commit).flatMap((place) => checkRunsOf(checks, place, 'latest'));
  const statuses = placesOf(commit).flatMap((place) => statusesOf(checks, place, 'latest'));
  const contexts = [...runs, ...statuses];
  if (contexts.length === 0) return null;
  const states = [...runs.map(stateOfRun), ...(statuses.length > 0 ? [combinedState(statuses)] : [])];
  const state = ['failure', 'pending'].find((each) => states.includes(each as (typeof states)[number])) ?? 'success';
  return {
    kind: 'StatusCheckRollup',
    id: `SCR_${commit.nodeId}`,
    repository: commit.repository,
    commit,
    state: state.toUpperCase(),
    contexts: (args: object) => connect('contexts', contexts, args),
  };
}

const failing: (CheckConclusion | null)[] = ['action_required', 'timed_out', 'cancelled', 'failure'];

function stateOfRun({ status, conclusion }: CheckRun) {
  if (status !== 'completed') return 'pending';
  return failing.includes(conclusion) ? 'failure' : 'success';
}

function placesOf(commit: Commit): Checked[] {
  const { repository } = commit;
  return [repository, repository.source].flatMap((each) => (each ? [{ repository: each, commit }] : []));
}

function annotationOf(annotation: CheckAnnotation, { repository, suite }: CheckRun, world: World) {
  return {
    path: annotation.path,
    message: annotation.message,
    title: annotation.title,
    rawDetails: annotation.details,
    annotationLevel: annotation.level.toUpperCase(),
    blobUrl: filePage(world, repository, suite.commit.sha, annotation.path),
    location: {
      start: { line: annotation.startLine, column: annotation.startColumn },
      end: { line: annotation.endLine, column: annotation.endColumn },
    },
  };
}
