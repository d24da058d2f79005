import { createHash } from 'node:crypto';
import type { Commit } from './entities.ts';

/** A folder at a commit, as git has it. */
export interface Tree {
  kind: 'Tree';
  sha: string;
  commit: Commit;
  /** Empty for the root. */
  path: string;
  entries: TreeEntry[];
}

export interface TreeEntry {
  name: string;
  path: string;
  type: 'blob' | 'tree';
  sha: string;
}

type Files = ReadonlyMap<string, string>;

/** @returns the folder; undefined where there is none, since git keeps no empty one. */
export function treeAt(commit: Commit, path: string): Tree | undefined {
  const entries = entriesOf(commit.tree, path);
  if (entries.length === 0 && path !== '') return undefined;
  return { kind: 'Tree', sha: shaOf(entries), commit, path, entries };
}

/** The sha that git itself gives to the root of these files. */
export function treeSha(files: Files): string {
  return shaOf(entriesOf(files, ''));
}

/** @returns all that lies in a folder and in its folders. */
export function everythingBelow(tree: Tree): TreeEntry[] {
  return tree.entries.flatMap((entry) => {
    const folder = entry.type === 'tree' ? treeAt(tree.commit, entry.path) : undefined;
    return folder ? [entry, ...everythingBelow(folder)] : [entry];
  });
}

function entriesOf(files: Files, folder: string): TreeEntry[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const inside = new Map<string, string>();
  const folders = new Map<string, Map<string, string>>();
  for (const [path, sha] of files) {
    if (!path.startsWith(prefix)) continue;
    const [name = '', ...rest] = path.slice(prefix.length).split('/');
    if (rest.length === 0) inside.set(name, sha);
    else folders.set(name, (folders.get(name) ?? new Map<string, string>()).set(rest.join('/'), sha));
  }
  const blobs = [...inside].map(([name, sha]) => ({ name, path: prefix + name, type: 'blob' as const, sha }));
  const trees = [...folders].map(([name, below]) => ({
    name,
    path: prefix + name,
    type: 'tree' as const,
    sha: treeSha(below),
  }));
  return [...blobs, ...trees].sort((a, b) => Buffer.compare(sortKey(a), sortKey(b)));
}

/** Git sorts a folder as if its name ended in a slash. */
function sortKey({ name, type }: TreeEntry): Buffer {
  return Buffer.from(type === 'tree' ? `${name}/` : name);
}

function shaOf(entries: TreeEntry[]): string {
  const listing = Buffer.concat(
    entries.flatMap(({ name, type, sha }) => [
      Buffer.from(`${type === 'tree' ? '40000' : '100644'} ${name}\0`),
      Buffer.from(sha, 'hex'),
    ]),
  );
  return createHash('sha1').update(`tree ${listing.length}\0`).update(listing).digest('hex');
}
