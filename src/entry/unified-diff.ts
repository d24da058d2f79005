import { formatPatch, structuredPatch } from 'diff';

/** Two texts of a file of the tree. */
export interface ChangedText {
  /** From the tree's root. */
  path: string;
  before: string;
  after: string;
}

/** @returns a patch that `git apply` takes; empty where nothing changes. Source: git-diff, “Generating patch text”. */
export function unifiedDiff(changed: ChangedText[]): string {
  return changed
    .filter(({ before, after }) => before !== after)
    .map(({ path, before, after }) => {
      const patch = structuredPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 3 });
      // Without the header of Git's own, a name with a blank in it would end at the blank.
      return formatPatch({ ...patch, isGit: true });
    })
    .join('');
}
