import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { octokitFor, place, startOctoWorld } from './octo-world.ts';
import { change, seedWith } from './pull-world.ts';
import { namesOf, type Receiver, startReceiver } from './receiver.ts';

let receiver: Receiver;
let emulator: Emulator;
beforeEach(async () => {
  receiver = await startReceiver();
  emulator = await startOctoWorld({ seed: seedWith(change), webhookUrl: receiver.url });
});
afterEach(async () => {
  await Promise.all([emulator.close(), receiver.close()]);
});

const octokit = () => octokitFor(emulator);
const pull = { ...place, pull_number: 2 };
const told = async () => {
  await emulator.settled();
  return receiver.received.map(({ payload }) => payload);
};

it('what happens to a pull request is told as an event of pull requests', async () => {
  await octokit().issues.addLabels({ ...place, issue_number: 2, labels: ['bug'] });
  await octokit().issues.update({ ...place, issue_number: 2, title: 'Another title' });
  await octokit().issues.update({ ...place, issue_number: 2, state: 'closed' });
  const payloads = await told();
  expect(namesOf(receiver)).toEqual(['pull_request.labeled', 'pull_request.edited', 'pull_request.closed']);
  expect(payloads).toMatchObject([
    { number: 2, label: { name: 'bug' }, pull_request: { labels: [{ name: 'bug' }] } },
    { changes: { title: { from: 'Change the list' } }, pull_request: { title: 'Another title' } },
    { pull_request: { state: 'closed', merged: false } },
  ]);
});

it('a push to the branch of a pull request is told of both', async () => {
  const { data } = await octokit().pulls.get(pull);
  await octokit().repos.createOrUpdateFileContents({
    ...place,
    path: 'more.md',
    branch: data.head.ref,
    message: 'More',
    content: 'bW9yZQ==',
  });
  const [, synchronize] = await told();
  expect(namesOf(receiver)).toEqual(['push', 'pull_request.synchronize']);
  expect(synchronize).toMatchObject({ before: data.head.sha, number: 2 });
  expect(synchronize.after).toBe(synchronize.pull_request.head.sha);
  expect(synchronize.after).not.toBe(data.head.sha);
});

it('a push elsewhere is told of no pull request', async () => {
  await octokit().repos.createOrUpdateFileContents({ ...place, path: 'x.md', message: 'More', content: 'bW9yZQ==' });
  await told();
  expect(namesOf(receiver)).toEqual(['push']);
});

it('a review is told, and each of its comments after it', async () => {
  const comments = [{ path: 'new.md', line: 1, body: 'Why?' }];
  await octokit().pulls.createReview({ ...pull, event: 'COMMENT', body: 'Hm', comments });
  const { data } = await octokit().pulls.listReviewComments(pull);
  const comment = { ...place, comment_id: data[0]!.id };
  await octokit().pulls.updateReviewComment({ ...comment, body: 'Why indeed?' });
  await octokit().pulls.deleteReviewComment(comment);
  const payloads = await told();
  expect(namesOf(receiver)).toEqual([
    'pull_request_review.submitted',
    'pull_request_review_comment.created',
    'pull_request_review_comment.edited',
    'pull_request_review_comment.deleted',
  ]);
  expect(payloads).toMatchObject([
    { review: { body: 'Hm', state: 'commented' }, pull_request: { number: 2 } },
    { comment: { body: 'Why?', path: 'new.md' } },
    { comment: { body: 'Why indeed?' }, changes: { body: { from: 'Why?' } } },
    { comment: { body: 'Why indeed?' } },
  ]);
});

it('a comment on a pull request is told as a comment on its issue', async () => {
  await octokit().issues.createComment({ ...place, issue_number: 2, body: 'Hello' });
  const payloads = await told();
  expect(namesOf(receiver)).toEqual(['issue_comment.created']);
  expect(payloads[0].issue.pull_request.url).toBe(`${emulator.apiUrl}/repos/octo-org/octo-repo/pulls/2`);
});
