import { basename, dirname, isAbsolute, relative, resolve } from 'node:path';
import { readTree, type TreeFile } from '../../adapters/files/tree.ts';

/**
 * Reads files that were chosen at a terminal. Inside the folder it is read as any tree is; whoever names a file outside
 * means that file, and it is read in its own folder, from which no link leads out either.
 */
export function readChosen(cwd: string, paths: string[]): TreeFile[] {
  return paths.flatMap((path) => {
    const { root, name, isInside } = placeOf(cwd, path);
    const files = readTree({ root, paths: [name] });
    if (isInside) return files;
    return files.map((file) =>
      'problem' in file ? { ...file, path, problem: file.problem.replace(name, path) } : { ...file, path },
    );
  });
}

/** @returns the folder in which a chosen file is read and written, and its path there. */
export function placeOf(cwd: string, path: string): { root: string; name: string; isInside: boolean } {
  const way = relative(cwd, resolve(cwd, path));
  if (!way.startsWith('..') && !isAbsolute(way)) return { root: cwd, name: path, isInside: true };
  return { root: dirname(resolve(cwd, path)), name: basename(path), isInside: false };
}
