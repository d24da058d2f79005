import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { octokitFor, place, refusalOf, startOctoWorld } from './octo-world.ts';
import { change, seedWith } from './pull-world.ts';

let emulator: Emulator;
let octokit: Octokit;
beforeEach(async () => {
  emulator = await startOctoWorld({ seed: seedWith(change) });
  octokit = octokitFor(emulator);
});
afterEach(() => emulator.close());

const inPlace = { ...place, pull_number: 2 };
type Comments = NonNullable<Parameters<Octokit['pulls']['createReview']>[0]>['comments'];
const review = (comments: Comments, body = '') =>
  octokit.pulls.createReview({ ...inPlace, event: 'COMMENT', body, comments: comments ?? [] });
const reviewComments = async () => (await octokit.pulls.listReviewComments(inPlace)).data;

describe('a review', () => {
  it('comments on lines that the diff shows, changed or not', async () => {
    const { data } = await review(
      [
        { path: 'list.md', line: 17, start_line: 16, side: 'RIGHT', start_side: 'RIGHT', body: 'Both' },
        { path: 'list.md', line: 5, body: 'As it was' },
        { path: 'old.md', line: 1, side: 'LEFT', body: 'Gone' },
      ],
      'Some remarks',
    );
    const { head } = (await octokit.pulls.get(inPlace)).data;
    expect(data).toMatchObject({ state: 'COMMENTED', body: 'Some remarks', commit_id: head.sha });
    expect((await octokit.pulls.listReviews(inPlace)).data).toEqual([data]);
    const [both, same, gone] = await reviewComments();
    expect(both).toMatchObject({
      path: 'list.md',
      line: 17,
      start_line: 16,
      side: 'RIGHT',
      body: 'Both',
      user: { login: 'octo-user-1' },
      pull_request_review_id: data.id,
      node_id: expect.stringMatching(/^PRRC_/),
      html_url: `${emulator.url}/octo-org/octo-repo/pull/2#discussion_r${both?.id}`,
    });
    expect(both?.diff_hunk.split('\n').at(-1)).toBe('+and more');
    expect(same).toMatchObject({ line: 5, start_line: null, side: 'RIGHT' });
    expect(gone).toMatchObject({ path: 'old.md', line: 1, side: 'LEFT' });
    expect((await octokit.pulls.get(inPlace)).data.review_comments).toBe(3);
  });

  it('tells how far below the start of the diff its lines are', async () => {
    await review([
      { path: 'list.md', line: 17, body: 'Second hunk' },
      { path: 'list.md', line: 5, body: 'First hunk' },
      { path: 'old.md', line: 1, side: 'LEFT', body: 'Gone' },
      { path: 'end.md', line: 2, body: 'Behind “No newline at end of file”' },
    ]);
    expect((await reviewComments()).map(({ position }) => position)).toEqual([13, 6, 1, 4]);
  });

  it.each([
    ['a line outside of the diff', { path: 'list.md', line: 8 }, 'Line could not be resolved'],
    ['a file that is not changed', { path: 'kept.md', line: 1 }, 'Path could not be resolved'],
    ['the right side of a file that goes', { path: 'old.md', line: 1 }, 'Line could not be resolved'],
    ['lines from outside', { path: 'list.md', line: 16, start_line: 9 }, 'Start line could not be resolved'],
    [
      'lines of two hunks',
      { path: 'list.md', line: 16, start_line: 4 },
      'Pull request review thread start line must be part of the same hunk as the line.',
    ],
    [
      'lines in reverse',
      { path: 'list.md', line: 2, start_line: 2 },
      'Pull request review thread start line must precede the end line.',
    ],
  ])('is refused as a whole for a comment on %s', async (_, anchor, reason) => {
    const refused = review([
      { path: 'new.md', line: 1, body: 'Fine' },
      { ...anchor, body: 'Not fine' },
    ]);
    const refusal = { status: 422, body: { message: 'Unprocessable Entity', errors: [reason] } };
    expect(await refusalOf(refused)).toMatchObject(refusal);
    expect((await octokit.pulls.listReviews(inPlace)).data).toEqual([]);
    expect(await reviewComments()).toEqual([]);
  });

  it('is told all that is wrong in one sentence', async () => {
    const lost = [
      { path: 'list.md', line: 8, body: 'x' },
      { path: 'kept.md', line: 1, body: 'x' },
      { path: 'list.md', line: 99, body: 'x' },
    ];
    const { body } = await refusalOf(review(lost));
    expect(body.errors).toEqual([
      'Line could not be resolved, Path could not be resolved, and Line could not be resolved',
    ]);
  });

  it('is refused when it says nothing', async () => {
    expect(await refusalOf(review([]))).toMatchObject({ status: 422 });
  });

  it('is of a commit of the pull request', async () => {
    const { base } = (await octokit.pulls.get(inPlace)).data;
    const refused = octokit.pulls.createReview({ ...inPlace, event: 'COMMENT', body: 'x', commit_id: base.sha });
    const errors = ['The commitOID is not part of the pull request'];
    expect(await refusalOf(refused)).toMatchObject({ status: 422, body: { errors } });
  });
});

describe('the comments of a review', () => {
  it('are edited and deleted', async () => {
    await review([
      { path: 'list.md', line: 2, body: 'first' },
      { path: 'list.md', line: 3, body: 'second' },
    ]);
    const [first, second] = await reviewComments();
    await octokit.pulls.updateReviewComment({ ...place, comment_id: first!.id, body: 'first, better' });
    await octokit.pulls.deleteReviewComment({ ...place, comment_id: second!.id });
    expect((await reviewComments()).map(({ id, body }) => [id, body])).toEqual([[first?.id, 'first, better']]);
    const again = octokit.pulls.deleteReviewComment({ ...place, comment_id: second!.id });
    expect(await refusalOf(again)).toMatchObject({ status: 404 });
  });

  it('come in pages', async () => {
    await review([1, 2, 3, 4].map((line) => ({ path: 'list.md', line, body: `on ${line}` })));
    const all = await octokit.paginate(octokit.pulls.listReviewComments, { ...inPlace, per_page: 3 });
    expect(all.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
  });
});

describe('a token that only reads', () => {
  it('reads, and is refused every write', async () => {
    const { token } = emulator.as('octo-user-1', { readOnly: true });
    const reader = new Octokit({ auth: token, baseUrl: emulator.apiUrl, log: octokit.log });
    expect((await reader.pulls.get(inPlace)).status).toBe(200);
    const refused = { status: 403, body: { message: 'Resource not accessible by integration' } };
    const writes = [
      reader.issues.createComment({ ...place, issue_number: 2, body: 'x' }),
      reader.pulls.createReview({ ...inPlace, event: 'COMMENT', body: 'x' }),
      reader.issues.addLabels({ ...place, issue_number: 2, labels: ['bug'] }),
    ];
    for (const write of writes) expect(await refusalOf(write)).toMatchObject(refused);
  });

  it('is refused writes over GraphQL too', async () => {
    const { token } = emulator.as('octo-user-1', { readOnly: true });
    const reader = new Octokit({ auth: token, baseUrl: emulator.apiUrl, log: octokit.log });
    const { node_id: id } = (await reader.issues.get({ ...place, issue_number: 1 })).data;
    const mutation = `mutation ($id: ID!) { addComment(input: { subjectId: $id, body: "x" }) { clientMutationId } }`;
    await expect(reader.graphql(mutation, { id })).rejects.toThrow('Resource not accessible by integration');
  });

  it('leaves the same person’s other token as it is', async () => {
    expect(emulator.as('octo-user-1', { readOnly: true }).token).not.toBe(emulator.as('octo-user-1').token);
    const { status } = await octokit.issues.createComment({ ...place, issue_number: 2, body: 'x' });
    expect(status).toBe(201);
  });
});
