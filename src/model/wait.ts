/** What an error has that passes by itself: how long to wait before anything else is asked of the same place. */
export interface Waiting {
  waitSeconds: number;
}

/** @returns how long an error asks to wait; `null` where it does not. */
export function secondsToWait(error: unknown): number | null {
  const asks = error instanceof Error && 'waitSeconds' in error && typeof error.waitSeconds === 'number';
  return asks ? (error as Error & Waiting).waitSeconds : null;
}
