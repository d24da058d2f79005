import type { Blob, Commit, Repository } from '../state/entities.ts';
import { signatureOf } from '../state/git.ts';
import type { World } from '../world.ts';
import { userShape } from './account.ts';
import { encodePath, filePage, repositoryApi, repositoryPage } from './addresses.ts';

/** A `commit`; source: GitHub docs, REST API, Commits. */
export function commitShape(world: World, commit: Commit) {
  const api = repositoryApi(world, commit.repository);
  const page = repositoryPage(world, commit.repository);
  const url = `${api}/commits/${commit.sha}`;
  const parents = commit.parent ? [commit.parent] : [];
  return {
    sha: commit.sha,
    node_id: commit.nodeId,
    url,
    html_url: `${page}/commit/${commit.sha}`,
    comments_url: `${url}/comments`,
    commit: {
      url: `${api}/git/commits/${commit.sha}`,
      author: signatureShape(commit),
      committer: signatureShape(commit),
      message: commit.message,
      tree: { sha: commit.treeSha, url: `${api}/git/trees/${commit.treeSha}` },
      comment_count: 0,
      verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
    },
    author: userShape(world, commit.author),
    committer: userShape(world, commit.author),
    parents: parents.map(({ sha }) => ({ sha, url: `${api}/commits/${sha}`, html_url: `${page}/commit/${sha}` })),
  };
}

export function commitFilesShape(commit: Commit) {
  const of = (status: string) => (filename: string) => ({ filename, status, sha: commit.tree.get(filename) ?? null });
  return [
    ...commit.added.map(of('added')),
    ...commit.modified.map(of('modified')),
    ...commit.removed.map(of('removed')),
  ];
}

export function signatureShape(commit: Commit) {
  return { ...signatureOf(commit.author), date: commit.committedAt };
}

/** A `content-file` or, without its text, an entry of a listed folder. */
export function contentShape(world: World, repository: Repository, ref: string, path: string, blob: Blob) {
  const api = repositoryApi(world, repository);
  const url = `${api}/contents/${encodePath(path)}?ref=${encodeURIComponent(ref)}`;
  const gitUrl = `${api}/git/blobs/${blob.sha}`;
  const page = filePage(world, repository, ref, path);
  return {
    type: 'file',
    name: path.split('/').at(-1) ?? path,
    path,
    sha: blob.sha,
    size: blob.content.length,
    url,
    html_url: page,
    git_url: gitUrl,
    download_url: page.replace('/blob/', '/raw/'),
    _links: { self: url, git: gitUrl, html: page },
  };
}

export function encodedContent(blob: Blob) {
  // GitHub breaks base64 after 60 characters.
  return { encoding: 'base64', content: blob.content.toString('base64').replace(/.{1,60}/g, '$&\n') };
}
