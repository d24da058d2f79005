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
  emulator = await startOctoWorld({
    seed: seedWith(change, { ...change, title: 'From a fork', fork: true }),
    webhookUrl: receiver.url,
  });
  octokit = octokitFor(emulator);
});
afterEach(async () => {
  await Promise.all([emulator.close(), receiver.close()]);
});

const branch = async (name: string, path = `${name}.md`) => {
  const { data } = await octokit.repos.getBranch({ ...place, branch: 'main' });
  await octokit.git.createRef({ ...place, ref: `refs/heads/${name}`, sha: data.commit.sha });
  const file = { path, branch: name, message: `Add ${path}`, content: 'eA==' };
  await octokit.repos.createOrUpdateFileContents({ ...place, ...file });
};
const open = async (head: string, more: object = {}) =>
  (await octokit.pulls.create({ ...place, title: 'A change', head, base: 'main', ...more })).data;
const told = async () => {
  await emulator.settled();
  return receiver.received.map(({ payload }) => payload);
};

describe('opening a pull request', () => {
  it('proposes a branch for another', async () => {
    await branch('topic');
    const pull = await open('topic', { body: 'Why not', draft: true });
    expect(pull).toMatchObject({
      number: 4,
      state: 'open',
      title: 'A change',
      body: 'Why not',
      draft: true,
      merged: false,
      mergeable: true,
      mergeable_state: 'draft',
      head: { ref: 'topic', label: 'octo-org:topic' },
      base: { ref: 'main' },
      commits: 1,
      changed_files: 1,
    });
    expect((await octokit.pulls.get({ ...place, pull_number: 4 })).data).toEqual(pull);
    expect((await octokit.pulls.listCommits({ ...place, pull_number: 4 })).data).toMatchObject([
      { sha: pull.head.sha },
    ]);
    await told();
    expect(namesOf(receiver).at(-1)).toBe('pull_request.opened');
  });

  it('goes from a fork to what it was forked from', async () => {
    const { head } = (await octokit.pulls.get({ ...place, pull_number: 3 })).data;
    const fork = { owner: 'octo-user-2', repo: 'octo-repo' };
    await octokitFor(emulator, 'octo-user-2').git.createRef({ ...fork, ref: 'refs/heads/again', sha: head.sha });
    expect(await open('octo-user-2:again')).toMatchObject({
      head: { label: 'octo-user-2:again', repo: { fork: true } },
    });
  });

  it.each<[string, string, object, object]>([
    ['without a title', 'topic', { title: undefined }, { resource: 'Issue', field: 'title', code: 'missing_field' }],
    ['from a branch that is not there', 'lost', {}, { resource: 'PullRequest', field: 'head', code: 'invalid' }],
    ['from nobody’s fork', 'octo-user-1:topic', {}, { resource: 'PullRequest', field: 'head', code: 'invalid' }],
    [
      'for a branch that is not there',
      'topic',
      { base: 'lost' },
      { resource: 'PullRequest', field: 'base', code: 'invalid' },
    ],
    ['that changes nothing', 'main', {}, { code: 'custom', message: 'No commits between main and main' }],
    [
      'that is there',
      'octo-user-2-patch-2',
      {},
      { code: 'custom', message: 'A pull request already exists for octo-org:octo-user-2-patch-2.' },
    ],
  ])('is refused for one %s', async (_, head, more, error) => {
    await branch('topic');
    const { status, body } = await refusalOf(open(head, more));
    expect([status, body.message, body.errors]).toEqual([422, 'Validation Failed', [expect.objectContaining(error)]]);
  });

  it('is refused without its two branches', async () => {
    const { status, body } = await refusalOf(octokit.pulls.create({ ...place, title: 'x' } as never));
    expect([status, body.message]).toEqual([422, 'Invalid request.\n\n"head", "base" weren\'t supplied.']);
  });
});

describe('the list of pull requests', () => {
  const numbers = async (filters: object = {}) =>
    (await octokit.pulls.list({ ...place, ...filters })).data.map(({ number }) => number);

  it('has the open ones, the newest first, and goes by state, branches and order', async () => {
    await octokit.pulls.update({ ...place, pull_number: 3, state: 'closed' });
    await branch('topic');
    await open('topic');
    await octokit.issues.createComment({ ...place, issue_number: 2, body: 'Hello' });
    expect(await numbers()).toEqual([4, 2]);
    expect(await numbers({ state: 'closed' })).toEqual([3]);
    expect(await numbers({ state: 'all', direction: 'asc' })).toEqual([2, 3, 4]);
    expect(await numbers({ head: 'octo-org:topic' })).toEqual([4]);
    expect(await numbers({ head: 'octo-user-2:topic' })).toEqual([]);
    expect(await numbers({ base: 'topic' })).toEqual([]);
    expect(await numbers({ sort: 'popularity', direction: 'desc' })).toEqual([2, 4]);
  });
});

describe('changing a pull request', () => {
  const update = async (fields: object, pull_number = 2) =>
    (await octokit.pulls.update({ ...place, pull_number, ...fields })).data;

  it('changes title, text and state', async () => {
    expect(await update({ title: 'New', body: 'Text', state: 'closed' })).toMatchObject({
      title: 'New',
      body: 'Text',
      state: 'closed',
      mergeable: null,
    });
    expect(await update({ state: 'open' })).toMatchObject({ state: 'open' });
    await told();
    expect(namesOf(receiver)).toEqual(['pull_request.edited', 'pull_request.closed', 'pull_request.reopened']);
  });

  it('makes it be for another branch', async () => {
    await branch('next');
    expect(await update({ base: 'next' })).toMatchObject({ base: { ref: 'next' }, commits: 1 });
    expect((await told()).at(-1)).toMatchObject({ action: 'edited', changes: { base: { ref: { from: 'main' } } } });
    expect(await refusalOf(update({ base: 'lost' }))).toMatchObject({
      status: 422,
      body: { errors: [{ resource: 'PullRequest', field: 'base', code: 'invalid' }] },
    });
  });

  it('opens none again whose branch is gone', async () => {
    await octokit.git.deleteRef({ ...place, ref: 'heads/octo-user-2-patch-2' });
    const { status, body } = await refusalOf(update({ state: 'open' }));
    const message = 'state cannot be changed. The octo-user-2-patch-2 branch has been deleted.';
    expect([status, body.errors]).toEqual([
      422,
      [{ resource: 'PullRequest', field: 'state', code: 'custom', message }],
    ]);
  });

  it('leaves the issue that it is too without a reason for its state', async () => {
    await update({ state: 'closed' });
    const { data } = await octokit.issues.get({ ...place, issue_number: 2 });
    expect(data).toMatchObject({ state: 'closed', state_reason: null });
  });
});
