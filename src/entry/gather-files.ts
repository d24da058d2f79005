import { listCandidates } from '../adapters/files/candidates.ts';
import { readTree, type TreeFile } from '../adapters/files/tree.ts';
import type { Policy } from '../model/policy.ts';

/** What a check reads. */
export interface Gathered {
  /** The files whose findings are wanted, each with its text or with what is wrong with it. */
  chosen: TreeFile[];
  /** Files that these are only held against. */
  beside: { path: string; text: string }[];
  /** Paths of the tree, as far as it was looked: likely ones are suggested from them. */
  known: string[];
}

/**
 * Finds the files of a check. With paths it is about these files, held against all others that have to do with
 * governance; without any it is about the documents of the configuration, or those that are found, and all the others.
 * A file that was only found, and can't be read, is passed over; one that somebody named is not.
 */
export function gatherFiles({
  root,
  read,
  paths,
  policy,
}: {
  root: string;
  /** Reads the files that somebody named. */
  read: (paths: string[]) => TreeFile[];
  paths: string[];
  policy: Policy;
}): Gathered {
  const found = listCandidates(root);
  const named = unique([...policy.charter.documents, ...policy.check.files]);
  const asked = paths.length > 0 ? paths : named;
  const chosen = asked.length > 0 ? read(asked) : [];
  const others = unique([...named, ...found.documents, ...found.beside]).filter(
    (path) => !chosen.some((file) => file.path === path),
  );
  const beside = readTree({ root, paths: others }).flatMap((file) => ('problem' in file ? [] : [file]));
  if (paths.length > 0) return { chosen, beside, known: found.files };
  const isAny = chosen.length > 0 || found.documents.length > 0;
  return { chosen: isAny ? [...chosen, ...beside] : [], beside: [], known: found.files };
}

const unique = (paths: string[]): string[] => [...new Set(paths)];
