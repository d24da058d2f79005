/** What is known of the paths of a repository: as much as was asked for. */
export interface Tree {
  /** Files and folders that are there, in exactly this spelling. */
  existing: ReadonlySet<string>;
  /** Paths of files, from which likely ones are suggested; they may be a part of all. */
  files: readonly string[];
}

/** @returns the tree of a whole list of files. */
export function treeOf(files: Iterable<string>): Tree {
  const all = [...files];
  const existing = new Set(['', ...all]);
  for (const file of all) {
    const parts = file.split('/');
    for (let length = parts.length - 1; length > 0; length--) existing.add(parts.slice(0, length).join('/'));
  }
  return { existing, files: all };
}
