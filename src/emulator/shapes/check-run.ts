import { appOf } from '../state/app.ts';
import { type CheckAnnotation, type CheckRun, type CheckSuite, stateOfSuite } from '../state/checks.ts';
import type { PullRequest, Repository } from '../state/entities.ts';
import { headCommit } from '../state/git.ts';
import type { World } from '../world.ts';
import { appShape } from './account.ts';
import { filePage, pullApi, repositoryApi, repositoryPage } from './addresses.ts';

/** A `check-run`; source: GitHub docs, REST API, Check runs. */
export function checkRunShape(world: World, run: CheckRun) {
  const { repository, suite, output } = run;
  const url = `${repositoryApi(world, repository)}/check-runs/${run.id}`;
  const page = checkRunPage(world, run);
  const app = appShape(world, appOf(world.state, suite.bot), repository.owner);
  return {
    id: run.id,
    name: run.name,
    node_id: run.nodeId,
    head_sha: suite.commit.sha,
    external_id: run.externalId,
    url,
    html_url: page,
    details_url: run.detailsUrl ?? page,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: { ...output, annotations_count: run.annotations.length, annotations_url: `${url}/annotations` },
    check_suite: { id: suite.id },
    app,
    pull_requests: pullsWith(suite).map((pull) => minimalPullShape(world, pull)),
  };
}

export function checkRunPage(world: World, { repository, id }: CheckRun): string {
  return `${repositoryPage(world, repository)}/runs/${id}`;
}

/** A check run as webhooks carry it: with more of its suite. */
export function eventCheckRunShape(world: World, run: CheckRun) {
  const { app, pull_requests, ...shape } = checkRunShape(world, run);
  const { id, nodeId, branch, commit, createdAt, repository } = run.suite;
  const check_suite = {
    id,
    node_id: nodeId,
    head_branch: branch,
    head_sha: commit.sha,
    ...stateOfSuite(run.suite),
    url: `${repositoryApi(world, repository)}/check-suites/${id}`,
    before: commit.parents[0]?.sha ?? null,
    after: commit.sha,
    pull_requests,
    app,
    created_at: createdAt,
    updated_at: createdAt,
  };
  return { ...shape, check_suite, app, pull_requests };
}

/** A `check-annotation`; source: GitHub docs, REST API, List check run annotations. */
export function annotationShape(world: World, { repository, suite }: CheckRun, annotation: CheckAnnotation) {
  return {
    path: annotation.path,
    blob_href: filePage(world, repository, suite.commit.sha, annotation.path),
    start_line: annotation.startLine,
    start_column: annotation.startColumn,
    end_line: annotation.endLine,
    end_column: annotation.endColumn,
    annotation_level: annotation.level,
    title: annotation.title,
    message: annotation.message,
    raw_details: annotation.details,
  };
}

/** The open pull requests that want the commit merged; one from a fork is not among them, as GitHub has it. */
function pullsWith({ repository, commit }: CheckSuite): PullRequest[] {
  return [...repository.issues.values()].flatMap(({ pull, state }) => {
    const isOwn = pull?.head.repository === repository && state === 'open';
    return isOwn && headCommit(pull) === commit ? [pull] : [];
  });
}

/** A `pull-request-minimal`, as what a check run belongs to is told. */
function minimalPullShape(world: World, pull: PullRequest) {
  const { issue, base, head } = pull;
  const repositoryOf = (repository: Repository) => ({
    id: repository.id,
    url: repositoryApi(world, repository),
    name: repository.name,
  });
  return {
    id: pull.id,
    number: issue.number,
    url: pullApi(world, pull),
    head: { ref: head.ref, sha: headCommit(pull).sha, repo: repositoryOf(head.repository) },
    base: { ref: base.ref, sha: base.commit.sha, repo: repositoryOf(issue.repository) },
  };
}
