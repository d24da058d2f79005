import { createCheckRun, rerequestCheckRun, updateCheckRun } from '../changes/check-runs.ts';
import { actorOf, type Call, created, ok, type Routes } from '../http/call.ts';
import { paginate, paginateWithin } from '../http/paginate.ts';
import { forbidden, notFound } from '../refusal.ts';
import { annotationShape, checkRunShape } from '../shapes/check-run.ts';
import { appOf } from '../state/app.ts';
import { type CheckRun, checkRunsOf, findCheckRun } from '../state/checks.ts';
import type { Repository } from '../state/entities.ts';
import type { Actor } from '../world.ts';
import { readCheckRunChanges, readNewCheckRun } from './read-check-run.ts';
import { commitNamed, repositoryOf, writingTo } from './targets.ts';

/** Source: GitHub docs, REST API, Check runs. */
export const checkRunRoutes: Routes = {
  'POST /repos/{owner}/{repo}/check-runs': (call) => {
    const { repository, actor } = checkingIn(call);
    const { sha, ...given } = readNewCheckRun(call.body);
    const commit = commitNamed(repository, sha);
    return created(checkRunShape(call.world, createCheckRun(call.world, actor, repository, { ...given, commit })));
  },
  'GET /repos/{owner}/{repo}/check-runs/{check_run_id}': (call) =>
    ok(checkRunShape(call.world, checkRunIn(repositoryOf(call), call))),
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}': (call) => {
    const { repository, actor } = checkingIn(call);
    const run = checkRunIn(repository, call);
    assertOwn(call, actor, run);
    updateCheckRun(call.world, actor, run, readCheckRunChanges(call.body));
    return ok(checkRunShape(call.world, run));
  },
  'GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations': (call) => {
    const run = checkRunIn(repositoryOf(call), call);
    return paginate(call, run.annotations, (annotation) => annotationShape(call.world, run, annotation));
  },
  'POST /repos/{owner}/{repo}/check-runs/{check_run_id}/rerequest': (call) => {
    const { repository, actor } = writingTo(call);
    rerequestCheckRun(call.world, actor, checkRunIn(repository, call));
    return created({});
  },
  'GET /repos/{owner}/{repo}/commits/{+ref}/check-runs': (call) => {
    const repository = repositoryOf(call);
    const commit = commitNamed(repository, call.params.ref ?? '');
    const { check_name: name, status, app_id: app, filter } = Object.fromEntries(call.query);
    const runs = checkRunsOf(call.world.state, { repository, commit }, filter === 'all' ? 'all' : 'latest')
      .filter((run) => name === undefined || run.name === name)
      .filter((run) => status === undefined || run.status === status)
      .filter((run) => app === undefined || appIdOf(call, run) === Number(app));
    return paginateWithin(call, 'check_runs', runs, (run) => checkRunShape(call.world, run));
  },
};

/** The repository and the app that checks it. @throws Refusal 403 for a person, and for an app that may not. */
function checkingIn(call: Call): { repository: Repository; actor: Actor } {
  if (actorOf(call).account.kind !== 'Bot') throw forbidden('You must authenticate via a GitHub App.');
  return writingTo(call);
}

function assertOwn(call: Call, { account }: Actor, run: CheckRun): void {
  if (run.suite.bot === account) return;
  const { id } = appOf(call.world.state, account);
  throw forbidden(`Invalid app_id \`${id}\` - check run can only be modified by the GitHub App that created it.`);
}

function checkRunIn(repository: Repository, { world, params }: Call): CheckRun {
  const run = findCheckRun(world.state, repository, Number(params.check_run_id));
  if (!run) throw notFound();
  return run;
}

function appIdOf({ world }: Call, { suite }: CheckRun): number {
  return appOf(world.state, suite.bot).id;
}
