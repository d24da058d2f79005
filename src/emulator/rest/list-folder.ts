import { type Answer, type Call, ok } from '../http/call.ts';
import { notFound } from '../refusal.ts';
import { encodePath, repositoryApi, repositoryPage } from '../shapes/addresses.ts';
import { contentShape } from '../shapes/git.ts';
import type { Commit } from '../state/entities.ts';

/** What `GET …/contents/{folder}` gives: files and folders directly in it, by name. */
export function listFolder(call: Call, commit: Commit, ref: string, folder: string): Answer {
  const prefix = folder === '' ? '' : `${folder}/`;
  const below = [...commit.tree.keys()].filter((path) => path.startsWith(prefix));
  if (below.length === 0 && folder !== '') throw notFound();
  const names = [...new Set(below.map((path) => path.slice(prefix.length).split('/')[0] ?? ''))].sort();
  return ok(names.map((name) => entryShape(call, commit, ref, prefix + name)));
}

function entryShape(call: Call, commit: Commit, ref: string, path: string) {
  const { repository } = commit;
  const blob = repository.blobs.get(commit.tree.get(path) ?? '');
  if (blob) return contentShape(call.world, repository, ref, path, blob);
  const url = `${repositoryApi(call.world, repository)}/contents/${encodePath(path)}?ref=${encodeURIComponent(ref)}`;
  const page = `${repositoryPage(call.world, repository)}/tree/${ref}/${encodePath(path)}`;
  const name = path.split('/').at(-1) ?? path;
  const links = { self: url, git: null, html: page };
  return {
    type: 'dir',
    name,
    path,
    sha: commit.treeSha,
    size: 0,
    url,
    html_url: page,
    git_url: null,
    download_url: null,
    _links: links,
  };
}
