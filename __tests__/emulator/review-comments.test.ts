import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { octokitFor, place, refusalOf, startOctoWorld } from './octo-world.ts';
import { change, seedWith } from './pull-world.ts';
import { namesOf, type Receiver, startReceiver } from './receiver.ts';

let receiver: Receiver;
let emulator: Emulator;
let octokit: Octokit;
let sha: string;
let now: Date;
beforeEach(async () => {
  now = new Date('2026-02-03T12:00:00Z');
  receiver = await startReceiver();
  emulator = await startOctoWorld({ seed: seedWith(change), webhookUrl: receiver.url, clock: () => now });
  octokit = octokitFor(emulator);
  sha = (await octokit.pulls.get(pull)).data.head.sha;
});
afterEach(async () => {
  await Promise.all([emulator.close(), receiver.close()]);
});

const pull = { ...place, pull_number: 2 };
const say = async (given: object = {}) =>
  (
    await octokit.pulls.createReviewComment({
      ...pull,
      commit_id: sha,
      path: 'list.md',
      line: 2,
      body: 'Why?',
      ...given,
    })
  ).data;
const bodies = async (filters: object = {}) =>
  (await octokit.pulls.listReviewCommentsForRepo({ ...place, ...filters })).data.map(({ body }) => body);

describe('a comment on a line', () => {
  it('is a review of its own', async () => {
    const made = await say({ start_line: 1, side: 'RIGHT' });
    expect(made).toMatchObject({
      path: 'list.md',
      line: 2,
      start_line: 1,
      side: 'RIGHT',
      body: 'Why?',
      commit_id: sha,
    });
    expect((await octokit.pulls.getReviewComment({ ...place, comment_id: made.id })).data).toEqual(made);
    const { data: reviews } = await octokit.pulls.listReviews(pull);
    expect(reviews).toMatchObject([{ id: made.pull_request_review_id, state: 'COMMENTED', body: '' }]);
    await emulator.settled();
    expect(namesOf(receiver)).toEqual(['pull_request_review.submitted', 'pull_request_review_comment.created']);
  });

  it('may be placed by how far below the start of the diff it is', async () => {
    expect(await say({ line: undefined, position: 2 })).toMatchObject({ line: 2, side: 'LEFT', position: 2 });
    expect(await say({ line: undefined, position: 13 })).toMatchObject({ line: 17, side: 'RIGHT', position: 13 });
    const { data } = await octokit.pulls.createReview({
      ...pull,
      event: 'COMMENT',
      comments: [{ path: 'list.md', position: 3, body: 'x' }],
    });
    const comments = await octokit.pulls.listCommentsForReview({ ...pull, review_id: data.id });
    expect(comments.data).toMatchObject([{ position: 3 }]);
  });

  it('is answered, and the answers are not', async () => {
    const { id } = await say();
    const { data: answer } = await octokit.pulls.createReplyForReviewComment({
      ...pull,
      comment_id: id,
      body: 'Because',
    });
    expect(answer).toMatchObject({ in_reply_to_id: id, line: 2, path: 'list.md', body: 'Because' });
    expect(await say({ in_reply_to: id, body: 'Indeed' })).toMatchObject({ in_reply_to_id: id, body: 'Indeed' });
    const refused = octokit.pulls.createReplyForReviewComment({ ...pull, comment_id: answer.id, body: 'x' });
    expect(await refusalOf(refused)).toMatchObject({ status: 422, body: { errors: [{ field: 'in_reply_to' }] } });
  });

  const thread = 'pull_request_review_thread';
  it.each([
    ['a line outside of the diff', { line: 9 }, { field: `${thread}.line`, code: 'custom' }],
    ['a file that is not changed', { path: 'kept.md' }, { field: `${thread}.path`, code: 'invalid' }],
    ['lines in reverse', { start_line: 3 }, { field: `${thread}.start_line`, code: 'custom' }],
    ['a commit from elsewhere', { commit_id: 'f'.repeat(40) }, { field: 'commit_id', code: 'custom' }],
    ['an answer to nothing', { in_reply_to: 1 }, { field: 'in_reply_to', code: 'invalid' }],
  ])('is refused on %s', async (_, given, error) => {
    const { status, body } = await refusalOf(say(given));
    const resource = 'PullRequestReviewComment';
    expect([status, body.errors]).toEqual([
      422,
      expect.arrayContaining([expect.objectContaining({ resource, ...error })]),
    ]);
  });

  it('is refused without what it needs', async () => {
    const { body } = await refusalOf(octokit.pulls.createReviewComment({ ...pull, body: 'x' } as never));
    expect(body.message).toBe('Invalid request.\n\n"commit_id", "path" weren\'t supplied.\n"line" wasn\'t supplied.');
  });

  it('takes reactions', async () => {
    const { id } = await say();
    const one = { ...place, comment_id: id };
    const { data: reaction } = await octokit.reactions.createForPullRequestReviewComment({ ...one, content: 'rocket' });
    expect((await octokit.reactions.listForPullRequestReviewComment(one)).data).toEqual([reaction]);
    expect((await octokit.pulls.getReviewComment(one)).data.reactions).toMatchObject({ rocket: 1, total_count: 1 });
    await octokit.reactions.deleteForPullRequestComment({ ...one, reaction_id: reaction.id });
    expect((await octokit.reactions.listForPullRequestReviewComment(one)).data).toEqual([]);
  });
});

describe('the comments of a repository', () => {
  it('come in the order that is asked for', async () => {
    const { id } = await say({ body: 'first' });
    now = new Date('2026-02-03T13:00:00Z');
    await say({ body: 'second' });
    now = new Date('2026-02-03T14:00:00Z');
    await octokit.pulls.updateReviewComment({ ...place, comment_id: id, body: 'first again' });
    expect(await bodies()).toEqual(['first again', 'second']);
    expect(await bodies({ sort: 'created', direction: 'desc' })).toEqual(['second', 'first again']);
    expect(await bodies({ sort: 'updated' })).toEqual(['second', 'first again']);
    expect(await bodies({ since: '2026-02-03T13:30:00Z' })).toEqual(['first again']);
  });
});
