import type { Every } from '../../engine/keep-time.ts';

/** @returns the port to listen on, or what is wrong with the setting. */
export function readPort(text: string | undefined): number | { problem: string } {
  const port = Number(text || 3000);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  return { problem: `PORT must be a number from 0 to 65535, not “${text}”` };
}

/** @returns for how many days decisions are kept, or what is wrong with the setting. */
export function readKeepDays(text: string | undefined): number | { problem: string } {
  const days = Number(text || 90);
  if (Number.isInteger(days) && days >= 1 && days <= 36_500) return days;
  return { problem: `REMIT_KEEP_DAYS must be a number of days from 1 to 36500, not “${text}”` };
}

/** @returns milliseconds, or what is wrong with the setting. */
export function readQuiet(text: string | undefined): number | { problem: string } {
  const seconds = Number(text || 10);
  if (seconds >= 0 && seconds <= 600) return Math.round(seconds * 1000);
  return { problem: `REMIT_QUIET must be a number of seconds from 0 to 600, not “${text}”` };
}

const hour = 60 * 60 * 1000;

/** @returns milliseconds from one sweep to the next, `null` for none, or what is wrong with the setting. */
export function readSweepEvery(text: string | undefined): number | null | { problem: string } {
  const hours = Number(text || 24);
  if (hours === 0) return null;
  // A job's id, which is made from its moment, is known for seven days.
  if (hours >= 1 && hours <= 168) return Math.round(hours * hour);
  return { problem: `REMIT_SWEEP must be a number of hours from 1 to 168, or 0 for none, not “${text}”` };
}

/** @returns a share of the rate limit, or what is wrong with the setting. */
export function readSweepShare(text: string | undefined): number | { problem: string } {
  const share = Number(text || 0.5);
  if (share > 0 && share <= 1) return share;
  return { problem: `REMIT_SWEEP_SHARE must be more than 0 and at most 1, such as 0.5, not “${text}”` };
}

/** The system's timer; it keeps no process from ending. */
export const every: Every = (milliseconds, act) => {
  const timer = setInterval(act, milliseconds).unref();
  return () => clearInterval(timer);
};

/** Resolves when the process is told to end; a second signal ends it at once, as the system's default is. */
export function toldToStop(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal));
  });
}
