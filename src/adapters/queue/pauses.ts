import type { Clock } from '../../model/ports.ts';

/** Which installations GitHub has asked to wait, as far as this process has been told. */
export interface Pauses {
  begin(installation: number, seconds: number): void;
  /** Seconds that are left; 0 where there is nothing to wait for. */
  left(installation: number): number;
}

/** Only spares requests: after a restart, and in other processes, one request of the installation tells the same. */
export function createPauses(clock: Clock): Pauses {
  const ends = new Map<number, number>();
  const now = () => clock.now().getTime();
  return {
    begin(installation, seconds) {
      ends.set(installation, Math.max(ends.get(installation) ?? 0, now() + seconds * 1000));
    },
    left(installation) {
      const left = (ends.get(installation) ?? 0) - now();
      if (left <= 0) ends.delete(installation);
      return Math.max(0, left / 1000);
    },
  };
}
