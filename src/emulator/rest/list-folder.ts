import { type Answer, type Call, ok } from '../http/call.ts';
import { mediaParameter } from '../http/media-type.ts';
import { notFound } from '../refusal.ts';
import { encodePath, repositoryApi, repositoryPage } from '../shapes/addresses.ts';
import { contentShape } from '../shapes/git.ts';
import type { Commit } from '../state/entities.ts';
import { type TreeEntry, treeAt } from '../state/tree.ts';

/** What `GET …/contents/{folder}` gives: files and folders directly in it, by name; on demand with the folder itself. */
export function listFolder(call: Call, commit: Commit, ref: string, folder: string): Answer {
  const tree = treeAt(commit, folder);
  if (!tree) throw notFound();
  const entries = tree.entries.map((entry) => entryShape(call, commit, ref, entry));
  if (mediaParameter(call.headers) !== 'object') return ok(entries);
  const name = folder.split('/').at(-1) ?? '';
  const self: TreeEntry = { name, path: folder, type: 'tree', mode: '040000', sha: tree.sha };
  return ok({ ...entryShape(call, commit, ref, self), entries });
}

function entryShape(call: Call, { repository }: Commit, ref: string, { name, path, sha, type }: TreeEntry) {
  const blob = type === 'blob' ? repository.blobs.get(sha) : undefined;
  if (blob) return contentShape(call.world, repository, ref, path, blob);
  const api = repositoryApi(call.world, repository);
  const url = `${api}/contents/${encodePath(path)}?ref=${encodeURIComponent(ref)}`;
  const html_url = `${repositoryPage(call.world, repository)}/tree/${ref}/${encodePath(path)}`;
  const git_url = `${api}/git/trees/${sha}`;
  const _links = { self: url, git: git_url, html: html_url };
  return { type: 'dir', name, path, sha, size: 0, url, html_url, git_url, download_url: null, _links };
}
