import { ok, type Routes } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { fileShape } from '../shapes/file.ts';
import { pullShape } from '../shapes/pull-request.ts';
import { baseOf, diffOf } from '../state/diff.ts';
import { headCommit } from '../state/git.ts';
import { pullIn, repositoryOf } from './targets.ts';

/** Source: GitHub docs, REST API, Pull requests. */
export const pullRoutes: Routes = {
  'GET /repos/{owner}/{repo}/pulls/{pull_number}': (call) =>
    ok(pullShape(call.world, pullIn(repositoryOf(call), call))),
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files': (call) => {
    const pull = pullIn(repositoryOf(call), call);
    const { repository } = pull.issue;
    const ends = { before: baseOf(pull), after: headCommit(pull), repository };
    return paginate(call, diffOf(pull), (file) => fileShape(call.world, file, ends));
  },
};
