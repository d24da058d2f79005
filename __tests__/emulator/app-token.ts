import { createSign } from 'node:crypto';
import { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { noon, place, silent } from './octo-world.ts';

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

/** Octokit of the app's installation on the organisation, with all of its permissions unless others are named. */
export async function octokitForApp(emulator: Emulator, permissions?: Record<string, string>): Promise<Octokit> {
  const options = { baseUrl: emulator.apiUrl, log: silent };
  const app = new Octokit({ ...options, auth: appToken(emulator) });
  const { data: installation } = await app.apps.getOrgInstallation({ org: place.owner });
  const { data } = await app.apps.createInstallationAccessToken({
    installation_id: installation.id,
    ...(permissions ? { permissions } : {}),
  });
  return new Octokit({ ...options, auth: data.token });
}
