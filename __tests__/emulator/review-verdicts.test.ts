import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { octokitFor, place, refusalOf, startOctoWorld } from './octo-world.ts';
import { change, seedWith } from './pull-world.ts';
import { namesOf, type Receiver, startReceiver } from './receiver.ts';

let receiver: Receiver;
let emulator: Emulator;
let reviewer: Octokit;
let author: Octokit;
beforeEach(async () => {
  receiver = await startReceiver();
  const seed = seedWith(change);
  const [repository] = seed.repositories ?? [];
  const collaborators = { 'octo-user-1': 'write', 'octo-user-2': 'write', 'octo-user-3': 'write' } as const;
  const organizations = [
    { login: 'octo-org', members: ['octo-user-1'], teams: [{ name: 'Docs', members: ['octo-user-1'] }] },
  ];
  emulator = await startOctoWorld({
    seed: { ...seed, organizations, repositories: [{ ...repository!, collaborators }] },
    webhookUrl: receiver.url,
  });
  reviewer = octokitFor(emulator);
  author = octokitFor(emulator, 'octo-user-2');
});
afterEach(async () => {
  await Promise.all([emulator.close(), receiver.close()]);
});

const pull = { ...place, pull_number: 2 };
type NewReview = Parameters<Octokit['pulls']['createReview']>[0];
const review = async (given: Partial<NonNullable<NewReview>> = {}, octokit = reviewer) =>
  (await octokit.pulls.createReview({ ...pull, ...given })).data;
const comments = [{ path: 'list.md', line: 2, body: 'Why?' }];
const told = async () => {
  await emulator.settled();
  return receiver.received.map(({ payload }) => payload);
};
const errorsOf = async (call: Promise<unknown>) => {
  const { status, body } = await refusalOf(call);
  return [status, body.errors];
};

describe('a verdict', () => {
  it.each([
    ['APPROVE', 'APPROVED', 'approved'],
    ['REQUEST_CHANGES', 'CHANGES_REQUESTED', 'changes_requested'],
    ['COMMENT', 'COMMENTED', 'commented'],
  ] as const)('of %s is told as %s', async (event, state, word) => {
    const made = await review({ event, body: 'So it is' });
    expect(made).toMatchObject({ state, body: 'So it is', submitted_at: '2026-02-03T12:00:00Z' });
    expect((await reviewer.pulls.getReview({ ...pull, review_id: made.id })).data).toEqual(made);
    expect((await told()).at(-1)).toMatchObject({ action: 'submitted', review: { id: made.id, state: word } });
  });

  it('needs no word to approve, and one for the rest', async () => {
    await review({ event: 'APPROVE' });
    expect(await errorsOf(review({ event: 'REQUEST_CHANGES' }))).toEqual([422, ["Body can't be blank"]]);
  });

  it('is none’s of their own change', async () => {
    const approved = review({ event: 'APPROVE' }, author);
    expect(await errorsOf(approved)).toEqual([422, ['Can not approve your own pull request']]);
    const refused = review({ event: 'REQUEST_CHANGES', body: 'x' }, author);
    expect(await errorsOf(refused)).toEqual([422, ['Can not request changes on your own pull request']]);
    expect(await review({ event: 'COMMENT', body: 'x' }, author)).toMatchObject({ state: 'COMMENTED' });
  });

  it('is changed, and dismissed so that it counts no more', async () => {
    const { id } = await review({ event: 'APPROVE', body: 'Good' });
    const one = { ...pull, review_id: id };
    expect((await reviewer.pulls.updateReview({ ...one, body: 'Better' })).data.body).toBe('Better');
    const { data } = await author.pulls.dismissReview({ ...one, message: 'It changed' });
    expect(data.state).toBe('DISMISSED');
    const again = author.pulls.dismissReview({ ...one, message: 'Again' });
    expect(await errorsOf(again)).toEqual([422, ['Can not dismiss a dismissed pull request review']]);
    const payloads = await told();
    expect(namesOf(receiver)).toEqual([
      'pull_request_review.submitted',
      'pull_request_review.edited',
      'pull_request_review.dismissed',
    ]);
    expect(payloads[1]).toMatchObject({ changes: { body: { from: 'Good' } } });
    const { data: timeline } = await author.issues.listEventsForTimeline({ ...place, issue_number: 2 });
    expect(timeline).toMatchObject([
      {
        event: 'review_dismissed',
        dismissed_review: { review_id: id, state: 'approved', dismissal_message: 'It changed' },
      },
    ]);
  });
});

describe('a pending review', () => {
  it('is its author’s alone until it is submitted', async () => {
    const { id, ...made } = await review({ body: 'Soon', comments });
    expect(made).toMatchObject({ state: 'PENDING' });
    expect(made).not.toHaveProperty('submitted_at');
    const one = { ...pull, review_id: id };
    expect((await author.pulls.listReviews(pull)).data).toEqual([]);
    expect(await refusalOf(author.pulls.getReview(one))).toMatchObject({ status: 404 });
    expect((await reviewer.pulls.listReviews(pull)).data).toHaveLength(1);
    expect((await reviewer.pulls.listReviewComments(pull)).data).toEqual([]);
    expect((await reviewer.pulls.listCommentsForReview(one)).data).toMatchObject([{ body: 'Why?' }]);
    await told();
    expect(namesOf(receiver)).toEqual([]);
    const { data } = await reviewer.pulls.submitReview({ ...one, event: 'REQUEST_CHANGES' });
    expect(data).toMatchObject({ state: 'CHANGES_REQUESTED', body: 'Soon' });
    expect((await author.pulls.listReviewComments(pull)).data).toHaveLength(1);
    await told();
    expect(namesOf(receiver)).toEqual(['pull_request_review.submitted', 'pull_request_review_comment.created']);
    const again = reviewer.pulls.submitReview({ ...one, event: 'COMMENT' });
    expect(await refusalOf(again)).toMatchObject({ status: 422 });
  });

  it('is the only one of its author, and can be thrown away', async () => {
    const { id } = await review({ comments });
    const twice = review({ body: 'Another' });
    expect(await errorsOf(twice)).toEqual([422, ['User can only have one pending review per pull request']]);
    await reviewer.pulls.deletePendingReview({ ...pull, review_id: id });
    expect((await reviewer.pulls.listReviews(pull)).data).toEqual([]);
    const { id: done } = await review({ event: 'APPROVE' });
    const refused = reviewer.pulls.deletePendingReview({ ...pull, review_id: done });
    expect(await errorsOf(refused)).toEqual([422, ['Can not delete a non-pending pull request review']]);
  });
});

describe('who is asked for a review', () => {
  const ask = async (reviewers: string[], team_reviewers: string[] = []) =>
    (await author.pulls.requestReviewers({ ...pull, reviewers, team_reviewers })).data;

  it('is told of one by one, and not asked twice', async () => {
    const asked = await ask(['octo-user-1', 'octo-user-3'], ['docs']);
    expect(asked.requested_reviewers?.map(({ login }) => login)).toEqual(['octo-user-1', 'octo-user-3']);
    await ask(['octo-user-1']);
    const { data } = await author.pulls.listRequestedReviewers(pull);
    expect([data.users.length, data.teams.map(({ slug }) => slug)]).toEqual([2, ['docs']]);
    const payloads = await told();
    expect(payloads).toMatchObject([
      { action: 'review_requested', requested_reviewer: { login: 'octo-user-1' } },
      { action: 'review_requested', requested_reviewer: { login: 'octo-user-3' } },
      { action: 'review_requested', requested_team: { slug: 'docs' } },
    ]);
  });

  it('is asked no longer once the review is there, or the request taken back', async () => {
    await ask(['octo-user-1', 'octo-user-3'], ['docs']);
    await review({ event: 'APPROVE' });
    const taken = { ...pull, reviewers: ['octo-user-3', 'octo-user-1'], team_reviewers: ['docs'] };
    const { data } = await author.pulls.removeRequestedReviewers(taken);
    expect([data.requested_reviewers, data.requested_teams]).toEqual([[], []]);
    await told();
    expect(namesOf(receiver).slice(3)).toEqual([
      'pull_request_review.submitted',
      'pull_request.review_request_removed',
      'pull_request.review_request_removed',
    ]);
    const { data: timeline } = await author.issues.listEventsForTimeline({ ...place, issue_number: 2 });
    expect(timeline.map(({ event }) => event)).toEqual([
      ...Array(3).fill('review_requested'),
      ...Array(2).fill('review_request_removed'),
    ]);
  });

  it.each([
    ['the author', 'octo-user-2', 'Review cannot be requested from pull request author.'],
    ['nobody', 'octo-nobody', 'Reviews may only be requested from collaborators.'],
  ])('can’t be %s', async (_, login, message) => {
    const { status, body } = await refusalOf(ask([login]));
    expect([status, body.message]).toEqual([422, expect.stringContaining(message)]);
  });
});
