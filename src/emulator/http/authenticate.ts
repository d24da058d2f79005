import { verify } from 'node:crypto';
import { unauthorized } from '../refusal.ts';
import { keyPair } from '../state/app.ts';
import type { App } from '../state/entities.ts';
import type { Actor, World } from '../world.ts';

export interface Identity {
  actor: Actor | null;
  isApp: boolean;
}

const longestLife = 10 * 60;
/** GitHub's clock and the caller's may differ by this many seconds. */
const leeway = 60;

/**
 * Who sent the request. Source: GitHub docs, Authenticating with a GitHub App.
 *
 * @throws Refusal 401 for a token that is unknown, out of date or badly signed.
 */
export function authenticate(world: World, authorization: string | undefined): Identity {
  if (authorization === undefined || authorization === '') return { actor: null, isApp: false };
  const token = tokenOf(authorization);
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) {
    verifyAppToken(world.state.app, token, Date.parse(world.now()) / 1000);
    return { actor: null, isApp: true };
  }
  const known = world.state.tokens.get(token);
  if (!known) throw unauthorized('Bad credentials');
  if (known.kind === 'user') return { actor: { account: known.account, viaApp: null, token: known }, isApp: false };
  if (known.expiresAt <= world.now()) throw unauthorized('Bad credentials');
  const { app } = world.state;
  return { actor: { account: app.bot, viaApp: app, token: known }, isApp: false };
}

/** `Bearer x` and `token x`, and a password as git and curl send it. */
export function tokenOf(authorization: string): string {
  const [scheme = '', value = ''] = authorization.trim().split(/\s+/, 2);
  if (scheme.toLowerCase() !== 'basic') return value;
  return Buffer.from(value, 'base64').toString('utf8').split(':').at(-1) ?? '';
}

function verifyAppToken(app: App, token: string, now: number): void {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const { alg } = decodePart(header);
  const { iss, iat, exp } = decodePart(payload);
  const signed = Buffer.from(`${header}.${payload}`);
  const isOurs =
    alg === 'RS256' && verify('RSA-SHA256', signed, keyPair().publicKey, Buffer.from(signature, 'base64url'));
  if (!isOurs) throw unauthorized('A JSON web token could not be decoded');
  if (String(iss) !== String(app.id)) throw unauthorized("'Issuer' claim ('iss') must be an Integer");
  if (typeof exp !== 'number' || exp <= now) {
    throw unauthorized(
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  }
  if (exp > now + longestLife + leeway) throw unauthorized("'Expiration time' claim ('exp') is too far in the future");
  if (typeof iat !== 'number' || iat > now + leeway) {
    throw unauthorized(
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    );
  }
}

function decodePart(part: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
