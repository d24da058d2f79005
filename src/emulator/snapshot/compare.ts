import { isDeepStrictEqual } from 'node:util';
import type { Encoded } from './graph.ts';
import type { Snapshot } from './snapshot.ts';

/** What differs between two snapshots at one place; undefined where it is not there. */
export interface Difference {
  /** The kind and name of the thing, such as `Issue #12` or `Label “bug”`. */
  thing: string;
  /** Its key in the snapshot: the node id where it has one. */
  key: string;
  /** The field within, such as `labels`; empty where the whole thing is only in one of the two. */
  field: string;
  before: unknown;
  after: unknown;
}

/** @returns how the second differs from the first, in the order of the first; the times and deliveries are left out. */
export function compareSnapshots(before: Snapshot, after: Snapshot): Difference[] {
  const old = before.state.things;
  const present = after.state.things;
  return [...new Set([...Object.keys(old), ...Object.keys(present)])].flatMap((key) => {
    const [was, is] = [old[key], present[key]];
    const at = { thing: nameOf(is ?? was, key), key };
    if (was === undefined || is === undefined) return [{ ...at, field: '', before: was, after: is }];
    if (!isRecord(was) || !isRecord(is)) {
      return isDeepStrictEqual(was, is) ? [] : [{ ...at, field: '', before: was, after: is }];
    }
    return [...new Set([...Object.keys(was), ...Object.keys(is)])]
      .filter((field) => !isDeepStrictEqual(was[field], is[field]))
      .map((field) => ({ ...at, field, before: was[field], after: is[field] }));
  });
}

function nameOf(thing: Encoded | undefined, key: string): string {
  if (!isRecord(thing)) return key;
  const { kind, number, name, login } = thing;
  const word = typeof kind === 'string' ? kind : 'thing';
  if (typeof number === 'number') return `${word} #${number}`;
  const called = name ?? login;
  return typeof called === 'string' ? `${word} “${called}”` : word;
}

function isRecord(value: Encoded | undefined): value is { [key: string]: Encoded } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
