import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { appToken } from './app-token.ts';
import { atNoon, octokitFor, octoSeed, place, refusalOf, silent, startOctoWorld } from './octo-world.ts';
import { type Receiver, startReceiver } from './receiver.ts';

let emulator: Emulator;
let receiver: Receiver;
let app: Octokit;
let installation_id: number;
beforeEach(async () => {
  receiver = await startReceiver();
  const other = { owner: 'octo-org', name: 'octo-other' };
  const seed = { ...octoSeed, repositories: [...(octoSeed.repositories ?? []), other] };
  emulator = await startOctoWorld({ clock: atNoon, seed, webhookUrl: receiver.url });
  app = octokitWith(appToken(emulator));
  installation_id = (await app.apps.getOrgInstallation({ org: 'octo-org' })).data.id;
});
afterEach(async () => {
  await emulator.close();
  await receiver.close();
});

const octokitWith = (auth: string) => new Octokit({ auth, baseUrl: emulator.apiUrl, log: silent });
const newToken = async (options: object = {}) =>
  (await app.apps.createInstallationAccessToken({ installation_id, ...options })).data;
// Octokit's own method takes `url` for the address of the request.
const changeHook = (data: object) => app.request({ method: 'PATCH', url: '/app/hook/config', data });
const heard = async () => {
  await emulator.settled();
  return emulator.deliveries.map(({ event, action }) => (action === null ? event : `${event}.${action}`));
};

describe('an installation that is suspended', () => {
  it('is told of, and says since when', async () => {
    await app.apps.suspendInstallation({ installation_id });
    const { data } = await app.apps.getInstallation({ installation_id });
    expect(data).toMatchObject({ suspended_at: '2026-02-03T12:00:00Z', suspended_by: { login: 'octo-app[bot]' } });
    expect(await heard()).toEqual(['installation.suspend']);
    expect(emulator.deliveries[0]?.payload).toMatchObject({
      installation: { id: installation_id, suspended_at: '2026-02-03T12:00:00Z' },
      sender: { login: 'octo-app[bot]' },
    });
  });

  it('has no use for its tokens, and gets no new ones', async () => {
    const bot = octokitWith((await newToken()).token);
    await app.apps.suspendInstallation({ installation_id });
    for (const attempt of [
      newToken(),
      bot.issues.create({ ...place, title: 'New' }),
      bot.graphql('{ viewer { id } }'),
    ]) {
      const { status, body } = await refusalOf(attempt);
      expect([status, body.message]).toEqual([403, 'This installation has been suspended']);
    }
  });

  it('hears nothing of its repositories until it is no longer suspended', async () => {
    await app.apps.suspendInstallation({ installation_id });
    await octokitFor(emulator).issues.createLabel({ ...place, name: 'unheard' });
    await app.apps.unsuspendInstallation({ installation_id });
    await octokitFor(emulator).issues.createLabel({ ...place, name: 'heard' });
    expect(await heard()).toEqual(['installation.suspend', 'installation.unsuspend', 'label.created']);
    expect((await newToken()).token).toMatch(/^ghs_/);
  });

  it('is told of once, however often it is suspended', async () => {
    await app.apps.suspendInstallation({ installation_id });
    await app.apps.suspendInstallation({ installation_id });
    expect(await heard()).toEqual(['installation.suspend']);
  });
});

describe('an installation that is deleted', () => {
  it('takes its tokens with it, and is not found again', async () => {
    const bot = octokitWith((await newToken()).token);
    await app.apps.deleteInstallation({ installation_id });
    expect((await refusalOf(bot.issues.create({ ...place, title: 'New' }))).body.message).toBe('Bad credentials');
    expect((await refusalOf(newToken())).status).toBe(404);
    expect((await refusalOf(app.apps.getOrgInstallation({ org: 'octo-org' }))).status).toBe(404);
    await octokitFor(emulator).issues.createLabel({ ...place, name: 'unheard' });
    expect(await heard()).toEqual(['installation.deleted']);
  });

  it('can be made again by the owner, for some repositories only', async () => {
    emulator.installations.uninstall('octo-org');
    installation_id = emulator.installations.install('octo-org', ['octo-other']);
    const { token } = await newToken();
    const { data } = await octokitWith(token).apps.listReposAccessibleToInstallation();
    expect(data.repositories.map(({ name }) => name)).toEqual(['octo-other']);
    expect((await refusalOf(octokitWith(token).issues.create({ ...place, title: 'New' }))).status).toBe(403);
    await octokitFor(emulator).issues.createLabel({ ...place, name: 'unheard' });
    expect(await heard()).toEqual(['installation.deleted', 'installation.created']);
    expect(emulator.deliveries[1]?.payload).toMatchObject({
      installation: { repository_selection: 'selected' },
      repositories: [{ full_name: 'octo-org/octo-other' }],
    });
  });
});

describe('the repositories of an installation', () => {
  it('are told as they are added and removed', async () => {
    emulator.installations.choose('octo-org', ['octo-other']);
    emulator.installations.choose('octo-org', 'all');
    expect(await heard()).toEqual(['installation_repositories.removed', 'installation_repositories.added']);
    const [removed, added] = emulator.deliveries.map(({ payload }) => payload);
    expect(removed).toMatchObject({ repository_selection: 'selected', repositories_removed: [{ name: 'octo-repo' }] });
    expect(added).toMatchObject({ repository_selection: 'all', repositories_added: [{ name: 'octo-repo' }] });
  });

  it.each([
    ['an owner', 'nobody here is called octo-nobody', 'octo-nobody', 'all' as const],
    ['a repository', 'there is no repository octo-org/octo-none', 'octo-org', ['octo-none']],
    ['an installation', 'the app is not installed on octo-user-1', 'octo-user-1', 'all' as const],
  ])('can’t be chosen of %s that is not there', (_, message, login, repositories) => {
    expect(() => emulator.installations.choose(login, repositories)).toThrow(new RangeError(message));
  });
});

describe('an installation’s token', () => {
  it('has what was asked for, and may always read metadata', async () => {
    const { permissions } = await newToken({ permissions: { issues: 'read' } });
    expect(permissions).toEqual({ issues: 'read', metadata: 'read' });
  });

  it.each([
    ['a permission that the installation lacks', { permissions: { administration: 'read' } }, /^The permissions/],
    ['more of one than the installation has', { permissions: { members: 'write' } }, /^The permissions requested/],
    ['a repository that is not there', { repositories: ['octo-none'] }, /^There is at least one repository/],
  ])('is not made for %s', async (_, options, message) => {
    const { status, body } = await refusalOf(newToken(options));
    expect([status, body.message]).toEqual([422, expect.stringMatching(message)]);
  });

  it('is worth nothing once it was given back', async () => {
    const bot = octokitWith((await newToken()).token);
    await bot.apps.revokeInstallationAccessToken();
    const { status, body } = await refusalOf(bot.apps.listReposAccessibleToInstallation());
    expect([status, body.message]).toEqual([401, 'Bad credentials']);
  });

  it('is what gives itself back: a person’s token is refused', async () => {
    const { status } = await refusalOf(octokitFor(emulator).apps.revokeInstallationAccessToken());
    expect(status).toBe(403);
  });
});

describe('an app', () => {
  it('is shown to everyone by its slug, as are other apps that have a bot here', async () => {
    emulator.as('octo-user-1');
    const { data } = await octokitFor(emulator).apps.getBySlug({ app_slug: 'octo-app' });
    expect(data).toMatchObject({ id: emulator.app.id, name: 'Octo App' });
    expect((await refusalOf(octokitFor(emulator).apps.getBySlug({ app_slug: 'octo-none' }))).status).toBe(404);
  });

  it('is pinged when it is asked for', async () => {
    emulator.installations.ping();
    expect(await heard()).toEqual(['ping']);
    expect(emulator.deliveries[0]?.payload).toMatchObject({ hook: { type: 'App', config: { url: receiver.url } } });
  });
});

describe('the app’s webhook', () => {
  it('shows where it goes, and never its secret', async () => {
    const { data } = await app.apps.getWebhookConfigForApp();
    expect(data).toEqual({ url: receiver.url, content_type: 'json', secret: '********', insecure_ssl: '0' });
  });

  it('goes elsewhere, signed with another secret, once it is told to', async () => {
    const another = await startReceiver();
    await changeHook({ url: another.url, secret: 'another-secret' });
    expect(emulator.app.webhookSecret).toBe('another-secret');
    await octokitFor(emulator).issues.createLabel({ ...place, name: 'new' });
    await emulator.settled();
    await another.close();
    expect(receiver.received).toEqual([]);
    const [{ raw, headers }] = another.received as [Receiver['received'][number]];
    const signature = createHmac('sha256', 'another-secret').update(raw).digest('hex');
    expect(headers['x-hub-signature-256']).toBe(`sha256=${signature}`);
  });

  it('comes as a form where that is asked for', async () => {
    await changeHook({ content_type: 'form' });
    emulator.installations.ping();
    await emulator.settled();
    const [{ headers, payload }] = receiver.received as [Receiver['received'][number]];
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(payload).toMatchObject({ hook_id: 1 });
  });

  it('is not changed to what is no address', async () => {
    const { status } = await refusalOf(changeHook({ url: 'nowhere' }));
    expect(status).toBe(422);
    expect((await app.apps.getWebhookConfigForApp()).data.url).toBe(receiver.url);
  });

  it('is nobody’s but the app’s', async () => {
    expect((await refusalOf(octokitFor(emulator).apps.getWebhookConfigForApp())).status).toBe(401);
  });
});
