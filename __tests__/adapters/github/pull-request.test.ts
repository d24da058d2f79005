import { describe, expect, it } from '@jest/globals';
import type { Client } from '../../../src/adapters/github/client.ts';
import { Refused } from '../../../src/adapters/github/errors.ts';
import { connectPullRequest } from '../../../src/adapters/github/pull-request.ts';
import { markCheck, markSuggestion } from '../../../src/text/pull-request-markers.ts';

const ref = { owner: 'octo-org', repository: 'octo-repo', number: 7 };
const bot = { login: 'github-actions[bot]', type: 'Bot' };
const person = { login: 'octo-user-1', type: 'User' };

describe('a pull request on GitHub', () => {
  it('has as own comments those with our name and our marker', async () => {
    const { thread } = aPullRequest({
      'GET /repos/{owner}/{repo}/issues/{issue_number}/comments': [
        { id: 1, body: markCheck('pasted'), user: person },
        { id: 2, body: 'of another job', user: bot },
        { id: 3, body: markCheck('ours'), user: bot },
        { id: 4, body: markCheck('of a deleted account'), user: null },
      ],
    });
    expect(await thread.ownComments()).toEqual([{ id: 3, body: markCheck('ours') }]);
  });

  it('knows which suggestions are answered, and which can’t be committed any more', async () => {
    const body = markSuggestion('a', '0a1b');
    const { thread } = aPullRequest({
      'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments': [
        { id: 1, body, user: bot, line: 4 },
        { id: 2, body: 'No, thanks.', user: person, line: 4, in_reply_to_id: 1 },
        { id: 3, body, user: bot, line: null },
        { id: 5, body, user: person, line: 5 },
      ],
    });
    expect(await thread.ownSuggestions()).toEqual([
      { id: 1, digest: '0a1b', isAnswered: true, isOutdated: false },
      { id: 3, digest: '0a1b', isAnswered: false, isOutdated: true },
    ]);
  });

  it('gives its files, also those that GitHub shows no patch of, over all pages', async () => {
    const files = Array.from({ length: 101 }, (_, index) => ({ filename: `${index}.md`, patch: '@@ -0,0 +1 @@\n+a' }));
    files[100] = { filename: 'image.png' } as never;
    const { thread } = aPullRequest({ 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files': files });
    const changed = await thread.changedFiles();
    expect(changed).toHaveLength(101);
    expect(changed[100]).toEqual({ path: 'image.png', patch: null });
  });

  it('gets all suggestions in one review, on the right side, and tried once', async () => {
    const { thread, requests } = aPullRequest({ 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews': {} });
    await thread.suggest([
      { digest: '1', path: 'a.md', line: 3, body: 'one line' },
      { digest: '2', path: 'a.md', startLine: 5, line: 6, body: 'two lines' },
    ]);
    expect(requests).toEqual([
      {
        route: 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
        owner: 'octo-org',
        repo: 'octo-repo',
        pull_number: 7,
        event: 'COMMENT',
        comments: [
          { path: 'a.md', line: 3, side: 'RIGHT', body: 'one line' },
          { path: 'a.md', line: 6, side: 'RIGHT', start_line: 5, start_side: 'RIGHT', body: 'two lines' },
        ],
        request: { retries: 0 },
      },
    ]);
  });

  it('takes a comment that is gone already for deleted', async () => {
    const { thread, requests } = aPullRequest({});
    await thread.deleteComment(1);
    await thread.removeSuggestion(2);
    expect(requests.map(({ comment_id: id }) => id)).toEqual([1, 2]);
  });

  it('says with its status that a token may only read', async () => {
    const refused = answer(403, 'Resource not accessible by integration');
    const { thread } = aPullRequest({ 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': refused });
    const error = await thread.addComment('a').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Refused);
    expect(error).toMatchObject({ status: 403, message: expect.stringMatching(/not accessible by integration/) });
  });
});

/** A pull request whose routes answer with this, a page at a time where it is a list; any other route with 404. */
function aPullRequest(answers: Record<string, unknown>) {
  const requests: Record<string, unknown>[] = [];
  const client: Client = {
    graphql: async () => ({ viewer: { login: 'github-actions[bot]' } }),
    request: async (route, parameters) => {
      requests.push({ route, ...parameters });
      const data = answers[route] ?? answer(404, 'Not Found');
      if (data instanceof Error) throw data;
      if (!Array.isArray(data)) return { data, status: 200 };
      const { page, per_page: size } = parameters as { page: number; per_page: number };
      return { data: data.slice((page - 1) * size, page * size), status: 200 };
    },
  };
  return { thread: connectPullRequest(client, ref), requests };
}

function answer(status: number, message: string): Error {
  return Object.assign(new Error(message), { status, request: {}, response: { headers: {} } });
}
