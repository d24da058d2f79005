import type { Blob, Commit, Repository, Signature } from '../state/entities.ts';
import { gitNodeId } from '../state/ids.ts';
import { everythingBelow, type Tree } from '../state/tree.ts';
import type { World } from '../world.ts';
import { userShape } from './account.ts';
import { encodePath, filePage, repositoryApi, repositoryPage } from './addresses.ts';

const unsigned = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };

/** A `commit`; source: GitHub docs, REST API, Commits. */
export function commitShape(world: World, commit: Commit) {
  const api = repositoryApi(world, commit.repository);
  const page = repositoryPage(world, commit.repository);
  const url = `${api}/commits/${commit.sha}`;
  return {
    sha: commit.sha,
    node_id: commit.nodeId,
    url,
    html_url: `${page}/commit/${commit.sha}`,
    comments_url: `${url}/comments`,
    commit: {
      url: `${api}/git/commits/${commit.sha}`,
      author: signatureShape(commit.author),
      committer: signatureShape(commit.committer),
      message: commit.message,
      tree: { sha: commit.treeSha, url: `${api}/git/trees/${commit.treeSha}` },
      comment_count: 0,
      verification: unsigned,
    },
    author: accountShape(world, commit.author),
    committer: accountShape(world, commit.committer),
    parents: commit.parents.map(({ sha }) => ({
      sha,
      url: `${api}/commits/${sha}`,
      html_url: `${page}/commit/${sha}`,
    })),
  };
}

function accountShape(world: World, { account }: Signature) {
  return account && userShape(world, account);
}

export function signatureShape({ name, email, at }: Signature) {
  return { name, email, date: at };
}

/** A `git-commit`: what git knows of a commit, and nobody's account. */
export function gitCommitShape(world: World, commit: Commit) {
  const { sha, node_id, html_url, commit: git, parents } = commitShape(world, commit);
  const { url, author, committer, message, tree, verification } = git;
  return { sha, node_id, url, html_url, author, committer, message, tree, parents, verification };
}

/** A `git-ref`; source: GitHub docs, REST API, Git references. */
export function refShape(world: World, repository: Repository, ref: string, { sha }: Commit) {
  const api = `${repositoryApi(world, repository)}/git`;
  const object = { type: 'commit', sha, url: `${api}/commits/${sha}` };
  return { ref, node_id: gitNodeId('Ref', repository.id, ref), url: `${api}/${ref}`, object };
}

/** A `git-tree`, of the folder alone or of all below it. */
export function treeShape(world: World, tree: Tree, { isDeep }: { isDeep: boolean }) {
  const { repository } = tree;
  const api = `${repositoryApi(world, repository)}/git`;
  const entries = isDeep ? everythingBelow(tree) : tree.entries;
  const within = tree.path === '' ? 0 : tree.path.length + 1;
  const listed = entries.map(({ path, mode, type, sha }) => ({
    path: path.slice(within),
    mode,
    type,
    sha,
    ...(type === 'blob' ? { size: repository.blobs.get(sha)?.content.length ?? 0 } : {}),
    ...(type === 'commit' ? {} : { url: `${api}/${type}s/${sha}` }),
  }));
  return { sha: tree.sha, url: `${api}/trees/${tree.sha}`, tree: listed, truncated: false };
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
