/** The time in the emulated GitHub, which can be moved: tokens, limits and delayed webhooks go by it. */
export interface MovableClock {
  now(): Date;
  /** Moves the time on (or back) by that many milliseconds. @throws RangeError for what is no number. */
  advance(milliseconds: number): void;
  /** Makes it that time; from there it goes on as before. @throws RangeError for what is no time. */
  set(time: Date | string): void;
}

/** @param base what goes on by itself: the system's clock, or one that stands still. */
export function createClock(base: () => Date, moved: () => void): MovableClock {
  let offset = 0;
  const move = (to: number) => {
    if (Number.isNaN(new Date(base().getTime() + to).getTime())) throw new RangeError('that is no time');
    offset = to;
    moved();
  };
  return {
    now: () => new Date(base().getTime() + offset),
    advance: (milliseconds) => move(offset + milliseconds),
    set: (time) => move(new Date(time).getTime() - base().getTime()),
  };
}
