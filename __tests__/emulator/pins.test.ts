import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { type Json, octokitFor, octoSeed, startOctoWorld } from './octo-world.ts';

let emulator: Emulator;
let octokit: Octokit;
beforeEach(async () => {
  const [repository] = octoSeed.repositories ?? [];
  const issues = ['a', 'b', 'c', 'd'].map((title) => ({ title }));
  const repositories = [{ ...repository!, issues }];
  emulator = await startOctoWorld({ seed: { ...octoSeed, repositories }, webhookUrl: 'http://127.0.0.1:9/' });
  octokit = octokitFor(emulator);
});
afterEach(() => emulator.close());

const change = (mutation: 'pinIssue' | 'unpinIssue' | 'deleteIssue', number: number, by = octokit): Promise<Json> =>
  by.graphql(`mutation ($id: ID!) { ${mutation}(input: { issueId: $id }) { clientMutationId } }`, {
    id: emulator.state.repositories.get('octo-org/octo-repo')?.issues.get(number)?.nodeId,
  });
const pinned = async (): Promise<Json> => {
  const { repository }: Json = await octokit.graphql(
    `{ repository(owner: "octo-org", name: "octo-repo") {
      issue(number: 1) { isPinned timelineItems(first: 5) { nodes { __typename } } }
      pinnedIssues(first: 3) { nodes { issue { number } pinnedBy { login } } }
    } }`,
  );
  return repository;
};

describe('a pinned issue', () => {
  it('says so, as does its repository, until it is unpinned', async () => {
    await change('pinIssue', 1);
    expect(await pinned()).toEqual({
      issue: { isPinned: true, timelineItems: { nodes: [{ __typename: 'PinnedEvent' }] } },
      pinnedIssues: { nodes: [{ issue: { number: 1 }, pinnedBy: { login: 'octo-user-1' } }] },
    });
    await change('unpinIssue', 1);
    expect(await pinned()).toMatchObject({ issue: { isPinned: false }, pinnedIssues: { nodes: [] } });
    await emulator.settled();
    expect(emulator.deliveries.map(({ action }) => action)).toEqual(['pinned', 'unpinned']);
  });

  it('is one of three', async () => {
    for (const number of [1, 2, 3]) await change('pinIssue', number);
    await expect(change('pinIssue', 4)).rejects.toThrow('Maximum 3 pinned issues');
    await change('deleteIssue', 3, octokitFor(emulator, 'octo-admin'));
    await change('pinIssue', 4);
  });

  it('is pinned by who may push', async () => {
    const asked = change('pinIssue', 1, octokitFor(emulator, 'octo-user-2'));
    await expect(asked).rejects.toThrow('permissions to execute `PinIssue`');
  });
});
