import type { Clock } from '../model/ports.ts';

/** The machine's time. */
export const systemClock: Clock = { now: () => new Date() };
