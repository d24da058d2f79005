import type { Actor } from '../world.ts';

/** Whose allowance a request uses up. */
export interface Caller {
  /** The same for all tokens of a person, and for all of an installation. */
  key: string;
  /** As GitHub's messages call it. */
  name: string;
  isAnonymous: boolean;
}

export const anonymous: Caller = { key: 'anonymous', name: '127.0.0.1', isAnonymous: true };

export function callerOf({ actor, isApp }: { actor: Actor | null; isApp: boolean }): Caller {
  if (isApp) return { key: 'app', name: 'the app', isAnonymous: false };
  if (!actor) return anonymous;
  const installation = actor.token?.kind === 'installation' ? actor.token.installation : null;
  const name = installation ? `installation ID ${installation.id}` : `user ID ${actor.account.id}`;
  return { key: name, name, isAnonymous: false };
}
