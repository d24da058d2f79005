import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { type Json, octokitFor, startOctoWorld } from './octo-world.ts';
import { change, seedWith } from './pull-world.ts';

let emulator: Emulator;
beforeEach(async () => {
  const [repository] = seedWith(change).repositories ?? [];
  const issues = [
    { title: 'Crash at start', body: 'It stops', labels: ['bug'], milestone: '1.4', createdAt: '2026-01-01T00:00:00Z' },
    { title: 'Docs lack a page', labels: ['area/docs'], assignees: ['octo-user-1'], author: 'octo-user-2' },
    {
      title: 'Old crash',
      state: 'closed' as const,
      comments: [{ author: 'octo-user-2', body: 'me too' }, { body: 'yes' }],
    },
  ];
  const hidden = { owner: 'octo-user-2', name: 'hidden', private: true, issues: [{ title: 'Secret crash' }] };
  emulator = await startOctoWorld({ seed: { repositories: [{ ...repository!, issues }, hidden] } });
});
afterEach(() => emulator.close());

const search = async (query: string): Promise<Json> => {
  const { search } = await octokitFor(emulator).graphql<Json>(
    `query ($words: String!) {
      search(type: ISSUE, query: $words, first: 10) {
        issueCount
        nodes { __typename ... on Issue { number } ... on PullRequest { number } }
      }
    }`,
    { words: query },
  );
  return search;
};

it.each([
  ['repo:octo-org/octo-repo is:issue is:open', [2, 1]],
  ['repo:octo-org/octo-repo is:pr', [4]],
  ['org:octo-org type:issue state:closed', [3]],
  ['crash is:issue', [3, 1]],
  ['crash -is:closed', [1]],
  ['"me too" in:comments', [3]],
  ['label:bug', [1]],
  ['label:bug,area/docs sort:created-asc', [1, 2]],
  ['is:issue no:label', [3]],
  ['milestone:1.4', [1]],
  ['is:issue no:milestone', [3, 2]],
  ['assignee:octo-user-1', [2]],
  ['author:octo-user-2 is:issue', [2]],
  ['commenter:octo-user-2', [3]],
  ['created:<2026-02-01', [1]],
  ['created:2026-01-01..2026-01-02', [1]],
  ['comments:>=2', [3]],
  ['-repo:octo-org/octo-repo', []],
])('the search “%s” finds what GitHub would find', async (query, numbers) => {
  const { nodes, issueCount } = await search(query);
  expect(nodes.map(({ number }: Json) => number)).toEqual(numbers);
  expect(issueCount).toBe(numbers.length);
});

it('a search does not find what the caller may not see', async () => {
  expect(await search('secret')).toMatchObject({ issueCount: 0 });
});

it('a search that the emulator does not understand is refused, rather than answered wrongly', async () => {
  await expect(search('linked:pr')).rejects.toThrow('The emulator does not answer the qualifier “linked” of a search');
});
