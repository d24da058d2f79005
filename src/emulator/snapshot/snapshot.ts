import { createIds } from '../state/ids.ts';
import type { State } from '../state/state.ts';
import type { Delivery } from '../webhooks/delivery.ts';
import { decodeGraph, encodeGraph, type Graph } from './graph.ts';

/** All that an emulated GitHub knows, as plain JSON; without the app's keys, which are each process's own. */
export interface Snapshot {
  version: 1;
  /** What time it was there. */
  takenAt: string;
  state: Graph;
  deliveries: Delivery[];
}

export function takeSnapshot(state: State, deliveries: Delivery[], takenAt: string): Snapshot {
  const { ids, ...rest } = state;
  const known = { ...rest, ids: ids.counted() };
  const taken = { version: 1 as const, takenAt, state: encodeGraph(known), deliveries };
  // Cut off from what goes on to change.
  return JSON.parse(JSON.stringify(taken)) as Snapshot;
}

/** @throws RangeError for a snapshot that this version can't read. */
export function loadState(snapshot: Snapshot): State {
  if (snapshot.version !== 1) throw new RangeError(`the snapshot is of version ${snapshot.version}, not 1`);
  const { ids, ...rest } = decodeGraph(snapshot.state) as Omit<State, 'ids'> & {
    ids: { seed: string; counts: Record<string, number> };
  };
  return { ...rest, ids: createIds(ids.seed, ids.counts) };
}
