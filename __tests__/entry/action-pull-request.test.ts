import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { tellPullRequestOfEvent } from '../../src/entry/action/pull-request.ts';
import { aFinding, anOutcome } from '../../src/governance/example-outcome.ts';
import { aTree } from './terminal.ts';

const environment = { ...process.env };
const found = anOutcome([aFinding()]);

describe('the Action on a pull request', () => {
  afterEach(() => {
    process.env = { ...environment };
    jest.restoreAllMocks();
  });

  it('writes the comment', async () => {
    const { requests, out } = await tell();
    expect(requests.at(-2)).toBe('POST /repos/octo-org/octo-repo/issues/7/comments');
    expect(out).toBe('');
  });

  it('says in one line that its token may only read, and does not fail', async () => {
    const { out } = await tell({ writing: { status: 403, message: 'Resource not accessible by integration' } });
    expect(out).toMatch(/^Nothing is written .* may only read.* The annotations and the summary hold everything\.\n$/);
    expect(process.exitCode).toBeUndefined();
  });

  it('says why else GitHub refused, and does not fail', async () => {
    const { out } = await tell({
      writing: { status: 403, message: 'Unable to create comment because issue is locked' },
    });
    expect(out).toMatch(
      /^Not all is written .* issue is locked\. The annotations and the summary hold everything\.\n$/,
    );
    expect(process.exitCode).toBeUndefined();
  });

  it('leaves it to the check of the newer commit', async () => {
    const { requests, out } = await tell({ checked: 'decaf' });
    expect(requests).toEqual(['GET /repos/octo-org/octo-repo/pulls/7']);
    expect(out).toMatch(/newer commit/);
  });

  it.each([
    ['another event', { GITHUB_EVENT_NAME: 'push' }],
    ['both inputs at false', { INPUT_COMMENT: 'false', INPUT_SUGGESTIONS: 'False' }],
    ['no token', { INPUT_TOKEN: '' }],
  ])('asks GitHub nothing with %s', async (_, env) => {
    expect((await tell({ env })).requests).toEqual([]);
  });

  it('says which input it does not understand', async () => {
    await expect(tell({ env: { INPUT_COMMENT: 'maybe' } })).rejects.toThrow(
      'comment must be true or false, not “maybe”',
    );
  });
});

interface Circumstances {
  writing?: { status: number; message: string };
  checked?: string;
  env?: Record<string, string>;
}

/** Runs with a GitHub that has one empty pull request, and answers what is written in one way. */
async function tell({ writing = { status: 201, message: '' }, checked = 'c0ffee', env = {} }: Circumstances = {}) {
  const requests: string[] = [];
  const answerTo = ({ method, url = '' }: IncomingMessage) => {
    requests.push(`${method} ${url.replace(/\?.*/, '')}`);
    if (method !== 'GET') return { status: writing.status, data: { message: writing.message } };
    return { status: 200, data: url.endsWith('/pulls/7') ? { head: { sha: 'c0ffee' } } : [] };
  };
  const server = createServer((request, response) => {
    const { status, data } = answerTo(request);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(data));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const root = aTree({ 'event.json': JSON.stringify({ pull_request: { number: 7, head: { sha: checked } } }) });
  Object.assign(process.env, {
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: `${root}/event.json`,
    GITHUB_REPOSITORY: 'octo-org/octo-repo',
    GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    INPUT_TOKEN: 'a-token',
    ...env,
  });
  let out = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  try {
    await tellPullRequestOfEvent(found);
  } finally {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
  return { requests, out };
}
