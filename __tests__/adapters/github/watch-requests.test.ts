import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Octokit } from '@octokit/core';
import { watchRequests } from '../../../src/adapters/github/watch-requests.ts';
import { type Emulator, startEmulator } from '../../../src/emulator/emulator.ts';
import { type Answered, noMeter } from '../../../src/model/meter.ts';

describe('the requests of an installation', () => {
  let github: Emulator;
  const answered: Answered[] = [];
  const logged: object[] = [];
  let octokit: Octokit;

  beforeAll(async () => {
    github = await startEmulator({
      seed: {
        users: [{ login: 'octo-user-1' }],
        organizations: [{ login: 'octo-org', members: ['octo-user-1'] }],
        repositories: [{ owner: 'octo-org', name: 'octo-repo' }],
      },
    });
    octokit = watchRequests(new Octokit({ auth: github.as('octo-user-1').token, baseUrl: github.apiUrl }), {
      installation: 7,
      meter: { ...noMeter, answered: (request) => void answered.push(request) },
      log: { debug: (record) => void logged.push(record) },
    });
  });
  afterAll(() => github.close());

  it('are counted with what is left of the limit', async () => {
    await octokit.graphql('{ viewer { login } }');
    expect(answered.at(-1)).toEqual({ installation: 7, status: 200, resource: 'graphql', left: expect.any(Number) });
  });

  it('are logged without names', async () => {
    await octokit.request('GET /repos/{owner}/{repo}', { owner: 'octo-org', repo: 'octo-repo' });
    expect(logged.at(-1)).toMatchObject({ method: 'GET', url: '/repos/{owner}/{repo}', status: 200 });
    expect(JSON.stringify(logged)).not.toContain('octo-repo');
  });

  it('are counted when they fail, and fail all the same', async () => {
    await expect(octokit.request('GET /repos/octo-org/nothing')).rejects.toThrow(/Not Found/);
    expect(answered.at(-1)).toMatchObject({ status: 404 });
  });
});
