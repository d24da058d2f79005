import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { octokitFor, place, refusalOf, startOctoWorld } from './octo-world.ts';
import { change, seedWith } from './pull-world.ts';
import { namesOf, type Receiver, startReceiver } from './receiver.ts';

let receiver: Receiver;
let emulator: Emulator;
let octokit: Octokit;
beforeEach(async () => {
  receiver = await startReceiver();
  emulator = await startOctoWorld({ seed: seedWith({ ...change, body: 'Fixes #1' }), webhookUrl: receiver.url });
  octokit = octokitFor(emulator);
});
afterEach(async () => {
  await Promise.all([emulator.close(), receiver.close()]);
});

const pull = { ...place, pull_number: 2 };
const merge = async (more: object = {}) => (await octokit.pulls.merge({ ...pull, ...more })).data;
const get = async () => (await octokit.pulls.get(pull)).data;
const commitOf = async (ref: string) => (await octokit.repos.getCommit({ ...place, ref })).data;
const read = async (path: string, ref = 'main') => {
  const { data } = await octokit.repos.getContent({ ...place, path, ref });
  const { content, sha } = data as { content: string; sha: string };
  return { text: Buffer.from(content, 'base64').toString(), sha };
};
const write = async (path: string, text: string, branch = 'main') => {
  const known = await read(path, branch).catch(() => null);
  const content = Buffer.from(text).toString('base64');
  const file = { path, branch, message: `Write ${path}`, content, ...(known ? { sha: known.sha } : {}) };
  return (await octokit.repos.createOrUpdateFileContents({ ...place, ...file })).data.commit.sha ?? '';
};
const told = async () => {
  await emulator.settled();
  return receiver.received.map(({ payload }) => payload);
};

describe('merging', () => {
  it('makes a commit of the two branches, and closes the pull request and what it fixes', async () => {
    const { base, head } = await get();
    expect(await refusalOf(octokit.pulls.checkIfMerged(pull))).toMatchObject({ status: 404 });
    const { sha, merged, message } = await merge();
    expect([merged, message]).toEqual([true, 'Pull Request successfully merged']);
    const commit = await commitOf('main');
    expect(commit).toMatchObject({
      sha,
      parents: [{ sha: base.sha }, { sha: head.sha }],
      commit: { message: 'Merge pull request #2 from octo-org/octo-user-2-patch-2\n\nChange the list' },
      author: { login: 'octo-user-1' },
    });
    expect((await read('new.md')).text).toBe('fresh\n');
    expect(await get()).toMatchObject({
      state: 'closed',
      merged: true,
      merged_at: '2026-02-03T12:00:00Z',
      merged_by: { login: 'octo-user-1' },
      merge_commit_sha: sha,
      commits: 1,
      changed_files: 4,
    });
    expect((await octokit.pulls.checkIfMerged(pull)).status).toBe(204);
    const { data: issue } = await octokit.issues.get({ ...place, issue_number: 1 });
    expect(issue).toMatchObject({ state: 'closed', state_reason: 'completed' });
  });

  it('is told as what was closed, pushed and closed by it', async () => {
    const { sha } = await merge();
    const payloads = await told();
    expect(namesOf(receiver)).toEqual(['pull_request.closed', 'push', 'issues.closed']);
    expect(payloads).toMatchObject([
      { pull_request: { merged: true, merge_commit_sha: sha } },
      { ref: 'refs/heads/main', after: sha, commits: [{ message: 'Change the list' }, { id: sha }] },
      { issue: { number: 1 } },
    ]);
  });

  it('squashes to one commit of the author’s', async () => {
    await write('more.md', 'x', 'octo-user-2-patch-2');
    const { base } = await get();
    const { sha } = await merge({ merge_method: 'squash' });
    expect(await commitOf(sha)).toMatchObject({
      parents: [{ sha: base.sha }],
      commit: { message: 'Change the list (#2)\n\n* Change the list\n\n* Write more.md' },
      author: { login: 'octo-user-2' },
      committer: { login: 'octo-user-1' },
    });
    expect((await read('more.md')).text).toBe('x');
  });

  it('takes the words that it is given', async () => {
    const { sha } = await merge({ merge_method: 'squash', commit_title: 'Mine', commit_message: 'And why' });
    expect((await commitOf(sha)).commit.message).toBe('Mine\n\nAnd why');
  });

  it('rebases each commit onto the base', async () => {
    await write('more.md', 'x', 'octo-user-2-patch-2');
    const later = await write('later.md', 'y');
    const { sha } = await merge({ merge_method: 'rebase' });
    const { data } = await octokit.repos.listCommits({ ...place, per_page: 3 });
    expect(data.map(({ commit: { message } }) => message)).toEqual([
      'Write more.md',
      'Change the list',
      'Write later.md',
    ]);
    expect([data[0]?.sha, data[2]?.sha]).toEqual([sha, later]);
    expect(data[1]).toMatchObject({ author: { login: 'octo-user-2' }, committer: { login: 'octo-user-1' } });
  });

  it('takes both sides’ changes of one file', async () => {
    const { text } = await read('list.md');
    await write('list.md', text.replace('line 9\n', 'ninth\n'));
    expect(await get()).toMatchObject({ mergeable: true, mergeable_state: 'clean' });
    await merge();
    const lines = (await read('list.md')).text.split('\n');
    expect([lines[1], lines[8]]).toEqual(['second', 'ninth']);
  });

  it('is refused where both changed the same lines', async () => {
    const { text } = await read('list.md');
    await write('list.md', text.replace('line 2\n', 'zweite\n'));
    expect(await get()).toMatchObject({ mergeable: false, mergeable_state: 'dirty' });
    for (const merge_method of ['merge', 'squash', 'rebase']) {
      expect(await refusalOf(merge({ merge_method }))).toMatchObject({ status: 405 });
    }
  });

  it.each(['new.md', 'old.md'])('is refused where both sides have another %s', async (path) => {
    await write(path, 'mine\n');
    expect(await refusalOf(merge())).toMatchObject({ status: 405, body: { message: 'Pull Request is not mergeable' } });
  });

  it('is refused of a head that is another by now, of a draft, and twice', async () => {
    const { head, node_id } = await get();
    await write('more.md', 'x', head.ref);
    const message = 'Head branch was modified. Review and try the merge again.';
    expect(await refusalOf(merge({ sha: head.sha }))).toMatchObject({ status: 409, body: { message } });
    const draft =
      'mutation ($id: ID!) { convertPullRequestToDraft(input: { pullRequestId: $id }) { clientMutationId } }';
    await octokit.graphql(draft, { id: node_id });
    expect(await refusalOf(merge())).toMatchObject({ status: 405 });
    await octokit.graphql(draft.replace('convertPullRequestToDraft', 'markPullRequestReadyForReview'), { id: node_id });
    await merge();
    expect(await refusalOf(merge())).toMatchObject({ status: 405 });
    await told();
    expect(namesOf(receiver)).toContain('pull_request.converted_to_draft');
    expect(namesOf(receiver)).toContain('pull_request.ready_for_review');
  });

  it('by a way that there is not is refused', async () => {
    const { status, body } = await refusalOf(merge({ merge_method: 'octopus' }));
    expect([status, body.message]).toEqual([422, expect.stringContaining('octopus is not a member of ["merge"')]);
  });

  it('ends a pull request for good', async () => {
    await merge();
    expect(await refusalOf(octokit.pulls.update({ ...pull, state: 'open' }))).toMatchObject({ status: 422 });
  });

  it('may be done by a push', async () => {
    const { head } = await get();
    await octokit.git.updateRef({ ...place, ref: 'heads/main', sha: head.sha });
    expect(await get()).toMatchObject({ merged: true, merge_commit_sha: head.sha });
    await told();
    expect(namesOf(receiver)).toEqual(['push', 'pull_request.closed']);
  });

  it('stands in the timeline', async () => {
    const { sha } = await merge();
    const { data } = await octokit.issues.listEventsForTimeline({ ...place, issue_number: 2 });
    expect(data).toMatchObject([{ event: 'merged', commit_id: sha }, { event: 'closed' }]);
  });
});

describe('a commit on the default branch', () => {
  it.each([
    ['Resolves: octo-org/octo-repo#1', 'closed'],
    ['Mentions #1', 'open'],
    ['Shows `fixes #1`', 'open'],
  ])('that says “%s” leaves the issue %s', async (message, state) => {
    const sha = (await octokit.repos.getBranch({ ...place, branch: 'main' })).data.commit.sha;
    await octokit.repos.createOrUpdateFileContents({ ...place, path: 'x.md', message, content: 'eA==' });
    const { data } = await octokit.issues.get({ ...place, issue_number: 1 });
    expect(data.state).toBe(state);
    const { data: events } = await octokit.issues.listEventsForTimeline({ ...place, issue_number: 1 });
    const closed = events.find(({ event }) => event === 'closed') as { commit_id?: string } | undefined;
    const last = (await octokit.repos.getBranch({ ...place, branch: 'main' })).data.commit.sha;
    expect([sha === last, closed?.commit_id]).toEqual([false, state === 'closed' ? last : undefined]);
  });
});
