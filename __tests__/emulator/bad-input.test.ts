import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { routes } from '../../src/emulator/rest/routes.ts';
import { propertiesOf, queryOf } from './described.ts';
import { startOctoWorld } from './octo-world.ts';
import { change, seedWith } from './pull-world.ts';

let emulator: Emulator;
beforeEach(async () => {
  // What is not as GitHub describes it is sent on purpose.
  emulator = await startOctoWorld({ seed: seedWith(change), contract: null });
});
afterEach(() => emulator.close());

const repository = '/repos/octo-org/octo-repo';
const ask = async (method: string, path: string, body?: string, headers: Record<string, string> = {}) => {
  const authorization = `token ${emulator.as('octo-user-1').token}`;
  const sent = body === undefined ? {} : { body };
  const response = await fetch(emulator.apiUrl + path, { method, headers: { authorization, ...headers }, ...sent });
  return { status: response.status, text: await response.text() };
};

describe('what GitHub can’t take', () => {
  it.each<[string, Parameters<typeof ask>, number, string]>([
    ['no JSON', ['POST', `${repository}/issues`, '{"title":'], 400, 'Problems parsing JSON'],
    ['JSON that is no object', ['POST', `${repository}/issues`, '"title"'], 400, 'Body should be a JSON object'],
    ['a route that is not there', ['GET', '/no/such/thing'], 404, 'Not Found'],
    ['a method that a route lacks', ['DELETE', `${repository}/issues`], 404, 'Not Found'],
    ['a path that can’t be decoded', ['GET', `${repository}/labels/%E0%A4%A`], 404, 'Not Found'],
    ['a number that is none', ['GET', `${repository}/issues/one`], 404, 'Not Found'],
    ['a token that is none', ['GET', '/user', undefined, { authorization: 'Bearer' }], 401, 'Bad credentials'],
    [
      'a password in the place of a token',
      ['GET', '/user', undefined, { authorization: `Basic ${btoa('octo-user-1:secret')}` }],
      401,
      'Bad credentials',
    ],
  ])('is refused in its words and its shape: %s', async (_, request, status, message) => {
    const { text, ...answer } = await ask(...request);
    expect(answer.status).toBe(status);
    expect(JSON.parse(text)).toEqual({
      message,
      documentation_url: expect.stringMatching(/^https:\/\/docs\.github\.com\//),
      status: String(status),
    });
  });

  it('is a body of more than 25 MB', async () => {
    const { status, text } = await ask('POST', `${repository}/issues`, 'x'.repeat(25 * 1024 * 1024 + 1));
    expect([status, JSON.parse(text).message]).toEqual([413, 'Payload too big']);
  });

  it('is refused by GraphQL before a query is read', async () => {
    const query = async (body: string, headers: Record<string, string> = {}) => {
      const response = await fetch(emulator.graphqlUrl, { method: 'POST', body, headers });
      return [response.status, ((await response.json()) as { message: string }).message];
    };
    const authorization = `bearer ${emulator.as('octo-user-1').token}`;
    expect(await query('{"query":"{ viewer { login } }"}')).toEqual([
      401,
      'This endpoint requires you to be authenticated.',
    ]);
    expect(await query('{', { authorization })).toEqual([400, 'Problems parsing JSON']);
    expect(await query('{}', { authorization })).toEqual([
      400,
      'A query attribute must be specified and must be a string.',
    ]);
  });
});

describe('whatever is asked', () => {
  const params: Record<string, string> = { owner: 'octo-org', repo: 'octo-repo', org: 'octo-org', name: 'bug' };
  const fill = (path: string) =>
    path.replace(/\{\+?(\w+)\}/g, (_, name: string) => params[name] ?? (/ref|branch|path/.test(name) ? 'main' : '1'));

  it.each(Object.keys(routes))('GitHub has an answer to %s', async (route) => {
    const [method = '', path = ''] = route.split(' ');
    const body = fc.dictionary(fc.constantFrom('surplus', ...propertiesOf(route)), fc.jsonValue({ maxDepth: 2 }));
    const query = fc.dictionary(fc.constantFrom('per_page', 'page', ...queryOf(route)), fc.string());
    await fc.assert(
      fc.asyncProperty(body, query, async (given, asked) => {
        const sent = method === 'GET' ? undefined : JSON.stringify(given);
        const { status, text } = await ask(method, `${fill(path)}?${new URLSearchParams(asked)}`, sent);
        expect([status < 500 || status === 501, text]).toEqual([true, text]);
      }),
      { numRuns: 8 },
    );
  });
});
