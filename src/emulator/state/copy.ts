import type { State, Token } from './state.ts';

/** @returns the state as it is now, which later changes leave alone; both make their ids by the same counters. */
export function copyState(state: State): State {
  const known = new Map<object, object>();
  // One after the other, not within each other: a history is deeper than the stack.
  const left: [from: object, to: object][] = [];
  const copyOf = <T>(value: T): T => {
    // The bytes of files never change.
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value;
    const seen = known.get(value) ?? emptyLike(value);
    if (!known.has(value)) left.push([value, seen]);
    known.set(value, seen);
    return seen as T;
  };
  const copy = copyOf(state);
  for (const [from, to] of left) fill(from, to, copyOf);
  return copy;
}

/** The old state as one sees it who asks now: with the tokens of today, for the accounts of then. */
export function withTokensOf(before: State, present: State): State {
  const tokens = new Map<string, Token>();
  for (const [text, token] of present.tokens) {
    const translated = translate(before, token);
    if (translated) tokens.set(text, translated);
  }
  return { ...before, tokens };
}

function translate(before: State, token: Token): Token | null {
  if (token.kind === 'user') {
    const account = before.accounts.get(token.account.login.toLowerCase());
    return account ? { ...token, account } : null;
  }
  const installation = before.installations.get(token.installation.id);
  return installation ? { ...token, installation } : null;
}

function emptyLike(value: object): object {
  if (value instanceof Map) return new Map();
  if (value instanceof Set) return new Set();
  return Array.isArray(value) ? [] : {};
}

function fill(from: object, to: object, copyOf: <T>(value: T) => T): void {
  if (from instanceof Map) {
    for (const [key, each] of from) (to as Map<unknown, unknown>).set(copyOf(key), copyOf(each));
  } else if (from instanceof Set) {
    for (const each of from) (to as Set<unknown>).add(copyOf(each));
  } else {
    for (const [key, each] of Object.entries(from)) (to as Record<string, unknown>)[key] = copyOf(each);
  }
}
