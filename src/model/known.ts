/**
 * A fact that may not be known: not granted, hidden, timed out, cut off.
 * Nothing is decided against anyone on an unknown; `because` is the clause that completes “not known: …”.
 */
export type Known<T> = { known: true; value: T } | { known: false; because: string };

export const known = <T>(value: T): Known<T> => ({ known: true, value });

export const unknown = (because: string): Known<never> => ({ known: false, because });
