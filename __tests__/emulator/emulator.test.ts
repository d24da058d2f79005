import { describe, expect, it } from '@jest/globals';
import { Octokit } from '@octokit/core';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { startEmulator } from '../../src/emulator/emulator.ts';
import { octokitFor, octoSeed, place, startOctoWorld } from './octo-world.ts';

describe('the emulator', () => {
  it('starts empty, and says so in GitHub’s words', async () => {
    const emulator = await startEmulator();
    const response = await fetch(`${emulator.apiUrl}/repos/octo-org/octo-repo`);
    expect(response.status).toBe(404);
    expect(response.headers.get('x-github-request-id')).toMatch(/^EMUL:/);
    expect(response.headers.get('x-ratelimit-limit')).toBe('5000');
    await emulator.close();
  });

  it('has the same ids and webhook GUIDs at every start', async () => {
    const tell = async () => {
      const emulator = await startOctoWorld({ webhookUrl: 'http://127.0.0.1:9/' });
      const { data } = await octokitFor(emulator).issues.create({ ...place, title: 'x', labels: ['bug'] });
      await emulator.settled();
      await emulator.close();
      return [data.id, data.node_id, emulator.as('octo-user-1').token, ...emulator.deliveries.map(({ guid }) => guid)];
    };
    const first = await tell();
    expect(await tell()).toEqual(first);
    expect(new Set(first).size).toBe(first.length);
  });

  it('answers at the paths of GitHub’s own server and of one’s own', async () => {
    const emulator = await startOctoWorld();
    for (const baseUrl of [emulator.apiUrl, emulator.url]) {
      const octokit = new Octokit({ baseUrl, auth: emulator.as('octo-user-1').token });
      expect((await octokit.request('GET /repos/{owner}/{repo}', place)).data.full_name).toBe('octo-org/octo-repo');
      expect(await octokit.graphql('{ viewer { login } }')).toEqual({ viewer: { login: 'octo-user-1' } });
    }
    await emulator.close();
  });

  it('serves Octokit with its plug-ins for throttling and retries', async () => {
    const emulator = await startOctoWorld();
    const Plugged = Octokit.plugin(throttling, retry);
    const octokit = new Plugged({
      baseUrl: emulator.apiUrl,
      auth: emulator.as('octo-user-1').token,
      throttle: { onRateLimit: () => false, onSecondaryRateLimit: () => false },
    });
    const { data } = await octokit.request('POST /repos/{owner}/{repo}/issues', { ...place, title: 'Throttled' });
    expect(data.number).toBe(1);
    await emulator.close();
  });

  it('logs every request with who asked and which route answered', async () => {
    const emulator = await startOctoWorld();
    await octokitFor(emulator).issues.listForRepo(place);
    await octokitFor(emulator).graphql('query Who { viewer { login } }');
    expect(emulator.requests).toMatchObject([
      { method: 'GET', route: 'GET /repos/{owner}/{repo}/issues', operation: null, status: 200, actor: 'octo-user-1' },
      { method: 'POST', route: null, operation: 'query Who', kind: 'query', status: 200 },
    ]);
    emulator.resetRequests();
    expect(emulator.requests).toEqual([]);
    await emulator.close();
  });

  it('tells a person’s role in the old words and the new', async () => {
    const [repository] = octoSeed.repositories ?? [];
    const collaborators = { 'octo-user-1': 'triage', 'octo-user-2': 'maintain' } as const;
    const emulator = await startOctoWorld({ seed: { ...octoSeed, repositories: [{ ...repository!, collaborators }] } });
    const octokit = octokitFor(emulator, 'octo-user-2');
    const roles = [];
    for (const username of ['octo-user-1', 'octo-user-2']) {
      const { data } = await octokit.repos.getCollaboratorPermissionLevel({ ...place, username });
      roles.push([data.permission, data.role_name]);
    }
    expect(roles).toEqual([
      ['read', 'triage'],
      ['write', 'maintain'],
    ]);
    await emulator.close();
  });

  it('hides a private repository from who has no part in it', async () => {
    const secret = { owner: 'octo-user-1', name: 'secret', private: true };
    const emulator = await startOctoWorld({ seed: { ...octoSeed, repositories: [secret] } });
    const status = async (login: string) =>
      octokitFor(emulator, login)
        .repos.get({ owner: 'octo-user-1', repo: 'secret' })
        .then(
          (answer) => answer.status,
          (error) => error.status,
        );
    expect([await status('octo-user-1'), await status('octo-user-2')]).toEqual([200, 404]);
    expect((await fetch(`${emulator.url}/octo-user-1/secret/issues`)).status).toBe(404);
    await emulator.close();
  });

  it('says what is wrong with a seed, and who is unknown', async () => {
    const repositories = [{ owner: 'octo-org', name: 'octo-repo', issues: [{ title: 'x', milestone: 'none' }] }];
    await expect(startEmulator({ seed: { repositories } })).rejects.toThrow(
      'the seed gives octo-repo no milestone “none”',
    );
    const twice = [{ owner: 'octo-org', name: 'octo-repo', labels: ['a', 'A'] }];
    await expect(startEmulator({ seed: { repositories: twice } })).rejects.toThrow(
      'the seed of octo-org/octo-repo can’t be: Label name: already_exists',
    );
    const emulator = await startEmulator();
    expect(() => emulator.as('nobody')).toThrow('nobody here is called nobody');
    await emulator.close();
  });

  it('refuses a port that is taken', async () => {
    const emulator = await startEmulator();
    await expect(startEmulator({ port: Number(new URL(emulator.url).port) })).rejects.toThrow('EADDRINUSE');
    await emulator.close();
  });
});
