import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { type Json, octokitFor, octoSeed, refusalOf, startOctoWorld } from './octo-world.ts';

let emulator: Emulator;
let octokit: Octokit;
beforeEach(async () => {
  const [repository] = octoSeed.repositories ?? [];
  const issues = [
    { title: 'Crash at start', labels: ['bug'], createdAt: '2026-01-01T00:00:00Z', comments: [{ body: 'me too' }] },
    { title: 'Docs lack a page', createdAt: '2026-01-02T00:00:00Z' },
    { title: 'Old crash', state: 'closed' as const, createdAt: '2026-01-03T00:00:00Z' },
  ];
  const hidden = { owner: 'octo-user-1', name: 'hidden', private: true, issues: [{ title: 'Secret crash' }] };
  emulator = await startOctoWorld({ seed: { ...octoSeed, repositories: [{ ...repository!, issues }, hidden] } });
  octokit = octokitFor(emulator);
});
afterEach(() => emulator.close());

const search = async (q: string, more = {}, by = octokit): Promise<Json> =>
  (await by.request('GET /search/issues', { q, ...more })).data;
const titlesOf = ({ items }: Json): string[] => items.map(({ title }: Json) => title);
const faultOf = async (q: string, more = {}) => {
  const { status, body }: Json = await refusalOf(search(q, more));
  return [status, body.errors?.[0]?.message ?? body.errors?.[0]?.code ?? body.message];
};

describe('a search by REST', () => {
  it('finds what a search by GraphQL finds, and says how many', async () => {
    const found = await search('repo:octo-org/octo-repo is:issue crash');
    expect(found).toMatchObject({ total_count: 2, incomplete_results: false });
    expect(found.items[0]).toMatchObject({ title: 'Old crash', score: 1, state: 'closed' });
  });

  it('is put in order by the parameters, or by the query itself', async () => {
    const ordered = async (q: string, more = {}) => titlesOf(await search(`repo:octo-org/octo-repo ${q}`, more));
    const byAge = ['Crash at start', 'Docs lack a page', 'Old crash'];
    expect(await ordered('', { sort: 'created', order: 'asc' })).toEqual(byAge);
    expect(await ordered('sort:created-asc', { sort: 'created', order: 'desc' })).toEqual(byAge);
    expect((await ordered('', { sort: 'comments' }))[0]).toBe('Crash at start');
    await octokit.reactions.createForIssue({ owner: 'octo-org', repo: 'octo-repo', issue_number: 2, content: 'heart' });
    expect((await ordered('', { sort: 'reactions-heart' }))[0]).toBe('Docs lack a page');
    expect((await ordered('', { sort: 'interactions' })).at(-1)).toBe('Old crash');
  });

  it('comes in pages', async () => {
    const { data, headers } = await octokit.request('GET /search/issues', { q: 'is:issue', per_page: 1, page: 2 });
    expect([data.total_count, data.items.length]).toEqual([4, 1]);
    expect(headers.link).toContain('rel="next"');
  });

  it('shows each what they may see', async () => {
    expect(titlesOf(await search('secret'))).toEqual(['Secret crash']);
    expect(titlesOf(await search('secret', {}, octokitFor(emulator, 'octo-user-2')))).toEqual([]);
  });

  it('wants something to search for', async () => {
    expect(await faultOf(' ')).toEqual([422, 'missing']);
  });

  it('wants a place that is there', async () => {
    const nowhere = expect.stringContaining('The listed users and repositories cannot be searched');
    expect(await faultOf('repo:octo-org/gone')).toEqual([422, nowhere]);
    expect(await faultOf('org:octo-nobody')).toEqual([422, nowhere]);
    expect(titlesOf(await search('repo:octo-org/gone repo:octo-org/octo-repo docs'))).toEqual(['Docs lack a page']);
  });

  it('is at most 256 characters long and has at most five operators', async () => {
    expect(await faultOf('word '.repeat(60))).toEqual([422, 'The search is longer than 256 characters.']);
    expect(await faultOf('a AND '.repeat(6))).toEqual([422, 'More than five AND / OR / NOT operators were used.']);
    expect(titlesOf(await search('crash AND is:closed'))).toEqual(['Old crash']);
  });

  it('shows the first thousand', async () => {
    const beyond = [422, 'Only the first 1000 search results are available'];
    expect(await faultOf('crash', { per_page: 100, page: 11 })).toEqual(beyond);
    expect(titlesOf(await search('crash', { per_page: 100, page: 10 }))).toEqual([]);
  });

  it('is counted apart from all else', async () => {
    emulator.limits.set({ search: 2 });
    await search('crash');
    await search('crash');
    expect(await refusalOf(search('crash'))).toMatchObject({ status: 403 });
    expect((await octokit.repos.get({ owner: 'octo-org', repo: 'octo-repo' })).status).toBe(200);
  });
});
