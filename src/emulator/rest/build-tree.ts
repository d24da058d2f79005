import { readBody } from '../http/read-body.ts';
import { unprocessable } from '../refusal.ts';
import type { FileTree, Repository } from '../state/entities.ts';
import { findTree } from '../state/find-tree.ts';
import { addBlob } from '../state/git.ts';
import type { State } from '../state/state.ts';
import { fileModes } from '../state/tree.ts';

const folderMode = '040000';

interface NewTree {
  base: string | undefined;
  entries: NewEntry[];
}

interface NewEntry {
  path: string;
  mode: (typeof fileModes)[number] | typeof folderMode;
  /** Null takes away what is there. */
  sha: string | null | undefined;
  content: string | undefined;
}

/** @throws Refusal 422 for a body that GitHub would not take; source: GitHub docs, REST API, Create a tree. */
export function readTree(body: Record<string, unknown>): NewTree {
  return readBody(body, (fields) => {
    fields.need('tree');
    const entries = fields.each('tree', (entry): NewEntry => {
      entry.choice('type', ['blob', 'tree', 'commit']);
      return {
        path: entry.text('path') ?? '',
        mode: entry.choice('mode', [...fileModes, folderMode]) ?? '100644',
        sha: entry.nullableText('sha'),
        content: entry.text('content'),
      };
    });
    return { base: fields.text('base_tree'), entries: entries ?? [] };
  });
}

/** @throws Refusal 422 for a path that can be none, and for what is not there. */
export function buildTree(state: State, repository: Repository, { base, entries }: NewTree): FileTree {
  const found = base === undefined ? undefined : findTree(repository, base);
  if (base !== undefined && !found) throw unprocessable('base_tree is not a valid tree oid');
  const built = { repository, tree: new Map(found?.tree), modes: new Map(found?.modes) };
  for (const entry of entries) {
    assertPath(entry.path);
    if ((entry.sha === undefined) === (entry.content === undefined)) {
      throw unprocessable('Must supply either tree.sha or tree.content. Request will be rejected if both are present.');
    }
    const isGone = removeAt(built, entry.path);
    if (entry.sha === null && !isGone) throw unprocessable('GitRPC::BadObjectState');
    if (entry.sha !== null) putAt(state, built, entry);
  }
  return built;
}

interface Built extends FileTree {
  tree: Map<string, string>;
  modes: Map<string, string>;
}

/** A file or a folder. @returns whether there was any. */
function removeAt({ tree, modes }: Built, path: string): boolean {
  const gone = [...tree.keys()].filter((each) => each === path || each.startsWith(`${path}/`));
  for (const each of gone) for (const map of [tree, modes]) map.delete(each);
  return gone.length > 0;
}

function putAt(state: State, built: Built, { path, mode, sha, content }: NewEntry): void {
  const { repository, tree, modes } = built;
  if (mode === folderMode) {
    const folder = findTree(repository, sha ?? '');
    if (!folder) throw unprocessable(`tree.sha ${sha} is not a valid tree`);
    for (const [below, blob] of folder.tree) tree.set(`${path}/${below}`, blob);
    for (const [below, each] of folder.modes) modes.set(`${path}/${below}`, each);
    return;
  }
  const isSubmodule = mode === '160000';
  const named = content === undefined ? (sha ?? '') : addBlob(state, repository, Buffer.from(content)).sha;
  if (!isSubmodule && !repository.blobs.has(named)) throw unprocessable(`tree.sha ${named} is not a valid blob`);
  // A file takes the place of a folder on its way.
  for (const each of [...tree.keys()]) if (path.startsWith(`${each}/`)) removeAt(built, each);
  tree.set(path, named);
  if (mode !== '100644') modes.set(path, mode);
}

function assertPath(path: string): void {
  if (path.startsWith('/')) throw unprocessable('tree.path cannot start with a slash');
  const isWrong = (part: string) => part === '' || part === '.' || part === '..' || part.toLowerCase() === '.git';
  if (path.split('/').some(isWrong)) throw unprocessable('tree.path contains a malformed path component');
}
