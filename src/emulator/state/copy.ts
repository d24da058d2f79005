import type { State, Token } from './state.ts';

/** @returns the state as it is now, which later changes leave alone; both make their ids by the same counters. */
export function copyState(state: State): State {
  return copy(state, new Map());
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

function copy<T>(value: T, known: Map<unknown, unknown>): T {
  if (typeof value !== 'object' || value === null) return value;
  // The bytes of files never change.
  if (Buffer.isBuffer(value)) return value;
  const seen = known.get(value);
  if (seen !== undefined) return seen as T;
  const empty: unknown = value instanceof Map ? new Map() : value instanceof Set ? new Set() : emptyLike(value);
  known.set(value, empty);
  fill(value, empty, known);
  return empty as T;
}

function fill(value: object, empty: unknown, known: Map<unknown, unknown>): void {
  if (value instanceof Map) {
    for (const [key, each] of value) (empty as Map<unknown, unknown>).set(copy(key, known), copy(each, known));
  } else if (value instanceof Set) {
    for (const each of value) (empty as Set<unknown>).add(copy(each, known));
  } else {
    for (const [key, each] of Object.entries(value)) (empty as Record<string, unknown>)[key] = copy(each, known);
  }
}

function emptyLike(value: object): object {
  return Array.isArray(value) ? [] : Object.create(Object.getPrototypeOf(value));
}
