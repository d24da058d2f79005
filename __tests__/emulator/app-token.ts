import { createSign } from 'node:crypto';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { noon } from './octo-world.ts';

export const noonSeconds = Date.parse(noon) / 1000;

/** A JSON web token of the app, valid at noon unless the claims say otherwise. */
export function appToken(
  emulator: Emulator,
  claims: Record<string, unknown> = {},
  privateKey = emulator.app.privateKey,
): string {
  const payload = { iss: emulator.app.id, iat: noonSeconds - 60, exp: noonSeconds + 300, ...claims };
  const unsigned = [{ alg: 'RS256', typ: 'JWT' }, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${unsigned}.${createSign('RSA-SHA256').update(unsigned).sign(privateKey, 'base64url')}`;
}
