import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { octokitFor, place, refusalOf, startOctoWorld } from './octo-world.ts';
import { change, seedWith } from './pull-world.ts';
import { namesOf, type Receiver, startReceiver } from './receiver.ts';

let receiver: Receiver;
let emulator: Emulator;
let octokit: Octokit;
let first: string;
let second: string;
beforeEach(async () => {
  receiver = await startReceiver();
  emulator = await startOctoWorld({ seed: seedWith(change), webhookUrl: receiver.url });
  octokit = octokitFor(emulator);
  const { data } = await octokit.repos.getBranch({ ...place, branch: 'main' });
  first = data.commit.sha;
  const tree = data.commit.commit.tree.sha;
  second = (await octokit.git.createCommit({ ...place, message: 'Second', tree, parents: [first] })).data.sha;
});
afterEach(async () => {
  await Promise.all([emulator.close(), receiver.close()]);
});

const create = (ref: string, sha = first) => octokit.git.createRef({ ...place, ref, sha });
const update = (ref: string, sha: string, force = false) => octokit.git.updateRef({ ...place, ref, sha, force });
const told = async () => {
  await emulator.settled();
  return receiver.received.map(({ payload }) => payload);
};

describe('a ref', () => {
  it('is made, found, moved on and deleted', async () => {
    const { data } = await create('refs/heads/topic/one');
    expect(data).toMatchObject({ ref: 'refs/heads/topic/one', object: { type: 'commit', sha: first } });
    await update('heads/topic/one', second);
    const found = await octokit.git.getRef({ ...place, ref: 'heads/topic/one' });
    expect(found.data.object.sha).toBe(second);
    await octokit.git.deleteRef({ ...place, ref: 'heads/topic/one' });
    const gone = octokit.git.getRef({ ...place, ref: 'heads/topic/one' });
    expect(await refusalOf(gone)).toMatchObject({ status: 404 });
  });

  it('may be a tag, by which its commit is found', async () => {
    await create('refs/tags/1.4', second);
    expect((await octokit.repos.getCommit({ ...place, ref: '1.4' })).data.sha).toBe(second);
    expect((await octokit.repos.listBranches(place)).data.map(({ name }) => name)).not.toContain('1.4');
  });

  it('is found by how its name begins, those of pull requests too', async () => {
    for (const ref of ['refs/heads/topic', 'refs/heads/topic/two', 'refs/tags/topic']) await create(ref);
    const matching = async (ref: string) =>
      (await octokit.git.listMatchingRefs({ ...place, ref })).data.map((each) => each.ref);
    expect(await matching('heads/topic')).toEqual(['refs/heads/topic', 'refs/heads/topic/two']);
    expect(await matching('pull/')).toEqual(['refs/pull/2/head']);
    expect(await matching('heads/lost')).toEqual([]);
  });

  it('moves back, or to the side, only when forced to', async () => {
    await create('refs/heads/topic', second);
    const refused = await refusalOf(update('heads/topic', first));
    expect(refused).toMatchObject({ status: 422, body: { message: 'Update is not a fast forward' } });
    expect((await update('heads/topic', first, true)).data.object.sha).toBe(first);
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['a name that is taken', () => create('refs/heads/main'), 'Reference already exists'],
    ['a short name', () => create('main'), "Reference name must start with 'refs/'."],
    ['a name of two parts', () => create('refs/main'), 'Reference name must contain at least three'],
    ['a name that git does not take', () => create('refs/heads/a..b'), 'refs/heads/a..b is not a valid ref name.'],
    ['a commit that is not there', () => create('refs/heads/x', 'f'.repeat(40)), 'Object does not exist'],
    ['a move of what is not there', () => update('heads/lost', first), 'Reference does not exist'],
    [
      'a deletion of what is not there',
      () => octokit.git.deleteRef({ ...place, ref: 'heads/lost' }),
      'Reference does not exist',
    ],
    [
      'a deletion of the default branch',
      () => octokit.git.deleteRef({ ...place, ref: 'heads/main' }),
      'Cannot delete the default branch',
    ],
    ['no sha', () => octokit.git.createRef({ ...place, ref: 'refs/heads/x' } as never), `"sha" wasn't supplied.`],
  ])('is refused with %s', async (_, call, message) => {
    const { status, body } = await refusalOf(call());
    expect([status, body.message]).toEqual([422, expect.stringContaining(message)]);
  });
});

describe('the push of a ref', () => {
  it('tells what it brought, and that it made or deleted a branch', async () => {
    await create('refs/heads/topic');
    await update('heads/topic', second);
    await octokit.git.deleteRef({ ...place, ref: 'heads/topic' });
    const zero = '0'.repeat(40);
    expect(await told()).toMatchObject([
      { ref: 'topic', ref_type: 'branch', master_branch: 'main', pusher_type: 'user' },
      { ref: 'refs/heads/topic', before: zero, after: first, created: true, commits: [], head_commit: { id: first } },
      { before: first, after: second, created: false, forced: false, commits: [{ id: second, message: 'Second' }] },
      { ref: 'topic', ref_type: 'branch' },
      { before: second, after: zero, deleted: true, commits: [], head_commit: null },
    ]);
  });

  it('comes with that of a tag, but not of what is neither a branch nor a tag', async () => {
    await create('refs/tags/v1');
    await create('refs/notes/octo');
    expect((await told())[0]).toMatchObject({ ref: 'v1', ref_type: 'tag' });
    expect(namesOf(receiver)).toEqual(['create', 'push', 'push']);
  });

  it('says when it was forced', async () => {
    await create('refs/heads/topic', second);
    await update('heads/topic', first, true);
    const payloads = await told();
    expect(payloads.at(-1)).toMatchObject({ forced: true, commits: [], after: first });
  });

  it('to a pull request’s branch is told of both, and its deletion closes the pull request', async () => {
    const { data: pull } = await octokit.pulls.get({ ...place, pull_number: 2 });
    const { ref, sha } = pull.head;
    const tree = (await octokit.git.getCommit({ ...place, commit_sha: sha })).data.tree.sha;
    const { data: more } = await octokit.git.createCommit({ ...place, message: 'More', tree, parents: [sha] });
    await update(`heads/${ref}`, more.sha);
    await octokit.git.deleteRef({ ...place, ref: `heads/${ref}` });
    const payloads = await told();
    const names = ['push', 'pull_request.synchronize', 'delete', 'push', 'pull_request.closed'];
    expect(namesOf(receiver)).toEqual(names);
    expect(payloads[1]).toMatchObject({ before: sha, after: more.sha, pull_request: { head: { sha: more.sha } } });
    const { data } = await octokit.pulls.get({ ...place, pull_number: 2 });
    expect(data).toMatchObject({ state: 'closed', merged: false, head: { ref, sha: more.sha } });
  });
});
