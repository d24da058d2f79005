import { type Answer, type Call, ok, type Routes } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { notFound } from '../refusal.ts';
import { repositoryApi, repositoryPage } from '../shapes/addresses.ts';
import { commitFilesShape, commitShape, encodedContent } from '../shapes/git.ts';
import type { Repository } from '../state/entities.ts';
import { historyOf, resolveCommit } from '../state/git.ts';
import { everythingBelow, type Tree, treeAt } from '../state/tree.ts';
import { commitNamed, repositoryOf } from './targets.ts';

/** Source: GitHub docs, REST API: Git blobs, Commits, Branches. */
export const gitRoutes: Routes = {
  'GET /repos/{owner}/{repo}/git/blobs/{file_sha}': (call) => {
    const repository = repositoryOf(call);
    const blob = repository.blobs.get(call.params.file_sha ?? '');
    if (!blob) throw notFound();
    if (/\bapplication\/vnd\.github(\.v3)?\.raw\b/.test(call.headers.accept ?? '')) {
      return {
        status: 200,
        raw: blob.content,
        headers: { 'content-type': 'application/vnd.github.raw; charset=utf-8' },
      };
    }
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
    return ok({ ...commitShape(call.world, commit), files: commitFilesShape(commit) });
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
  const repository = repositoryOf(call);
  const tree = findTree(repository, call.params.tree_sha ?? '');
  if (!tree) throw notFound();
  const api = `${repositoryApi(call.world, repository)}/git`;
  const entries = call.query.has('recursive') ? everythingBelow(tree) : tree.entries;
  const within = tree.path === '' ? 0 : tree.path.length + 1;
  const listed = entries.map(({ path, type, sha }) => ({
    path: path.slice(within),
    mode: type === 'tree' ? '040000' : '100644',
    type,
    sha,
    ...(type === 'blob' ? { size: repository.blobs.get(sha)?.content.length ?? 0 } : {}),
    url: `${api}/${type}s/${sha}`,
  }));
  return ok({ sha: tree.sha, url: `${api}/trees/${tree.sha}`, tree: listed, truncated: false });
}

/** By a commit, a branch or the tree's own sha, which may be that of a folder in any commit. */
function findTree(repository: Repository, name: string): Tree | undefined {
  const named = resolveCommit(repository, name);
  if (named) return treeAt(named, '');
  for (const commit of repository.commits.values()) {
    const root = treeAt(commit, '');
    if (!root || root.sha === name) return root;
    const folder = everythingBelow(root).find(({ sha, type }) => type === 'tree' && sha === name);
    if (folder) return treeAt(commit, folder.path);
  }
  return undefined;
}
