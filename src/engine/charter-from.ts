import { mergeCharters } from '../governance/merge.ts';
import { readCharter, readDocument } from '../governance/read.ts';
import type { Charter } from '../model/charter.ts';
import { type Known, known, unknown } from '../model/known.ts';
import type { RepositoryFile } from '../model/repository-file.ts';

/** A governance document that the configuration names; `file` is `null` where there is none. */
interface Document {
  path: string;
  file: RepositoryFile | null;
}

/**
 * @returns what the documents say together. With one of them missing or unreadable the charter is not known: the group
 * that a label names may stand in that very document.
 */
export function charterFrom(documents: Document[], columns: Record<string, string[]> = {}): Known<Charter> {
  if (documents.length === 0) return unknown('there is no governance document: name one under `charter.documents`');
  const charters: Charter[] = [];
  for (const document of documents) {
    const read = readOne(document, columns);
    if (!read.known) return read;
    charters.push(read.value);
  }
  return known(mergeCharters(charters));
}

/** @returns which of the documents can't be read as a charter, and why, in a clause. */
export function charterFaults(documents: Document[], columns: Record<string, string[]> = {}) {
  return documents.flatMap((document) => {
    const read = readOne(document, columns);
    return read.known ? [] : [{ path: document.path, because: read.because }];
  });
}

function readOne({ path, file }: Document, columns: Record<string, string[]>): Known<Charter> {
  if (file === null) return unknown(`${path} is not in the repository`);
  if (file.unreadable !== undefined) return unknown(`${path} can’t be read: ${file.unreadable}`);
  const { charter, format, because } = readCharter(readDocument({ path, text: file.text }, { columns }));
  if (format === null) return unknown(`${path} is no governance document that Remit can read: ${because}`);
  return charter.groups.length === 0 ? unknown(`${path} names no group`) : known(charter);
}
