import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Octokit as Core } from '@octokit/core';
import { retry } from '@octokit/plugin-retry';
import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { appToken } from './app-token.ts';
import { type Json, octokitFor, place, refusalOf, startOctoWorld } from './octo-world.ts';

let github: Emulator;
let octokit: Octokit;
beforeEach(async () => {
  github = await startOctoWorld();
  octokit = octokitFor(github);
});
afterEach(() => github.close());

const issues = '/repos/{owner}/{repo}/issues' as const;
const open = (title = 'x') => octokit.issues.create({ ...place, title });
const titles = async () => (await octokit.issues.listForRepo(place)).data.map(({ title }) => title);
const isRefused = (call: Promise<unknown>) =>
  call.then(
    () => false,
    () => true,
  );

describe('a rule', () => {
  it('makes the nth request of a route fail, that one alone', async () => {
    const rule = github.faults.add({ method: 'post', path: issues, nth: 2, fault: { kind: 'status', status: 503 } });
    await open('first');
    const { status, body } = await refusalOf(open('second'));
    await open('third');
    expect([status, body.message]).toEqual([503, expect.stringContaining('No server is currently available')]);
    expect([await titles(), rule.happened]).toEqual([['third', 'first'], 1]);
  });

  it('ends after so many times, when it is removed, and when all are cleared', async () => {
    const fault = { kind: 'status', status: 500 } as const;
    github.faults.add({ method: 'GET', times: 2, fault });
    for (let each = 0; each < 2; each += 1) expect(await isRefused(titles())).toBe(true);
    expect(await isRefused(titles())).toBe(false);
    const rule = github.faults.add({ fault });
    expect(await isRefused(titles())).toBe(true);
    rule.remove();
    expect(await isRefused(titles())).toBe(false);
    github.faults.add({ fault });
    github.faults.clear();
    expect(await isRefused(titles())).toBe(false);
  });

  it('draws by its seed, the same at every start', async () => {
    const run = async (seed: number) => {
      github.faults.clear();
      github.faults.add({ probability: 0.5, seed, fault: { kind: 'status', status: 502 } });
      const outcomes = [];
      for (let each = 0; each < 20; each += 1) outcomes.push(await isRefused(titles()));
      return outcomes;
    };
    const first = await run(1);
    expect(await run(1)).toEqual(first);
    expect(await run(2)).not.toEqual(first);
    expect(new Set(first).size).toBe(2);
  });

  it.each(['mutation', 'Say', 'mutation Say', 'addComment'])(
    'knows a request to GraphQL as “%s”',
    async (operation) => {
      const { data } = await open();
      github.faults.add({ operation, fault: { kind: 'status', status: 502 } });
      const say = 'mutation Say($id: ID!) { addComment(input: { subjectId: $id, body: "x" }) { clientMutationId } }';
      const error: Json = await octokit.graphql(say, { id: data.node_id }).catch((one: Json) => one);
      expect([error.status, error.response.data.data]).toEqual([502, null]);
      expect(await octokit.graphql('{ viewer { login } }')).toEqual({ viewer: { login: 'octo-user-1' } });
    },
  );

  it('is refused when it is none', () => {
    const fault = { kind: 'status', status: 200 } as const;
    expect(() => github.faults.add({ fault })).toThrow('500');
    expect(github.faults.list()).toEqual([]);
  });
});

describe('a request that fails', () => {
  it('may have taken effect before GitHub’s failure', async () => {
    github.faults.add({ method: 'POST', fault: { kind: 'status', status: 502, effect: 'after' } });
    expect((await refusalOf(open('lost'))).status).toBe(502);
    expect(await titles()).toEqual(['lost']);
  });

  it.each([
    ['before', []],
    ['after', ['x']],
  ] as const)('may go unanswered %s the write', async (effect, expected) => {
    github.faults.add({ method: 'POST', fault: { kind: 'timeout', effect, ms: 5 } });
    expect(await isRefused(open())).toBe(true);
    expect(await titles()).toEqual(expected);
    expect(github.requests[0]).toMatchObject({ method: 'POST', fault: 'timeout' });
  });

  it('may break off in the middle of the answer', async () => {
    await open('a long title that is cut');
    github.faults.add({ path: issues, fault: { kind: 'cut' } });
    const response = await fetch(`${github.apiUrl}/repos/octo-org/octo-repo/issues`);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });

  it('may be slow', async () => {
    github.faults.add({ method: 'GET', nth: 1, fault: { kind: 'slow', ms: 200 } });
    const signal = AbortSignal.timeout(20);
    await expect(octokit.request('GET /user', { request: { signal } })).rejects.toThrow();
    expect((await octokit.request('GET /user')).data.login).toBe('octo-user-1');
  });

  it('may come from too many at once', async () => {
    github.limits.set({ concurrent: 3 });
    github.faults.add({ fault: { kind: 'slow', ms: 100 } });
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => isRefused(octokit.request('GET /user'))));
    expect(outcomes).toContain(true);
    expect(await isRefused(octokit.request('GET /user'))).toBe(false);
  });

  it('is tried again by Octokit’s plug-in', async () => {
    const Plugged = Core.plugin(retry);
    const patient = new Plugged({
      auth: github.as('octo-user-1').token,
      baseUrl: github.apiUrl,
      retry: { retryAfterBaseValue: 1 },
    });
    const rule = github.faults.add({ path: issues, times: 2, fault: { kind: 'status', status: 500 } });
    expect((await patient.request(`GET ${issues}`, place)).status).toBe(200);
    expect(rule.happened).toBe(2);
  });
});

describe('an answer that is not the whole truth', () => {
  it.each([
    ['failed', {}],
    ['forbidden', { type: 'FORBIDDEN' }],
  ] as const)('has null and an error where a part of GraphQL is %s', async (because, more) => {
    await open();
    const fault = { kind: 'partial', field: 'repository.issue.author', because } as const;
    github.faults.add({ operation: 'query', fault });
    const query =
      '{ repository(owner: "octo-org", name: "octo-repo") { issue(number: 1) { title author { login } } } }';
    const error: Json = await octokit.graphql(query).catch((one: Json) => one);
    expect(error.data).toEqual({ repository: { issue: { title: 'x', author: null } } });
    expect(error.errors).toMatchObject([{ path: ['repository', 'issue', 'author'], ...more }]);
  });

  it('is that of before the write, for so many reads', async () => {
    await open('before');
    github.faults.add({ path: `${issues}/{number}`, fault: { kind: 'stale', reads: 2 } });
    const read = async () => (await octokit.issues.get({ ...place, issue_number: 1 })).data.title;
    const seen = [await read()];
    await octokit.issues.update({ ...place, issue_number: 1, title: 'after' });
    for (let each = 0; each < 3; each += 1) seen.push(await read());
    expect(seen).toEqual(['before', 'before', 'before', 'after']);
  });

  it('is stale through GraphQL and in a private repository too', async () => {
    await octokitFor(github, 'octo-admin').repos.update({ ...place, private: true });
    github.faults.add({ operation: 'query', fault: { kind: 'stale' } });
    await open();
    const query = '{ repository(owner: "octo-org", name: "octo-repo") { issues(first: 1) { totalCount } } }';
    const count = async () => ((await octokit.graphql(query)) as Json).repository.issues.totalCount;
    expect([await count(), await count()]).toEqual([0, 1]);
  });
});

describe('a token', () => {
  it('expires in the middle, and a new one goes on', async () => {
    const app = new Core({ auth: appToken(github), baseUrl: github.apiUrl });
    const [installation] = github.state.installations.keys();
    const tokenised = async () => {
      const route = 'POST /app/installations/{installation_id}/access_tokens';
      const { data } = await app.request(route, { installation_id: installation! });
      return new Core({ auth: data.token, baseUrl: github.apiUrl });
    };
    const bot = await tokenised();
    github.faults.add({ path: issues, nth: 2, fault: { kind: 'expired-token' } });
    await bot.request(`GET ${issues}`, place);
    const { status, body } = await refusalOf(bot.request(`GET ${issues}`, place));
    expect([status, body.message]).toEqual([401, 'Bad credentials']);
    expect((await (await tokenised()).request(`GET ${issues}`, place)).status).toBe(200);
  });

  it('expires by the clock that was moved', async () => {
    const jwt = appToken(github);
    const ask = () => fetch(`${github.apiUrl}/app`, { headers: { authorization: `Bearer ${jwt}` } });
    expect((await ask()).status).toBe(200);
    github.clock.advance(11 * 60 * 1000);
    expect((await ask()).status).toBe(401);
    github.clock.set('2026-02-03T12:00:00Z');
    expect((await ask()).status).toBe(200);
    expect(() => github.clock.set('no time')).toThrow('that is no time');
  });
});
