import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { type Json, octokitFor, octoSeed, place, startOctoWorld } from './octo-world.ts';

let emulator: Emulator;
let octokit: Octokit;
beforeEach(async () => {
  const [repository] = octoSeed.repositories ?? [];
  const milestones = [
    'undated',
    { title: 'late', dueOn: '2026-09-01T00:00:00Z' },
    { title: 'soon', dueOn: '2026-03-01T00:00:00Z' },
  ];
  const issues = [
    {
      title: 'first',
      milestone: 'late',
      state: 'closed' as const,
      comments: [{ body: 'one, @octo-user-2' }, { body: 'two' }],
    },
    { title: 'second', milestone: 'undated', body: 'for @octo-user-22' },
  ];
  emulator = await startOctoWorld({ seed: { ...octoSeed, repositories: [{ ...repository!, milestones, issues }] } });
  octokit = octokitFor(emulator);
});
afterEach(() => emulator.close());

const titlesOf = (list: { title: string }[]) => list.map(({ title }) => title);

it('milestones come by when they are due, or by how far they are', async () => {
  const listed = async (more = {}) => titlesOf((await octokit.issues.listMilestones({ ...place, ...more })).data);
  expect(await listed()).toEqual(['soon', 'late', 'undated']);
  expect(await listed({ direction: 'desc' })).toEqual(['undated', 'late', 'soon']);
  expect((await listed({ sort: 'completeness' })).at(-1)).toBe('late');
});

it('comments of a repository come by their making, or by their last change where that is asked for', async () => {
  const listed = async (more = {}) =>
    (await octokit.issues.listCommentsForRepo({ ...place, ...more })).data.map(({ body }) => body);
  const { data } = await octokit.issues.listCommentsForRepo(place);
  emulator.clock.advance(1000);
  await octokit.issues.updateComment({ ...place, comment_id: data[0]!.id, body: 'edited' });
  expect(await listed()).toEqual(['edited', 'two']);
  expect(await listed({ sort: 'updated' })).toEqual(['two', 'edited']);
  expect(await listed({ direction: 'desc' })).toEqual(['edited', 'two']);
  expect(await listed({ sort: 'created', direction: 'desc' })).toEqual(['two', 'edited']);
});

it('issues come by who is mentioned in them', async () => {
  const { data } = await octokit.issues.listForRepo({ ...place, state: 'all', mentioned: 'octo-user-2' });
  expect(titlesOf(data)).toEqual(['first']);
});

describe('an issue', () => {
  const open = async (more: object): Promise<Json> =>
    (await octokit.request('POST /repos/{owner}/{repo}/issues', { ...place, title: 'x', ...more })).data;

  it('is given one assignee by the older word, or several as objects', async () => {
    const issue = await open({ assignee: 'octo-user-1' });
    expect(issue.assignees).toMatchObject([{ login: 'octo-user-1' }]);
    const at = { ...place, issue_number: issue.number };
    const change = async (more: object): Promise<Json> =>
      (await octokit.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', { ...at, ...more } as never)).data;
    expect((await change({ assignee: null })).assignees).toEqual([]);
    expect((await change({ assignees: [{ login: 'octo-user-1' }] })).assignees).toHaveLength(1);
    expect((await change({ type: { value: 'Bug' } })).type.name).toBe('Bug');
  });
});
