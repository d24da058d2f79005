import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { explain, Limited, Refused, Unreachable } from '../../../src/adapters/github/errors.ts';
import { connect } from '../../../src/adapters/github/github.ts';
import { createOctokit } from '../../../src/adapters/github/octokit.ts';
import { secondsToWait } from '../../../src/model/wait.ts';
import { anIssue } from '../../builders.ts';

type Reply = (response: ServerResponse, request: IncomingMessage) => void;

let server: Server | undefined;
let asked: IncomingMessage[] = [];

afterEach(async () => {
  await stop();
  asked = [];
});

async function stop(): Promise<void> {
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
  server = undefined;
}

/** A GitHub that gives these replies, one a request, the last one for ever. */
const replying = (...replies: Reply[]) => replyingAt('', ...replies);

async function replyingAt(path: string, ...replies: Reply[]) {
  server = createServer((request, response) => {
    asked.push(request);
    const reply = replies[Math.min(asked.length, replies.length) - 1]!;
    request.resume().on('end', () => reply(response, request));
  });
  await new Promise((resolve) => server?.listen(0, '127.0.0.1', () => resolve(null)));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  return connect({ octokit: createOctokit({ token: 'secret-token', baseUrl }) });
}

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Reply =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

const repository = { owner: 'octo-org', name: 'octo-repo' };
const noIssues = { data: { repository: { issues: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } } } };
const error = async (promise: Promise<unknown>): Promise<Error> => {
  try {
    await promise;
  } catch (caught) {
    return caught as Error;
  }
  throw new Error('there was no error');
};

describe('our own client', () => {
  it('signs in with the token and says who it is', async () => {
    const github = await replying(json(200, noIssues));
    expect(await github.openIssues(repository)).toEqual([]);
    expect(asked[0]?.headers.authorization).toBe('token secret-token');
    expect(asked[0]?.headers['user-agent']).toMatch(/^remit /);
  });

  it('tries a read again on a 5xx', async () => {
    const github = await replying(json(502, { message: 'Bad gateway' }), json(200, noIssues));
    expect(await github.openIssues(repository)).toEqual([]);
    expect(asked).toHaveLength(2);
  });

  it('never tries a write again on a 5xx: it may have been done', async () => {
    const github = await replying(json(502, { message: 'Bad gateway' }));
    const failure = await error(github.write(anIssue(), [{ do: 'checklist', body: 'x', because: '' }]));
    expect(failure).toBeInstanceOf(Unreachable);
    expect(failure.message).toMatch(/is out of order \(HTTP 502\)/);
    expect(asked).toHaveLength(1);
  });

  it('waits out a short rate limit', async () => {
    const limited = json(429, { message: 'You have exceeded a secondary rate limit.' }, { 'retry-after': '1' });
    const github = await replying(limited, json(200, noIssues));
    expect(await github.openIssues(repository)).toEqual([]);
    expect(asked).toHaveLength(2);
  });

  it.each([
    [
      'API rate limit exceeded for installation',
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '2114380800' },
      /spent: try again after 2037-01-01T/,
    ],
    ['You have exceeded a secondary rate limit', { 'retry-after': '3600' }, /spent: try again in 3600 seconds/],
  ])('does not wait for a long one, and says until when it lasts: %s', async (words, headers, message) => {
    const github = await replying(json(403, { message: words }, headers));
    const failure = await error(github.openIssues(repository));
    expect(failure).toBeInstanceOf(Unreachable);
    expect(failure.message).toMatch(message);
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['the time that GitHub names', { 'retry-after': '300' }, 300],
    [
      'the time until the limit is new, by GitHub’s own clock',
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '2114380800', date: 'Wed, 31 Dec 2036 23:00:00 GMT' },
      3601,
    ],
    ['a minute where GitHub names none', { 'x-ratelimit-remaining': '12' }, 60],
  ])('says for how long to wait: %s', async (_, headers, seconds) => {
    const limited = explain({
      message: 'You have exceeded a secondary rate limit',
      status: 403,
      request: {},
      response: { headers },
    });
    expect(limited).toBeInstanceOf(Limited);
    expect(secondsToWait(limited)).toBe(seconds);
  });

  it.each([
    ['github.com', ''],
    ['an Enterprise Server', '/api/v3'],
  ])('knows the rate limit that GraphQL reports with status 200 on %s', async (_, path) => {
    const errors = [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }];
    const headers = {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '2114380800',
      date: 'Wed, 31 Dec 2036 23:00:00 GMT',
    };
    const github = await replyingAt(path, json(200, { data: null, errors }, headers));
    const failure = await error(github.openIssues(repository));
    expect(failure).toBeInstanceOf(Limited);
    expect(failure.message).toMatch(/rate limit is spent: try again after 2037/);
    expect(secondsToWait(failure)).toBe(3601);
  });

  it('says that a token is not accepted, and does not print it', async () => {
    const github = await replying(json(401, { message: 'Bad credentials' }));
    const failure = await error(github.openIssues(repository));
    expect(failure).toBeInstanceOf(Refused);
    expect(failure.message).toMatch(/does not accept the token/);
    expect(JSON.stringify([failure, failure.cause])).not.toContain('secret-token');
  });

  it('says that the token may not do it, in GitHub’s words', async () => {
    const github = await replying(json(403, { message: 'Resource not accessible by integration' }));
    const failure = await error(github.openIssues(repository));
    expect(failure).toBeInstanceOf(Refused);
    expect(failure.message).toMatch(/does not allow it to this token: Resource not accessible by integration/);
  });

  it('names the host where nobody answers', async () => {
    const github = await replying();
    await stop();
    const failure = await error(github.openIssues(repository));
    expect(failure).toBeInstanceOf(Unreachable);
    expect(failure.message).toMatch(/^127\.0\.0\.1:\d+ can’t be reached: nobody answers there$/);
  });

  it('names a host that does not exist', async () => {
    const github = connect({ octokit: createOctokit({ token: 't', baseUrl: 'http://github.invalid' }) });
    const failure = await error(github.openIssues(repository));
    expect(failure).toBeInstanceOf(Unreachable);
    expect(failure.message).toMatch(/^github\.invalid can’t be reached: no such host/);
  });

  it('says that an address is no URL', async () => {
    const github = connect({ octokit: createOctokit({ token: 't', baseUrl: 'no url' }) });
    expect(await error(github.openIssues(repository))).toBeInstanceOf(Unreachable);
  });

  it.each<[string, Reply]>([
    ['a page', (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Proxy</h1>')],
    ['nothing', (response) => void response.writeHead(200).end()],
    ['a list', json(200, [])],
    ['a broken connection', (response) => void response.destroy()],
  ])('takes %s for a GitHub that can’t be reached', async (_, reply) => {
    const github = await replying(reply);
    const failure = await error(github.write(anIssue(), [{ do: 'checklist', body: 'x', because: '' }]));
    expect(failure).toBeInstanceOf(Unreachable);
  });
});
