import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { appToken, noonSeconds } from './app-token.ts';
import { atNoon, type Json, octokitFor, place, startOctoWorld } from './octo-world.ts';

let emulator: Emulator;
let now: Date;
beforeEach(async () => {
  now = atNoon();
  emulator = await startOctoWorld({ clock: () => now });
});
afterEach(() => emulator.close());

const get = async (path: string, token?: string) => {
  const response = await fetch(emulator.apiUrl + path, token ? { headers: { authorization: `Bearer ${token}` } } : {});
  return { status: response.status, body: (await response.json()) as Json };
};

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('the app’s JSON web token', () => {
  it('opens the app’s own routes', async () => {
    const { status, body } = await get('/app', appToken(emulator));
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: emulator.app.id, slug: 'octo-app', name: 'Octo App' });
  });

  it('may name its issuer as text', async () => {
    expect((await get('/app', appToken(emulator, { iss: String(emulator.app.id) }))).status).toBe(200);
  });

  it.each([
    ['of nobody', { iss: null }, /^'Issuer' claim \('iss'\) must be an Integer/],
    [
      'out of date',
      { exp: noonSeconds - 1 },
      /^'Expiration time' claim \('exp'\) must be a numeric value representing the future/,
    ],
    [
      'valid for more than ten minutes',
      { exp: noonSeconds + 1200 },
      /^'Expiration time' claim \('exp'\) is too far in the future/,
    ],
    ['issued in the future', { iat: noonSeconds + 120 }, /^'Issued at' claim/],
  ])('is refused when it is %s', async (_, claims, message) => {
    const { status, body } = await get('/app', appToken(emulator, claims));
    expect(status).toBe(401);
    expect(body).toMatchObject({ message: expect.stringMatching(message), status: '401' });
  });

  it('may name its issuer by the client id', async () => {
    const { client_id: iss } = (await get('/app', appToken(emulator))).body;
    expect((await get('/app', appToken(emulator, { iss }))).status).toBe(200);
  });

  it('is refused when it is of another app', async () => {
    const { status, body } = await get('/app', appToken(emulator, { iss: 1 }));
    expect([status, body.message]).toEqual([404, 'Integration not found']);
  });

  it.each([
    ['has no signature', (token: string) => `${token.split('.').slice(0, 2).join('.')}.`],
    ['says that it is unsigned', (token: string) => `${encoded({ alg: 'none' })}.${token.split('.')[1]}.`],
    ['is no JSON', (token: string) => `${token.split('.')[0]}.${Buffer.from('no').toString('base64url')}.x`],
  ])('is refused when it %s', async (_, damage) => {
    const { status, body } = await get('/app', damage(appToken(emulator)));
    expect([status, body.message]).toEqual([401, 'A JSON web token could not be decoded']);
  });

  it('is refused when another key signed it', async () => {
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    const { status, body } = await get('/app', appToken(emulator, {}, privateKey));
    expect([status, body.message]).toEqual([401, 'A JSON web token could not be decoded']);
  });

  it('finds the installation of a repository, an organisation and by its id', async () => {
    const token = appToken(emulator);
    const byRepository = await get('/repos/octo-org/octo-repo/installation', token);
    const byOrganization = await get('/orgs/octo-org/installation', token);
    expect(byRepository.body.account.login).toBe('octo-org');
    expect(byOrganization.body).toEqual(byRepository.body);
    expect((await get(`/app/installations/${byRepository.body.id}`, token)).body).toEqual(byRepository.body);
    expect((await get('/users/octo-user-1/installation', token)).status).toBe(404);
  });
});

describe('an installation’s token', () => {
  const issueToken = async (body: object = {}) => {
    const [installation] = emulator.state.installations.values();
    const octokit = new Octokit({ auth: appToken(emulator), baseUrl: emulator.apiUrl });
    return (await octokit.apps.createInstallationAccessToken({ installation_id: installation?.id ?? 0, ...body })).data;
  };

  it('lasts an hour by the emulator’s clock', async () => {
    const { token, expires_at } = await issueToken();
    expect(token).toMatch(/^ghs_\w{36}$/);
    expect(expires_at).toBe('2026-02-03T13:00:00Z');
    expect((await get('/repos/octo-org/octo-repo', token)).status).toBe(200);
    now = new Date('2026-02-03T13:00:00Z');
    expect(await get('/repos/octo-org/octo-repo', token)).toMatchObject({
      status: 401,
      body: { message: 'Bad credentials' },
    });
  });

  it('acts as the app’s bot', async () => {
    const { token } = await issueToken();
    const octokit = new Octokit({ auth: token, baseUrl: emulator.apiUrl });
    const { data } = await octokit.issues.create({ ...place, title: 'From a bot' });
    expect(data.user).toMatchObject({ login: 'octo-app[bot]', type: 'Bot' });
    expect(data.performed_via_github_app).toMatchObject({ slug: 'octo-app' });
  });

  it('lists the repositories it is for', async () => {
    const { token } = await issueToken({ repositories: ['octo-repo'] });
    const { body } = await get('/installation/repositories', token);
    expect(body).toMatchObject({ total_count: 1, repository_selection: 'selected' });
    expect(body.repositories[0].full_name).toBe('octo-org/octo-repo');
  });
});

describe('any other token', () => {
  it('is bad credentials, in GitHub’s shape', async () => {
    const { status, body } = await get('/repos/octo-org/octo-repo', 'ghp_unknown');
    expect(status).toBe(401);
    expect(body).toEqual({
      message: 'Bad credentials',
      documentation_url: 'https://docs.github.com/rest',
      status: '401',
    });
  });

  it('lets a person be asked who they are', async () => {
    const { data } = await octokitFor(emulator).users.getAuthenticated();
    expect(data).toMatchObject({ login: 'octo-user-1', name: 'Octo User One', type: 'User' });
  });

  it('is not needed to read in public, but to write', async () => {
    expect((await get('/repos/octo-org/octo-repo')).status).toBe(200);
    const response = await fetch(`${emulator.apiUrl}/repos/octo-org/octo-repo/issues`, {
      method: 'POST',
      body: '{"title":"x"}',
    });
    expect([response.status, (await response.json()) as object]).toEqual([
      401,
      expect.objectContaining({ message: 'Requires authentication' }),
    ]);
  });
});
