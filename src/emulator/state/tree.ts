import { createHash } from 'node:crypto';
import type { FileTree, Repository } from './entities.ts';

/** A folder, as git has it. */
export interface Tree {
  kind: 'Tree';
  sha: string;
  repository: Repository;
  /** What it is part of. */
  files: FileTree;
  /** Empty for the root. */
  path: string;
  entries: TreeEntry[];
}

export interface TreeEntry {
  name: string;
  path: string;
  /** A submodule is a `commit`. */
  type: 'blob' | 'tree' | 'commit';
  mode: string;
  sha: string;
}

export const fileModes = ['100644', '100755', '120000', '160000'] as const;
const usualMode = '100644';
const submodule = '160000';

/** @returns the folder; undefined where there is none, since git keeps no empty one. */
export function treeAt(files: FileTree, path: string): Tree | undefined {
  const entries = entriesOf(files, path);
  if (entries.length === 0 && path !== '') return undefined;
  return { kind: 'Tree', sha: shaOf(entries), repository: files.repository, files, path, entries };
}

/** The sha that git itself gives to the root of these files. */
export function treeSha(files: FileTree): string {
  return shaOf(entriesOf(files, ''));
}

/** @returns all that lies in a folder and in its folders. */
export function everythingBelow(tree: Tree): TreeEntry[] {
  return tree.entries.flatMap((entry) => {
    const folder = entry.type === 'tree' ? treeAt(tree.files, entry.path) : undefined;
    return folder ? [entry, ...everythingBelow(folder)] : [entry];
  });
}

/** @returns what lies in a folder as files of their own, with paths from there. */
export function filesBelow({ repository, tree, modes }: FileTree, folder: string): FileTree {
  const prefix = folder === '' ? '' : `${folder}/`;
  const below = (map: ReadonlyMap<string, string>) =>
    new Map(
      [...map].filter(([path]) => path.startsWith(prefix)).map(([path, value]) => [path.slice(prefix.length), value]),
    );
  return { repository, tree: below(tree), modes: below(modes) };
}

function entriesOf({ repository, tree, modes }: FileTree, folder: string): TreeEntry[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const found: TreeEntry[] = [];
  const folders = new Map<string, { tree: Map<string, string>; modes: Map<string, string> }>();
  for (const [path, sha] of tree) {
    if (!path.startsWith(prefix)) continue;
    const [name = '', ...rest] = path.slice(prefix.length).split('/');
    const mode = modes.get(path);
    if (rest.length === 0) {
      found.push({ name, path, type: mode === submodule ? 'commit' : 'blob', mode: mode ?? usualMode, sha });
      continue;
    }
    const below = folders.get(name) ?? { tree: new Map(), modes: new Map() };
    below.tree.set(rest.join('/'), sha);
    if (mode !== undefined) below.modes.set(rest.join('/'), mode);
    folders.set(name, below);
  }
  for (const [name, below] of folders) {
    const sha = treeSha({ repository, ...below });
    found.push({ name, path: prefix + name, type: 'tree', mode: '040000', sha });
  }
  return found.sort((a, b) => Buffer.compare(sortKey(a), sortKey(b)));
}

/** Git sorts a folder as if its name ended in a slash. */
function sortKey({ name, type }: TreeEntry): Buffer {
  return Buffer.from(type === 'tree' ? `${name}/` : name);
}

function shaOf(entries: TreeEntry[]): string {
  const listing = Buffer.concat(
    entries.flatMap(({ name, mode, sha }) => [
      // Git writes no zero before the mode of a folder.
      Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`),
      Buffer.from(sha, 'hex'),
    ]),
  );
  return createHash('sha1').update(`tree ${listing.length}\0`).update(listing).digest('hex');
}
