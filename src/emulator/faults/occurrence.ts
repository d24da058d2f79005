import { createHash } from 'node:crypto';

/** Which of the requests or deliveries that a rule fits it is about. */
export interface Occurrence {
  /** The first of them that counts, from 1; that one alone unless `times` says more. */
  nth?: number | undefined;
  /** How often at most; without it and without `nth` always. */
  times?: number | undefined;
  /** Between 0 and 1, drawn anew each time. */
  probability?: number | undefined;
  /** What the draws are made from: with the same seed they are the same. */
  seed?: string | number | undefined;
}

/** @returns whether it happens this time; to be asked once for each that fits, in their order. */
export function createDraw({ nth, times, probability = 1, seed = 'emulator' }: Occurrence): () => boolean {
  const most = times ?? (nth === undefined ? Number.POSITIVE_INFINITY : 1);
  let seen = 0;
  let happened = 0;
  return () => {
    seen += 1;
    if (seen < (nth ?? 1) || happened >= most || chance(seed, seen) >= probability) return false;
    happened += 1;
    return true;
  };
}

/** @returns a number from 0 up to 1, the same one for the same seed and place. */
function chance(seed: string | number, place: number): number {
  return createHash('sha256').update(`${seed} ${place}`).digest().readUInt32BE(0) / 2 ** 32;
}
