import { createHash } from 'node:crypto';
import type { Account, Blob, Commit, PullRequest, Repository } from './entities.ts';
import { gitNodeId } from './ids.ts';
import { register, type State } from './state.ts';
import { treeSha as rootSha } from './tree.ts';

/** The sha that git itself gives to a blob. */
export function blobSha(content: Buffer): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}

function addBlob(state: State, repository: Repository, content: Buffer): Blob {
  const sha = blobSha(content);
  const known = repository.blobs.get(sha);
  if (known) return known;
  const nodeId = gitNodeId('Blob', repository.id, sha);
  const blob: Blob = { kind: 'Blob', sha, nodeId, repository, content };
  repository.blobs.set(sha, blob);
  return register(state, blob);
}

/** What a commit does to the tree: the new content of a path, or null where the file goes. */
export type FileChanges = Record<string, Buffer | null>;

export interface NewCommit {
  branch: string;
  files: FileChanges;
  message: string;
  author: Account;
  at: string;
}

export function addCommit(
  state: State,
  repository: Repository,
  { branch, files, message, author, at }: NewCommit,
): Commit {
  const parent = repository.branches.get(branch) ?? null;
  const tree = new Map(parent?.tree);
  const touched = { added: [] as string[], modified: [] as string[], removed: [] as string[] };
  for (const [path, content] of Object.entries(files)) {
    if (content === null) {
      if (tree.delete(path)) touched.removed.push(path);
      continue;
    }
    touched[tree.has(path) ? 'modified' : 'added'].push(path);
    tree.set(path, addBlob(state, repository, content).sha);
  }
  const treeSha = rootSha(tree);
  const sha = commitSha({ treeSha, parent, message, author, at });
  const nodeId = gitNodeId('Commit', repository.id, sha);
  const commit: Commit = {
    kind: 'Commit',
    sha,
    treeSha,
    nodeId,
    repository,
    parent,
    message,
    author,
    committedAt: at,
    tree,
    ...touched,
  };
  repository.branches.set(branch, commit);
  repository.commits.set(sha, commit);
  repository.pushedAt = at;
  return register(state, commit);
}

/** @returns the commit that a branch, `HEAD`, a full ref, `pull/1/head` or a (shortened) sha names. */
export function resolveCommit(repository: Repository, ref: string): Commit | undefined {
  const pulled = /^(?:refs\/)?pull\/(\d+)\/head$/.exec(ref);
  const pull = pulled && repository.issues.get(Number(pulled[1]))?.pull;
  if (pull) return headCommit(pull);
  const name = ref.replace(/^refs\/heads\/|^heads\//, '');
  const branch = name === 'HEAD' || name === '' ? repository.defaultBranch : name;
  const named = repository.branches.get(branch) ?? repository.commits.get(ref);
  if (named || !/^[0-9a-f]{7,39}$/.test(ref)) return named;
  return [...repository.commits.values()].find((commit) => commit.sha.startsWith(ref));
}

/** @returns the last commit of the branch that a pull request wants merged. */
export function headCommit({ head, issue }: PullRequest): Commit {
  const commit = head.repository.branches.get(head.ref);
  if (!commit) throw new Error(`pull request ${issue.number} has lost its branch`);
  return commit;
}

/** @returns the commits from this one back, newest first; with a path, those that touched it or what lies below it. */
export function historyOf(commit: Commit | undefined, path?: string): Commit[] {
  const history: Commit[] = [];
  for (let at: Commit | null = commit ?? null; at; at = at.parent) {
    if (path === undefined || touches(at, path)) history.push(at);
  }
  return history;
}

function touches(commit: Commit, path: string): boolean {
  const within = (each: string) => each === path || each.startsWith(`${path}/`);
  return [commit.added, commit.modified, commit.removed].some((paths) => paths.some(within));
}

/** Whether git would take the content for binary: a NUL among its first 8,000 bytes. */
export function isBinary(content: Buffer): boolean {
  return content.subarray(0, 8000).includes(0);
}

/** The sha that git itself gives to a commit. */
function commitSha(commit: {
  treeSha: string;
  parent: Commit | null;
  message: string;
  author: Account;
  at: string;
}): string {
  const { treeSha, parent, message, author, at } = commit;
  const { name, email } = signatureOf(author);
  const signed = `${name} <${email}> ${Math.floor(Date.parse(at) / 1000)} +0000`;
  const parents = parent ? `parent ${parent.sha}\n` : '';
  const text = Buffer.from(`tree ${treeSha}\n${parents}author ${signed}\ncommitter ${signed}\n\n${message}`);
  return createHash('sha1').update(`commit ${text.length}\0`).update(text).digest('hex');
}

/** How commits name an account. */
export function signatureOf({ login, name, id }: Account): { name: string; email: string } {
  return { name: name ?? login, email: `${id}+${login}@users.noreply.example.org` };
}

/** The branches that have the commit in their history, with their last one. */
export function branchesWith({ branches }: Repository, commit: Commit): [name: string, tip: Commit][] {
  return [...branches].filter(([, tip]) => historyOf(tip).includes(commit));
}
