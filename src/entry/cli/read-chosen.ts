import { basename, dirname, isAbsolute, relative, resolve } from 'node:path';
import { readTree, type TreeFile } from '../../adapters/files/tree.ts';

/**
 * Reads files that were chosen at a terminal. Inside the folder it is read as any tree is; whoever names a file outside
 * means that file, and it is read in its own folder, from which no link leads out either.
 */
export function readChosen(cwd: string, paths: string[]): TreeFile[] {
  return paths.flatMap((path) => {
    const way = relative(cwd, resolve(cwd, path));
    if (!way.startsWith('..') && !isAbsolute(way)) return readTree({ root: cwd, paths: [path] });
    const root = dirname(resolve(cwd, path));
    const name = basename(path);
    return readTree({ root, paths: [name] }).map((file) =>
      'problem' in file ? { ...file, path, problem: file.problem.replace(name, path) } : { ...file, path },
    );
  });
}
