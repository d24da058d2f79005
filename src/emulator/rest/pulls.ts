import { ok, type Routes } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { fileShape, pullShape } from '../shapes/pull-request.ts';
import { diffOf } from '../state/diff.ts';
import { pullIn, repositoryOf } from './targets.ts';

/** Source: GitHub docs, REST API, Pull requests. */
export const pullRoutes: Routes = {
  'GET /repos/{owner}/{repo}/pulls/{pull_number}': (call) =>
    ok(pullShape(call.world, pullIn(repositoryOf(call), call))),
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files': (call) => {
    const pull = pullIn(repositoryOf(call), call);
    return paginate(call, diffOf(pull), (file) => fileShape(call.world, pull, file));
  },
};
