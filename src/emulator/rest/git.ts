import { type Answer, type Call, ok, type Routes, rawAnswer } from '../http/call.ts';
import { mediaParameter } from '../http/media-type.ts';
import { paginate } from '../http/paginate.ts';
import { notFound } from '../refusal.ts';
import { repositoryApi, repositoryPage } from '../shapes/addresses.ts';
import { fileShape, linesIn } from '../shapes/file.ts';
import { commitShape, encodedContent, treeShape } from '../shapes/git.ts';
import { diffBetween } from '../state/diff.ts';
import { findTree } from '../state/find-tree.ts';
import { resolveCommit } from '../state/git.ts';
import { historyOf } from '../state/history.ts';
import { treeAt } from '../state/tree.ts';
import { diffAnswer } from './diff-answer.ts';
import { commitNamed, repositoryOf } from './targets.ts';

/** Source: GitHub docs, REST API: Git blobs, Commits, Branches. */
export const gitRoutes: Routes = {
  'GET /repos/{owner}/{repo}/git/blobs/{file_sha}': (call) => {
    const repository = repositoryOf(call);
    const blob = repository.blobs.get(call.params.file_sha ?? '');
    if (!blob) throw notFound();
    if (mediaParameter(call.headers) === 'raw') return rawAnswer(blob.content, 'raw');
    const url = `${repositoryApi(call.world, repository)}/git/blobs/${blob.sha}`;
    return ok({ sha: blob.sha, node_id: blob.nodeId, size: blob.content.length, url, ...encodedContent(blob) });
  },
  'GET /repos/{owner}/{repo}/git/trees/{tree_sha}': readTree,
  'GET /repos/{owner}/{repo}/commits': (call) => {
    const head = resolveCommit(repositoryOf(call), call.query.get('sha') ?? 'HEAD');
    if (!head) throw notFound();
    const path = call.query.get('path');
    return paginate(call, historyOf(head, path ?? undefined), (commit) => commitShape(call.world, commit));
  },
  'GET /repos/{owner}/{repo}/commits/{+ref}': (call) => {
    const commit = commitNamed(repositoryOf(call), call.params.ref ?? '');
    const ends = { before: commit.parents[0], after: commit };
    const text = diffAnswer(call, () => ends);
    if (text) return text;
    if (mediaParameter(call.headers) === 'sha') return rawAnswer(commit.sha, 'sha');
    const files = diffBetween(ends.before, ends.after);
    const [additions, deletions] = [linesIn(files, 'additions'), linesIn(files, 'deletions')];
    return ok({
      ...commitShape(call.world, commit),
      stats: { total: additions + deletions, additions, deletions },
      files: files.map((file) => fileShape(call.world, file, ends)),
    });
  },
  'GET /repos/{owner}/{repo}/branches/{+branch}': (call) => {
    const repository = repositoryOf(call);
    const name = call.params.branch ?? '';
    const commit = repository.branches.get(name);
    if (!commit) throw notFound('Branch not found');
    const self = `${repositoryApi(call.world, repository)}/branches/${name}`;
    const html = `${repositoryPage(call.world, repository)}/tree/${name}`;
    const commitOf = commitShape(call.world, commit);
    return ok({ name, commit: commitOf, _links: { self, html }, ...unprotected, protection_url: `${self}/protection` });
  },
  'GET /repos/{owner}/{repo}/branches': (call) =>
    paginate(call, [...repositoryOf(call).branches], ([name, { sha }]) => ({
      name,
      commit: { sha, url: `${repositoryApi(call.world, repositoryOf(call))}/commits/${sha}` },
      protected: false,
    })),
};

const unprotected = {
  protected: false,
  protection: { enabled: false, required_status_checks: { enforcement_level: 'off', contexts: [], checks: [] } },
};

function readTree(call: Call): Answer {
  const files = findTree(repositoryOf(call), call.params.tree_sha ?? '');
  const tree = files && treeAt(files, '');
  if (!tree) throw notFound();
  return ok(treeShape(call.world, tree, { isDeep: call.query.has('recursive') }));
}
