/** Counts what is used within spans of time that begin with their first use. */
export interface Windows {
  /** @returns how much is used in the span that runs, and when it ends, in seconds since 1970. */
  look(key: string, seconds: number): { used: number; ends: number };
  use(key: string, seconds: number, amount: number): void;
  clear(): void;
}

/** @param now seconds since 1970. */
export function createWindows(now: () => number): Windows {
  const spans = new Map<string, { used: number; ends: number }>();
  const running = (key: string, seconds: number) => {
    const known = spans.get(key);
    // A clock that was set back would leave a span that never ends.
    const isRunning = known && known.ends > now() && known.ends <= now() + seconds;
    return isRunning ? known : { used: 0, ends: now() + seconds };
  };
  return {
    look: running,
    use(key, seconds, amount) {
      const span = running(key, seconds);
      span.used = Math.max(0, span.used + amount);
      spans.set(key, span);
    },
    clear: () => spans.clear(),
  };
}
