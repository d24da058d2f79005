import { jest } from '@jest/globals';
import type { Emulator } from '../../src/emulator/emulator.ts';

const timers = ['setTimeout', 'setInterval', 'setImmediate', 'nextTick', 'queueMicrotask', 'performance'] as const;
const clears = ['clearTimeout', 'clearInterval', 'clearImmediate', 'hrtime'] as const;

/** From now on it is as late as the test says, for the bot, for Octokit and for the emulated GitHub alike. */
export function haltTime(): void {
  jest.useFakeTimers({ doNotFake: [...timers, ...clears] });
}

/** Milliseconds. What waits for the time to come leaves. */
export function letPass(milliseconds: number, { clock }: Emulator): void {
  jest.setSystemTime(Date.now() + milliseconds);
  clock.advance(0);
}

/** Not within a file where time goes on afterwards: what was noted for the future would hold it up. */
export function goOnWithTime(): void {
  jest.useRealTimers();
}
