import { afterEach, describe, expect, it } from '@jest/globals';
import { Octokit } from '@octokit/core';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import type { Emulator } from '../../src/emulator/emulator.ts';
import type { LimitOptions } from '../../src/emulator/limits/limit-options.ts';
import { type Json, octokitFor, place, refusalOf, startOctoWorld } from './octo-world.ts';

let github: Emulator;
afterEach(() => github.close());

const start = async (limits: LimitOptions) => {
  github = await startOctoWorld({ limits });
  return octokitFor(github);
};

describe('the primary limit', () => {
  it('is not held to unless it is asked for', async () => {
    github = await startOctoWorld();
    const octokit = octokitFor(github);
    for (let each = 0; each < 90; each += 1) await octokit.issues.create({ ...place, title: 'x' });
    const { data } = await octokit.rateLimit.get();
    expect(data.rate).toMatchObject({ limit: 5000, used: 90, remaining: 4910 });
  });

  it('refuses in GitHub’s words and headers when nothing is left', async () => {
    const octokit = await start({ core: 2 });
    await octokit.issues.listForRepo(place);
    const { headers } = await octokit.issues.listForRepo(place);
    expect(headers).toMatchObject({
      'x-ratelimit-limit': '2',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-used': '2',
      'x-ratelimit-reset': String(Date.parse('2026-02-03T13:00:00Z') / 1000),
      'x-ratelimit-resource': 'core',
    });
    const { status, body } = await refusalOf(octokit.issues.listForRepo(place));
    expect([status, body.message]).toEqual([
      403,
      `API rate limit exceeded for user ID ${github.as('octo-user-1').id}.`,
    ]);
  });

  it('is each person’s own, and over with the hour', async () => {
    const octokit = await start({ core: 1, status: 429 });
    await octokit.issues.listForRepo(place);
    expect((await refusalOf(octokit.issues.listForRepo(place))).status).toBe(429);
    expect((await octokitFor(github, 'octo-user-2').issues.listForRepo(place)).status).toBe(200);
    github.clock.advance(60 * 60 * 1000);
    expect((await octokit.issues.listForRepo(place)).headers['x-ratelimit-remaining']).toBe('0');
  });

  it('does not count the question how much is left', async () => {
    const octokit = await start({ core: 1 });
    await octokit.rateLimit.get();
    const { data } = await octokit.rateLimit.get();
    expect(data.resources).toMatchObject({ core: { used: 0, remaining: 1 }, search: { limit: 30 } });
  });

  it('allows less to who has no token', async () => {
    await start({ anonymous: 1 });
    const ask = () => fetch(`${github.apiUrl}/repos/octo-org/octo-repo`);
    expect((await ask()).headers.get('x-ratelimit-limit')).toBe('1');
    const refused = await ask();
    const { message } = (await refused.json()) as Json;
    expect([refused.status, message]).toEqual([
      403,
      expect.stringContaining('API rate limit exceeded for 127.0.0.1. (But here'),
    ]);
  });

  it('comes from GraphQL with status 200 and a type', async () => {
    const octokit = await start({ graphql: 1 });
    await octokit.graphql('{ viewer { login } }');
    const refused = octokit.graphql('{ viewer { login } }');
    await expect(refused).rejects.toMatchObject({
      errors: [{ type: 'RATE_LIMITED' }],
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-resource': 'graphql' },
    });
  });
});

describe('the secondary limit', () => {
  it('stops a burst of writes and says how long to wait', async () => {
    const octokit = await start({});
    for (let each = 0; each < 80; each += 1) await octokit.issues.create({ ...place, title: 'x' });
    github.clock.advance(20_000);
    const error = await octokit.issues.create({ ...place, title: 'x' }).catch((one) => one);
    expect([error.status, error.response.headers['retry-after']]).toEqual([403, '40']);
    expect(error.response.data.message).toMatch(/^You have exceeded a secondary rate limit and have been temporarily/);
    github.clock.advance(40_000);
    expect((await octokit.issues.create({ ...place, title: 'x' })).data.number).toBe(81);
  });

  it('counts mutations among the writes, and no queries', async () => {
    const octokit = await start({ writesPerMinute: 1 });
    const { data } = await octokit.issues.create({ ...place, title: 'x' });
    await octokit.graphql('{ viewer { login } }');
    const mutation = 'mutation ($id: ID!) { addComment(input: { subjectId: $id, body: "x" }) { clientMutationId } }';
    await expect(octokit.graphql(mutation, { id: data.node_id })).rejects.toMatchObject({ status: 403 });
    expect((await octokit.issues.get({ ...place, issue_number: 1 })).data.comments).toBe(0);
  });

  it('counts a write as five points and a read as one', async () => {
    const octokit = await start({ restPointsPerMinute: 6 });
    await octokit.issues.create({ ...place, title: 'x' });
    await octokit.issues.get({ ...place, issue_number: 1 });
    const { body } = await refusalOf(octokit.issues.get({ ...place, issue_number: 1 }));
    expect(body.message).toBe(
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    );
  });
});

describe('Octokit’s plug-ins', () => {
  it.each([
    ['a primary', { core: 1 }],
    ['a secondary', { restPointsPerMinute: 1 }],
  ])('wait for the end of %s limit and try again', async (_, limits) => {
    // The plug-in reckons the wait from the system's clock.
    github = await startOctoWorld({ limits, clock: () => new Date() });
    const waits: string[] = [];
    const wait = (kind: string) => (seconds: number) => {
      waits.push(kind);
      github.clock.advance(seconds * 1000);
      return true;
    };
    const Plugged = Octokit.plugin(throttling, retry);
    const octokit = new Plugged({
      baseUrl: github.apiUrl,
      auth: github.as('octo-user-1').token,
      throttle: { retryAfterBaseValue: 0, onRateLimit: wait('primary'), onSecondaryRateLimit: wait('secondary') },
    });
    await octokit.request('GET /repos/{owner}/{repo}', place);
    expect((await octokit.request('GET /repos/{owner}/{repo}', place)).status).toBe(200);
    expect(waits).toEqual([Object.keys(limits)[0] === 'core' ? 'primary' : 'secondary']);
  });
});

describe('Octokit’s plug-in for throttling', () => {
  it('waits for the end of GraphQL’s limit, at the path of GitHub’s own server', async () => {
    github = await startOctoWorld({ limits: { graphql: 1 }, clock: () => new Date() });
    let waits = 0;
    const Throttled = Octokit.plugin(throttling);
    const octokit = new Throttled({
      baseUrl: github.url,
      auth: github.as('octo-user-1').token,
      throttle: {
        retryAfterBaseValue: 0,
        onSecondaryRateLimit: () => false,
        onRateLimit(seconds) {
          waits += 1;
          github.clock.advance(seconds * 1000);
          return true;
        },
      },
    });
    for (let each = 0; each < 2; each += 1) await octokit.graphql('{ viewer { login } }');
    expect([waits, github.requests.length]).toEqual([1, 3]);
  });
});

describe('a read that is asked for again', () => {
  it('is answered with 304, no body and at no cost until it changes', async () => {
    const octokit = await start({ core: 3 });
    const read = (etag = '') =>
      octokit.request('GET /repos/{owner}/{repo}/labels/{name}', {
        ...place,
        name: 'bug',
        headers: { 'if-none-match': etag },
      });
    const { headers } = await read();
    expect(headers.etag).toMatch(/^W\/"[0-9a-f]{64}"$/);
    for (let each = 0; each < 5; each += 1) {
      const error = await read(headers.etag).catch((one) => one);
      expect([error.status, error.response.headers['x-ratelimit-used']]).toEqual([304, '1']);
    }
    await octokit.issues.updateLabel({ ...place, name: 'bug', color: 'ff0000' });
    expect((await read(headers.etag)).data.color).toBe('ff0000');
  });
});
