import type { DocumentReader } from '../../model/ports.ts';
import type { RepositoryFile } from '../../model/repository-file.ts';
import { readBase } from './git.ts';
import { readTree } from './tree.ts';

/** There is no version to compare with; the message says why, for whoever runs Remit. */
export class NoBase extends Error {
  override readonly name = 'NoBase';
}

/** @returns the working tree as a reader of documents, where the default branch is read elsewhere. */
export function treeReader(root: string): DocumentReader {
  return {
    async readFiles(_repository, paths) {
      return readTree({ root, paths }).map((file): RepositoryFile | null => {
        if ('text' in file) return { path: file.path, text: file.text, ...here };
        return file.missing ? null : { path: file.path, text: '', unreadable: file.problem, ...here };
      });
    },
    readVersions: async () => [],
  };
}

/**
 * @returns the version that the work in a folder began from, as a reader of documents. A document governs by its path: one
 * that was moved to where it governs did not before. Errors: its method rejects with `NoBase` where there is no such version.
 */
export function baseReader(root: string, ref: string): DocumentReader {
  return {
    async readFiles(_repository, paths) {
      const base = readBase({ root, ref, paths, exact: true });
      if ('problem' in base) throw new NoBase(base.problem);
      const texts = new Map(base.files.map(({ path, text }) => [path, text]));
      return paths.map((path) => (texts.has(path) ? { path, text: texts.get(path)!, ...here } : null));
    },
    readVersions: async () => [],
  };
}

/** One version is read, so nothing is compared by its blob, and nothing is cited by its commit. */
const here = { blob: 'here', commit: null };
