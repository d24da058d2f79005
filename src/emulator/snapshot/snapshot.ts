import { createIds } from '../state/ids.ts';
import type { State } from '../state/state.ts';
import type { Delivery } from '../webhooks/delivery.ts';
import { decodeGraph, encodeGraph, type Graph } from './graph.ts';

/** All that an emulated GitHub knows, as plain JSON; without the app's keys, so that it can be kept in a repository. */
export interface Snapshot {
  version: 1;
  /** What time it was there. */
  takenAt: string;
  state: Graph;
  deliveries: Delivery[];
}

export function takeSnapshot(state: State, deliveries: Delivery[], takenAt: string): Snapshot {
  const { ids, app, ...rest } = state;
  // The keys are each process's own.
  const known = { ...rest, ids: ids.counted(), app: { ...app, privateKey: '', publicKey: '' } };
  const taken = { version: 1 as const, takenAt, state: encodeGraph(known), deliveries };
  // Cut off from what goes on to change.
  return JSON.parse(JSON.stringify(taken)) as Snapshot;
}

/**
 * @param keys of the app, which the snapshot leaves out.
 * @throws RangeError for a snapshot that this version can't read.
 */
export function loadState(snapshot: Snapshot, keys: { privateKey: string; publicKey: string }): State {
  if (snapshot.version !== 1) throw new RangeError(`the snapshot is of version ${snapshot.version}, not 1`);
  const { ids, app, ...rest } = decodeGraph(snapshot.state) as Omit<State, 'ids'> & {
    ids: { seed: string; counts: Record<string, number> };
  };
  return { ...rest, ids: createIds(ids.seed, ids.counts), app: Object.assign(app, keys) };
}
