import { suspended, unauthorized } from '../refusal.ts';
import type { Actor, World } from '../world.ts';
import { verifyAppToken } from './verify-app-token.ts';

export interface Identity {
  actor: Actor | null;
  isApp: boolean;
}

/**
 * Who sent the request. Source: GitHub docs, Authenticating with a GitHub App.
 *
 * @throws Refusal 401 for a token that is unknown, out of date or badly signed, 403 for that of an installation that is
 *   suspended.
 */
export function authenticate(world: World, authorization: string | undefined): Identity {
  if (authorization === undefined || authorization === '') return { actor: null, isApp: false };
  const token = tokenOf(authorization);
  // One without a signature has nothing after its last dot.
  if (/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token)) {
    verifyAppToken(world.state.app, token, Date.parse(world.now()) / 1000);
    return { actor: null, isApp: true };
  }
  const known = world.state.tokens.get(token);
  if (!known) throw unauthorized('Bad credentials');
  if (known.kind === 'user') return { actor: { account: known.account, viaApp: null, token: known }, isApp: false };
  if (known.expiresAt <= world.now()) throw unauthorized('Bad credentials');
  if (known.installation.suspendedAt !== null) throw suspended();
  const { app } = world.state;
  return { actor: { account: app.bot, viaApp: app, token: known }, isApp: false };
}

/** `Bearer x` and `token x`, and a password as git and curl send it. */
export function tokenOf(authorization: string): string {
  const [scheme = '', value = ''] = authorization.trim().split(/\s+/, 2);
  if (scheme.toLowerCase() !== 'basic') return value;
  return Buffer.from(value, 'base64').toString('utf8').split(':').at(-1) ?? '';
}
