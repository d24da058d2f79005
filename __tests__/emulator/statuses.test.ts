import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { octokitFor, place, refusalOf, startOctoWorld } from './octo-world.ts';
import { namesOf, type Receiver, startReceiver } from './receiver.ts';

let receiver: Receiver;
let emulator: Emulator;
let octokit: Octokit;
let sha: string;
beforeEach(async () => {
  receiver = await startReceiver();
  emulator = await startOctoWorld({ webhookUrl: receiver.url });
  octokit = octokitFor(emulator);
  sha = (await octokit.repos.getBranch({ ...place, branch: 'main' })).data.commit.sha;
});
afterEach(async () => {
  await Promise.all([emulator.close(), receiver.close()]);
});

const say = (state: 'error' | 'failure' | 'pending' | 'success', more: object = {}) =>
  octokit.repos.createCommitStatus({ ...place, sha, state, ...more });
const combined = async () => (await octokit.repos.getCombinedStatusForRef({ ...place, ref: 'main' })).data;

describe('the status of a commit', () => {
  it('is what somebody says of it', async () => {
    const { data } = await say('success', {
      target_url: 'https://octo.example/1',
      description: 'Built',
      context: 'ci',
    });
    expect(data).toMatchObject({
      state: 'success',
      target_url: 'https://octo.example/1',
      description: 'Built',
      context: 'ci',
      creator: { login: 'octo-user-1' },
    });
    expect((await octokit.repos.listCommitStatusesForRef({ ...place, ref: sha })).data).toEqual([data]);
  });

  it('is told with the branches that have the commit', async () => {
    await say('failure');
    await emulator.settled();
    expect(namesOf(receiver)).toEqual(['status']);
    const { payload } = receiver.received[0]!;
    expect(payload).toMatchObject({ sha, state: 'failure', context: 'default', name: 'octo-org/octo-repo' });
    expect(payload.branches).toEqual([expect.objectContaining({ name: 'main' })]);
  });

  it.each([
    ['a state that there is not', { state: 'fine' }, { field: 'state', message: 'state is not included in the list' }],
    [
      'a long description',
      { description: 'x'.repeat(141) },
      { field: 'description', message: 'description is too long (maximum is 140 characters)' },
    ],
    [
      'an address that is none',
      { target_url: 'octo' },
      { field: 'target_url', message: 'target_url must use http(s) scheme' },
    ],
    ['a short sha', { sha: 'abc1234' }, { field: 'sha', message: 'sha must be a 40 character SHA1' }],
  ])('is refused with %s', async (_, given, error) => {
    const errors = [{ resource: 'Status', code: 'custom', ...error }];
    expect(await refusalOf(say('success', given))).toMatchObject({ status: 422, body: { errors } });
  });

  it('is of a commit that is there', async () => {
    const lost = 'f'.repeat(40);
    const { status, body } = await refusalOf(say('success', { sha: lost }));
    expect([status, body.message]).toEqual([422, `No commit found for SHA: ${lost}`]);
    const unknown = octokit.repos.getCombinedStatusForRef({ ...place, ref: 'lost' });
    expect(await refusalOf(unknown)).toMatchObject({ status: 404 });
  });
});

describe('the combined status of a commit', () => {
  it('is pending while nobody has said anything', async () => {
    expect(await combined()).toMatchObject({ state: 'pending', total_count: 0, statuses: [], sha });
  });

  it('goes by the last of each context', async () => {
    await say('failure', { context: 'ci' });
    await say('success', { context: 'ci' });
    expect(await combined()).toMatchObject({ state: 'success', total_count: 1 });
    await say('pending', { context: 'docs' });
    expect(await combined()).toMatchObject({ state: 'pending', total_count: 2 });
    await say('error', { context: 'links' });
    expect(await combined()).toMatchObject({ state: 'failure', total_count: 3 });
    expect((await octokit.repos.listCommitStatusesForRef({ ...place, ref: 'main' })).data).toHaveLength(4);
  });
});
