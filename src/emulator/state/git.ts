import { createHash } from 'node:crypto';
import type { Blob, Commit, FileTree, PullRequest, Repository } from './entities.ts';
import { isWithin } from './history.ts';
import { gitNodeId } from './ids.ts';
import { register, type State } from './state.ts';

/** The sha that git itself gives to a blob. */
export function blobSha(content: Buffer): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}

export function addBlob(state: State, repository: Repository, content: Buffer): Blob {
  const sha = blobSha(content);
  const known = repository.blobs.get(sha);
  if (known) return known;
  const nodeId = gitNodeId('Blob', repository.id, sha);
  const blob: Blob = { kind: 'Blob', sha, nodeId, repository, content };
  repository.blobs.set(sha, blob);
  return register(state, blob);
}

export function blobAt({ repository, tree }: FileTree, path: string): Blob | undefined {
  return repository.blobs.get(tree.get(path) ?? '');
}

/** What is to be different about a tree: the new content of a path, or null where the file goes. */
export type FileChanges = Record<string, Buffer | null>;

/** @returns the files with the changes made. */
export function changeFiles(
  state: State,
  repository: Repository,
  { tree, modes }: Pick<FileTree, 'tree' | 'modes'>,
  changes: FileChanges,
): Pick<FileTree, 'tree' | 'modes'> {
  const changed = { tree: new Map(tree), modes: new Map(modes) };
  for (const [path, content] of Object.entries(changes)) {
    if (content) changed.tree.set(path, addBlob(state, repository, content).sha);
    else for (const files of [changed.tree, changed.modes]) files.delete(path);
  }
  return changed;
}

/** Names of commits that are no branches’: `refs/pull/1/head` and the like. */
const pullRef = /^(?:refs\/)?pull\/(\d+)\/head$/;

/** @returns the commit that a branch, a tag, `HEAD`, a full ref, `pull/1/head` or a (shortened) sha names. */
export function resolveCommit(repository: Repository, ref: string): Commit | undefined {
  const pull = repository.issues.get(Number(pullRef.exec(ref)?.[1]))?.pull;
  if (pull) return headCommit(pull);
  const name = ref.replace(/^refs\/heads\/|^heads\//, '');
  const branch = name === 'HEAD' || name === '' ? repository.defaultBranch : name;
  const { branches, otherRefs, commits } = repository;
  const tag = [ref, `refs/${ref}`, `refs/tags/${ref}`].map((full) => otherRefs.get(full)).find(Boolean);
  const named = branches.get(branch) ?? tag ?? commits.get(ref);
  if (named || !/^[0-9a-f]{7,39}$/.test(ref)) return named;
  return [...commits.values()].find((commit) => commit.sha.startsWith(ref));
}

/** @returns the last commit of the branch that a pull request wants merged, as long as it is open. */
export function headCommit({ head }: PullRequest): Commit {
  return head.commit;
}

/** Whether git would take the content for binary: a NUL among its first 8,000 bytes. */
export function isBinary(content: Buffer): boolean {
  return content.subarray(0, 8000).includes(0);
}

/** The branches that have the commit in their history, with their last one. */
export function branchesWith({ branches }: Repository, commit: Commit): [name: string, tip: Commit][] {
  return [...branches].filter(([, tip]) => isWithin(commit, tip));
}
