import { ok, type Routes } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { notFound, unprocessable } from '../refusal.ts';
import { repositoryApi } from '../shapes/addresses.ts';
import { commitFilesShape, commitShape, encodedContent } from '../shapes/git.ts';
import { historyOf, resolveCommit } from '../state/git.ts';
import { repositoryOf } from './targets.ts';

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
  'GET /repos/{owner}/{repo}/commits': (call) => {
    const head = resolveCommit(repositoryOf(call), call.query.get('sha') ?? 'HEAD');
    if (!head) throw notFound();
    const path = call.query.get('path');
    return paginate(call, historyOf(head, path ?? undefined), (commit) => commitShape(call.world, commit));
  },
  'GET /repos/{owner}/{repo}/commits/{+ref}': (call) => {
    const ref = call.params.ref ?? '';
    const commit = resolveCommit(repositoryOf(call), ref);
    if (!commit) throw unprocessable(`No commit found for SHA: ${ref}`);
    return ok({ ...commitShape(call.world, commit), files: commitFilesShape(commit) });
  },
  'GET /repos/{owner}/{repo}/branches/{+branch}': (call) => {
    const repository = repositoryOf(call);
    const name = call.params.branch ?? '';
    const commit = repository.branches.get(name);
    if (!commit) throw notFound('Branch not found');
    const self = `${repositoryApi(call.world, repository)}/branches/${name}`;
    return ok({ name, commit: commitShape(call.world, commit), _links: { self, html: self }, protected: false });
  },
  'GET /repos/{owner}/{repo}/branches': (call) =>
    paginate(call, [...repositoryOf(call).branches], ([name, { sha }]) => ({
      name,
      commit: { sha },
      protected: false,
    })),
};
