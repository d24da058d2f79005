import { createStatus } from '../changes/statuses.ts';
import { type Call, created, nullableTextField, ok, type Routes, textField } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { invalid, notFound } from '../refusal.ts';
import { repositoryApi } from '../shapes/addresses.ts';
import { repositoryShape } from '../shapes/repository.ts';
import { simpleStatusShape, statusShape } from '../shapes/status.ts';
import { combinedState, type StatusState, statusesOf } from '../state/checks.ts';
import { resolveCommit } from '../state/git.ts';
import { commitNamed, repositoryOf, writingTo } from './targets.ts';

const states: StatusState[] = ['error', 'failure', 'pending', 'success'];

/** Source: GitHub docs, REST API, Commit statuses. */
export const statusRoutes: Routes = {
  'POST /repos/{owner}/{repo}/statuses/{sha}': (call) => {
    const { repository, actor } = writingTo(call);
    const sha = call.params.sha ?? '';
    if (!/^[0-9a-f]{40}$/.test(sha)) throw faulty('sha', 'sha must be a 40 character SHA1');
    const status = createStatus(call.world, actor, repository, {
      commit: commitNamed(repository, sha),
      state: stateAsked(call),
      context: textField(call, 'Status', 'context') ?? 'default',
      description: nullableTextField(call, 'Status', 'description') ?? null,
      targetUrl: nullableTextField(call, 'Status', 'target_url') ?? null,
    });
    return created(statusShape(call.world, status));
  },
  'GET /repos/{owner}/{repo}/commits/{+ref}/statuses': (call) => {
    const repository = repositoryOf(call);
    const commit = commitNamed(repository, call.params.ref ?? '');
    const all = statusesOf(call.world.state, { repository, commit }, 'all');
    return paginate(call, all, (status) => statusShape(call.world, status));
  },
  'GET /repos/{owner}/{repo}/commits/{+ref}/status': readCombined,
};

function readCombined(call: Call) {
  const { world } = call;
  const repository = repositoryOf(call);
  const commit = resolveCommit(repository, call.params.ref ?? '');
  if (!commit) throw notFound();
  const latest = statusesOf(world.state, { repository, commit }, 'latest');
  const { body, headers } = paginate(call, latest, (status) => simpleStatusShape(world, status));
  const commit_url = `${repositoryApi(world, repository)}/commits/${commit.sha}`;
  const answer = ok({
    state: combinedState(latest),
    statuses: body,
    sha: commit.sha,
    total_count: latest.length,
    repository: repositoryShape(world, repository),
    commit_url,
    url: `${commit_url}/status`,
  });
  return { ...answer, ...(headers ? { headers } : {}) };
}

function stateAsked(call: Call): StatusState {
  const value = textField(call, 'Status', 'state');
  const found = states.find((state) => state === value);
  if (!found) throw faulty('state', 'state is not included in the list');
  return found;
}

function faulty(field: string, message: string) {
  return invalid({ resource: 'Status', field, code: 'custom', message });
}
