import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { atNoon, octokitFor, place, refusalOf, startOctoWorld } from './octo-world.ts';

let emulator: Emulator;
let octokit: Octokit;
let issue_number: number;
let now: Date;
beforeEach(async () => {
  now = atNoon();
  emulator = await startOctoWorld({ clock: () => now });
  octokit = octokitFor(emulator);
  issue_number = (await octokit.issues.create({ ...place, title: 'An issue' })).data.number;
});
afterEach(() => emulator.close());

const comment = async (body: string) => (await octokit.issues.createComment({ ...place, issue_number, body })).data.id;

describe('comments', () => {
  it('are written, edited, listed and deleted', async () => {
    const comment_id = await comment('first');
    await comment('second');
    now = new Date('2026-02-03T12:05:00Z');
    const { data } = await octokit.issues.updateComment({ ...place, comment_id, body: 'first, better' });
    expect(data).toMatchObject({
      body: 'first, better',
      created_at: '2026-02-03T12:00:00Z',
      updated_at: '2026-02-03T12:05:00Z',
    });
    const bodies = async (since?: string) =>
      (await octokit.issues.listComments({ ...place, issue_number, ...(since ? { since } : {}) })).data.map(
        ({ body }) => body,
      );
    expect(await bodies()).toEqual(['first, better', 'second']);
    expect(await bodies('2026-02-03T12:01:00Z')).toEqual(['first, better']);
    await octokit.issues.deleteComment({ ...place, comment_id });
    expect(await bodies()).toEqual(['second']);
    expect((await octokit.issues.listCommentsForRepo(place)).data).toHaveLength(1);
    expect(await refusalOf(octokit.issues.getComment({ ...place, comment_id }))).toMatchObject({ status: 404 });
    const { data: timeline } = await octokit.issues.listEventsForTimeline({ ...place, issue_number });
    expect(timeline.map(({ event }) => event)).toEqual(['commented', 'comment_deleted']);
  });

  it('are counted on the issue and stand in its timeline', async () => {
    await comment('here');
    expect((await octokit.issues.get({ ...place, issue_number })).data.comments).toBe(1);
    const { data } = await octokit.issues.listEventsForTimeline({ ...place, issue_number });
    expect(data).toMatchObject([{ event: 'commented', body: 'here', actor: { login: 'octo-user-1' } }]);
  });

  it('are refused when they are empty or longer than 65,536 characters', async () => {
    expect(await refusalOf(comment(' '))).toMatchObject({ status: 422 });
    const { body } = await refusalOf(comment('x'.repeat(65_537)));
    expect(body.errors).toEqual([
      expect.objectContaining({ message: 'Body is too long (maximum is 65536 characters)' }),
    ]);
    expect(await comment('x'.repeat(65_536))).toBeGreaterThan(0);
  });
});

describe('reactions', () => {
  it('are given once by a person to a comment', async () => {
    const comment_id = await comment('a command');
    const first = await octokit.reactions.createForIssueComment({ ...place, comment_id, content: '+1' });
    const again = await octokit.reactions.createForIssueComment({ ...place, comment_id, content: '+1' });
    expect([first.status, again.status as number, again.data.id]).toEqual([201, 200, first.data.id]);
    await octokitFor(emulator, 'octo-user-2').reactions.createForIssueComment({
      ...place,
      comment_id,
      content: 'confused',
    });
    const { data } = await octokit.issues.getComment({ ...place, comment_id });
    expect(data.reactions).toMatchObject({ total_count: 2, '+1': 1, confused: 1, heart: 0 });
    await octokit.reactions.deleteForIssueComment({ ...place, comment_id, reaction_id: first.data.id });
    const left = await octokit.reactions.listForIssueComment({ ...place, comment_id });
    expect(left.data.map(({ content }) => content)).toEqual(['confused']);
  });

  it('are given to an issue, of eight kinds only', async () => {
    await octokit.reactions.createForIssue({ ...place, issue_number, content: 'rocket' });
    expect((await octokit.reactions.listForIssue({ ...place, issue_number })).data).toMatchObject([
      { content: 'rocket' },
    ]);
    const refusal = await refusalOf(
      octokit.reactions.createForIssue({ ...place, issue_number, content: 'shrug' as 'eyes' }),
    );
    expect(refusal).toMatchObject({ status: 422, body: { errors: [{ field: 'content', code: 'invalid' }] } });
  });
});
