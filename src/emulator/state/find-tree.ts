import type { FileTree, Repository } from './entities.ts';
import { resolveCommit } from './git.ts';
import { everythingBelow, filesBelow, treeAt } from './tree.ts';

/** @returns the files of a tree, named by a commit, a branch or its own sha, which may be that of a folder anywhere. */
export function findTree(repository: Repository, name: string): FileTree | undefined {
  const known = resolveCommit(repository, name) ?? repository.trees.get(name);
  if (known || !/^[0-9a-f]{40}$/.test(name)) return known;
  for (const files of [...repository.commits.values(), ...repository.trees.values()]) {
    if ('treeSha' in files && files.treeSha === name) return files;
    const root = treeAt(files, '');
    const folder = root && everythingBelow(root).find(({ sha, type }) => type === 'tree' && sha === name);
    if (folder) return filesBelow(files, folder.path);
  }
  return undefined;
}
