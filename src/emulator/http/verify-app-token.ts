import { verify } from 'node:crypto';
import { notFound, unauthorized } from '../refusal.ts';
import { clientIdOf, keyPair } from '../state/app.ts';
import type { App } from '../state/entities.ts';

const longestLife = 10 * 60;
/** GitHub's clock and the caller's may differ by this many seconds. */
const leeway = 60;

/**
 * Holds the app's JSON web token to what GitHub asks of one. Source: GitHub docs, Generating a JSON Web Token (JWT) for
 * a GitHub App.
 *
 * @param now seconds since 1970.
 * @throws Refusal 401 for one that is out of date or badly signed, 404 for that of an app that is not known here.
 */
export function verifyAppToken(app: App, token: string, now: number): void {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = decodePart(payload);
  if (!claims || decodePart(header)?.alg !== 'RS256') throw undecodable();
  const { iss, exp, iat } = claims;
  if (!isIssuer(iss)) throw unauthorized("'Issuer' claim ('iss') must be an Integer");
  if (![String(app.id), clientIdOf(app)].includes(String(iss))) throw notFound('Integration not found');
  const signed = Buffer.from(`${header}.${payload}`);
  if (!verify('RSA-SHA256', signed, keyPair().publicKey, Buffer.from(signature, 'base64url'))) throw undecodable();
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

function undecodable() {
  return unauthorized('A JSON web token could not be decoded');
}

/** The id of an app, as a number or as text, or its client id. */
function isIssuer(iss: unknown): boolean {
  return /^(\d+|Iv\d+\.?\w+)$/.test(typeof iss === 'number' ? String(iss) : typeof iss === 'string' ? iss : '');
}

function decodePart(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
