import type { Actor } from '../world.ts';
import { anonymous, type Caller } from './caller.ts';

export function callerOf({ actor, isApp }: { actor: Actor | null; isApp: boolean }): Caller {
  if (isApp) return { key: 'app', name: 'the app', isAnonymous: false };
  if (!actor) return anonymous;
  const installation = actor.token?.kind === 'installation' ? actor.token.installation : null;
  const name = installation ? `installation ID ${installation.id}` : `user ID ${actor.account.id}`;
  return { key: name, name, isAnonymous: false };
}
