import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @returns those of the paths that are files or folders below the root, in exactly this spelling: GitHub tells letter
 * cases apart even where the machine does not. Nothing is opened, and a path with `..` is none.
 */
export function existingPaths(root: string, paths: Iterable<string>): Set<string> {
  const names = namesByFolder(root);
  const isThere = (path: string): boolean => {
    if (path === '') return true;
    const end = path.lastIndexOf('/');
    const [folder, name] = [path.slice(0, Math.max(end, 0)), path.slice(end + 1)];
    return name !== '..' && name !== '.' && isThere(folder) && names(folder).has(name);
  };
  return new Set([...new Set(paths)].filter(isThere));
}

function namesByFolder(root: string): (folder: string) => Set<string> {
  const known = new Map<string, Set<string>>();
  return (folder) => {
    const names = known.get(folder) ?? namesIn(join(root, folder));
    known.set(folder, names);
    return names;
  };
}

function namesIn(folder: string): Set<string> {
  try {
    return new Set(readdirSync(folder));
  } catch {
    return new Set();
  }
}
