import type { FileTree } from './entities.ts';
import { blobAt, isBinary } from './git.ts';
import { mergeTexts } from './merge-texts.ts';

/** What a merge makes of the files: those that stay or come by their sha, and texts that are new. */
export interface Merged {
  files: Pick<FileTree, 'tree' | 'modes'>;
  texts: Record<string, Buffer>;
}

/**
 * Takes to one side's files what the other side changed since both were the same.
 *
 * @returns null where both changed the same.
 */
export function mergeFiles(base: FileTree | undefined, ours: FileTree, theirs: FileTree): Merged | null {
  const tree = new Map(ours.tree);
  const modes = new Map(ours.modes);
  const texts: Record<string, Buffer> = {};
  for (const path of new Set([...(base?.tree.keys() ?? []), ...theirs.tree.keys()])) {
    const [was, own, other] = [base, ours, theirs].map((files) => files && keyAt(files, path));
    if (other === was || other === own) continue;
    if (own !== was) {
      const text = mergeAt(base, ours, theirs, path);
      if (!text) return null;
      texts[path] = text;
      continue;
    }
    const [sha, mode] = [theirs.tree.get(path), theirs.modes.get(path)];
    if (sha === undefined) tree.delete(path);
    else tree.set(path, sha);
    if (mode === undefined) modes.delete(path);
    else modes.set(path, mode);
  }
  return isPossible(tree) ? { files: { tree, modes }, texts } : null;
}

function keyAt({ tree, modes }: FileTree, path: string): string | undefined {
  const sha = tree.get(path);
  return sha && `${modes.get(path) ?? ''} ${sha}`;
}

function mergeAt(base: FileTree | undefined, ours: FileTree, theirs: FileTree, path: string): Buffer | null {
  const blobs = [base, ours, theirs].map((files) => files && blobAt(files, path)?.content);
  const [was, own, other] = blobs.map((content) =>
    content && !isBinary(content) ? content.toString('utf8') : undefined,
  );
  if (was === undefined || own === undefined || other === undefined) return null;
  const merged = mergeTexts(was, own, other);
  return merged === null ? null : Buffer.from(merged);
}

/** A file can't be where the other side made a folder. */
function isPossible(tree: ReadonlyMap<string, string>): boolean {
  const folders = new Set([...tree.keys()].flatMap((path) => parentsOf(path)));
  return ![...tree.keys()].some((path) => folders.has(path));
}

function parentsOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
