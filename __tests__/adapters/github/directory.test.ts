import { describe, expect, it } from '@jest/globals';
import { directoryOf } from '../../../src/adapters/github/directory.ts';
import { known } from '../../../src/model/known.ts';

/** A client that gives data together with errors, as Octokit throws it. */
const answering = (data: object | null, ...errors: object[]) =>
  directoryOf({
    graphql: () => Promise.reject(Object.assign(new Error('as Octokit does'), { data, errors })),
    request: () => Promise.reject(new Error('nothing is asked of REST here')),
  });

const notFound = (...path: string[]) => ({ type: 'NOT_FOUND', path, message: 'Could not resolve to a User' });

describe('a directory that GitHub answers in part', () => {
  it('takes an account for gone only where GitHub says that nobody has it', async () => {
    const directory = answering({ a0: { login: 'octo-lead-1' }, a1: null }, notFound('a1'));
    const accounts = await directory.accounts(['octo-lead-1', 'octo-gone-1']);
    expect(accounts.known && accounts.value.get('octo-gone-1')).toBe('gone');
  });

  it.each([
    ['is refused', { type: 'FORBIDDEN', path: ['a1'], message: 'Resource not accessible' }],
    ['fails without a type', { path: ['a1'], message: 'Something went wrong while executing your query' }],
  ])('knows nothing of any account when the look at one %s', async (_, error) => {
    const directory = answering({ a0: null, a1: null }, notFound('a0'), error);
    expect(await directory.accounts(['octo-gone-1', 'octo-lead-1'])).toEqual({
      known: false,
      because: expect.stringContaining('looking up accounts'),
    });
  });

  it('knows nothing of an account that is passed over in silence', async () => {
    const directory = answering({ a0: null, a1: null }, notFound('a0'));
    expect(await directory.accounts(['octo-gone-1', 'octo-lead-1'])).toMatchObject({ known: false });
  });

  it('knows nothing when the limit of requests is reached', async () => {
    const directory = answering(null, { type: 'RATE_LIMITED', message: 'API rate limit exceeded' });
    const because = 'GitHub’s rate limit is spent: try again later';
    expect(await directory.accounts(['octo-lead-1'])).toEqual({ known: false, because });
  });

  it('knows nothing of teams when one of them may not be read', async () => {
    const error = { type: 'FORBIDDEN', path: ['organization', 't1'], message: 'Resource not accessible' };
    const members = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
    const directory = answering({ organization: { t0: { slug: 'docs', name: 'Docs', members }, t1: null } }, error);
    expect(await directory.teams('octo-org', ['docs', 'release'])).toMatchObject({ known: false });
  });
});

describe('a directory that is answered by something else than GitHub', () => {
  it('takes a page for no list', async () => {
    const directory = directoryOf({
      graphql: async () => '<html></html>',
      request: async () => ({ data: '<html></html>', status: 200 }),
    });
    expect(await directory.labels({ owner: 'octo-org', name: 'octo-repo' })).toMatchObject({ known: false });
    expect(await directory.members('octo-org')).toMatchObject({ known: false });
    expect(await directory.accounts(['octo-lead-1'])).toMatchObject({ known: false });
  });

  it('does not hide a mistake of ours behind “not known”', async () => {
    const broken = directoryOf({
      graphql: async () => ({}),
      request: () => Promise.reject(new TypeError('undefined is not a function')),
    });
    await expect(broken.labels({ owner: 'octo-org', name: 'octo-repo' })).rejects.toThrow(TypeError);
    expect(await broken.accounts([])).toEqual(known(new Map()));
  });
});
