import type { Mention } from '../model/charter.ts';
import type { Position } from '../model/position.ts';
import type { DataDocument } from '../text/document.ts';

type Path = (string | number)[];

/** A part of a data document, with the way to its parts. */
export interface Entry {
  document: DataDocument;
  path: Path;
  /** The part's text and place, where it is a text or a number. */
  mention: Mention | null;
  /** @returns the part below this one. */
  at(path: Path): Entry;
}

/** A part of a mapping, with its key. */
export interface KeyedEntry extends Entry {
  key: string;
  keyAt: Position;
}

/** @returns the part of a document at a path, which may not exist. */
export function entryOf(document: DataDocument, path: Path = []): Entry {
  const value = partAt(document.value, path);
  const at = typeof value === 'string' || typeof value === 'number' ? document.valueAt(path) : null;
  return {
    document,
    path,
    mention: at ? { name: String(value), at } : null,
    at: (below) => entryOf(document, [...path, ...below]),
  };
}

/** @returns the items of the list at a path; none where there is no list. */
export function itemsAt(from: DataDocument | Entry, path: Path): Entry[] {
  const list = 'kind' in from ? entryOf(from, path) : from.at(path);
  const value = partAt(list.document.value, list.path);
  return Array.isArray(value) ? value.map((_, index) => list.at([index])) : [];
}

/** @returns the parts of a mapping; none where it is none. */
export function entriesOf({ document, path }: Entry): KeyedEntry[] {
  const value = partAt(document.value, path);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.keys(value).flatMap((key) => {
    const keyAt = document.keyAt([...path, key]);
    return keyAt ? [{ ...entryOf(document, [...path, key]), key, keyAt }] : [];
  });
}

/** @returns the text at a key, `null` where there is none or an empty one. */
export function textAt(entry: Entry, key: string): Mention | null {
  const { mention } = entry.at([key]);
  return mention && mention.name.trim() !== '' ? { ...mention, name: mention.name.trim() } : null;
}

function partAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((found, key) => {
    const isThere = typeof found === 'object' && found !== null && Object.hasOwn(found, key);
    return isThere ? (found as Record<string | number, unknown>)[key] : undefined;
  }, value);
}
