import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { type Json, octokitFor, octoSeed, place, refusalOf, startOctoWorld } from './octo-world.ts';

const collaborators = { 'octo-user-1': 'write' } as const;
const issues = [{ title: 'a' }, { title: 'b' }, { title: 'c' }];

let emulator: Emulator;
let octokit: Octokit;
beforeEach(async () => {
  const [repository] = octoSeed.repositories ?? [];
  const repositories = [
    { ...repository!, issues },
    { owner: 'octo-org', name: 'octo-other', issues: [{ title: 'far' }], collaborators },
    { owner: 'octo-org', name: 'octo-closet', private: true, issues: [{ title: 'hidden' }], collaborators },
  ];
  emulator = await startOctoWorld({ seed: { ...octoSeed, repositories }, webhookUrl: 'http://127.0.0.1:9/' });
  octokit = octokitFor(emulator);
});
afterEach(() => emulator.close());

const path = '/repos/{owner}/{repo}/issues/{issue_number}/dependencies';
const get = async (issue_number: number, repo = 'octo-repo'): Promise<Json> =>
  (await octokit.issues.get({ owner: 'octo-org', repo, issue_number })).data;
const block = async (issue_number: number, blocking: number, repo = 'octo-repo') =>
  (
    await octokit.request(`POST ${path}/blocked_by`, {
      ...place,
      issue_number,
      issue_id: (await get(blocking, repo)).id,
    })
  ).data;
const unblock = async (issue_number: number, blocking: number): Promise<Json> =>
  (
    await octokit.request(`DELETE ${path}/blocked_by/{issue_id}`, {
      ...place,
      issue_number,
      issue_id: (await get(blocking)).id,
    })
  ).data;
const list = async (issue_number: number, what: 'blocked_by' | 'blocking', by = octokit): Promise<string[]> =>
  (await by.request(`GET ${path}/${what}`, { ...place, issue_number })).data.map(({ title }: Json) => title);

describe('a dependency', () => {
  it('is seen from both sides, also across repositories', async () => {
    expect(await block(1, 2)).toMatchObject({ number: 1 });
    await block(1, 1, 'octo-other');
    expect(await list(1, 'blocked_by')).toEqual(['b', 'far']);
    expect(await list(2, 'blocking')).toEqual(['a']);
    expect((await get(1)).issue_dependencies_summary).toEqual({
      blocked_by: 2,
      blocking: 0,
      total_blocked_by: 2,
      total_blocking: 0,
    });
  });

  it('counts as settled once what it waits for is closed', async () => {
    await block(1, 2);
    await octokit.issues.update({ ...place, issue_number: 2, state: 'closed' });
    expect((await get(1)).issue_dependencies_summary).toMatchObject({ blocked_by: 0, total_blocked_by: 1 });
  });

  it('is taken away, and may be taken away again', async () => {
    await block(1, 2);
    expect((await unblock(1, 2)).issue_dependencies_summary.total_blocked_by).toBe(0);
    expect((await unblock(1, 2)).number).toBe(1);
    expect(await list(2, 'blocking')).toEqual([]);
  });

  it('is made once', async () => {
    await block(1, 2);
    expect(await refusalOf(block(1, 2))).toMatchObject({
      status: 422,
      body: { message: expect.stringContaining('Target issue has already been taken') },
    });
  });

  it('leads in no circle', async () => {
    await block(1, 2);
    await block(2, 3);
    for (const number of [3, 2, 1]) expect(await refusalOf(block(number, 1))).toMatchObject({ status: 422 });
  });

  it('is one of 50 at most', async () => {
    for (let number = 4; number <= 54; number += 1) {
      await octokit.issues.create({ ...place, title: `issue ${number}` });
      if (number < 54) await block(1, number);
    }
    const { status, body } = await refusalOf(block(1, 54));
    expect([status, body.message]).toEqual([422, expect.stringContaining('more than 50')]);
  });

  it('is on an issue by its id, not its number', async () => {
    const asked = octokit.request(`POST ${path}/blocked_by`, { ...place, issue_number: 1, issue_id: 2 });
    expect(await refusalOf(asked)).toMatchObject({ status: 404 });
  });

  it('does not show what its reader may not see', async () => {
    await block(1, 1, 'octo-closet');
    expect(await list(1, 'blocked_by')).toEqual(['hidden']);
    expect(await list(1, 'blocked_by', octokitFor(emulator, 'octo-user-2'))).toEqual([]);
  });

  it('goes with an issue that is deleted', async () => {
    await block(1, 2);
    const { node_id: id } = await get(2);
    const mutation = 'mutation ($id: ID!) { deleteIssue(input: { issueId: $id }) { clientMutationId } }';
    await octokitFor(emulator, 'octo-admin').graphql(mutation, { id });
    expect(await list(1, 'blocked_by')).toEqual([]);
  });

  it('is told of in both repositories, and stands in both timelines', async () => {
    await block(1, 1, 'octo-other');
    await emulator.settled();
    const told = emulator.deliveries.map(({ event, action, payload }: Json) => [
      event,
      action,
      payload.repository.name,
    ]);
    expect(told).toEqual([
      ['issue_dependencies', 'blocked_by_added', 'octo-repo'],
      ['issue_dependencies', 'blocking_added', 'octo-other'],
    ]);
    const events = async (repo: string): Promise<Json> =>
      (await octokit.issues.listEventsForTimeline({ owner: 'octo-org', repo, issue_number: 1 })).data;
    expect(await events('octo-repo')).toMatchObject([{ event: 'blocked_by_added', blocked_by: { title: 'far' } }]);
    expect(await events('octo-other')).toMatchObject([{ event: 'blocking_added', blocking: { title: 'a' } }]);
  });

  it('is told of in a person’s repository too, which no organisation owns', async () => {
    const repositories = [{ owner: 'octo-user-2', name: 'mine', issues: [{ title: 'a' }, { title: 'b' }] }];
    const alone = await startEmulator({ seed: { repositories }, webhookUrl: 'http://127.0.0.1:9/' });
    const [first, second] = [...(alone.state.repositories.get('octo-user-2/mine')?.issues.values() ?? [])];
    const at = { owner: 'octo-user-2', repo: 'mine', issue_number: 1, issue_id: second!.id };
    await octokitFor(alone, 'octo-user-2').request(`POST ${path}/blocked_by`, at);
    await alone.settled();
    expect(first?.blockedBy).toHaveLength(1);
    expect(alone.deliveries.map(({ payload }) => 'organization' in payload)).toEqual([false, false]);
    await alone.close();
  });

  it('comes from the seed and goes through a snapshot', async () => {
    const repositories = [
      { owner: 'octo-org', name: 'octo-repo', issues: [{ title: 'a' }, { title: 'b', blockedBy: [1] }] },
    ];
    const seeded = await startEmulator({ seed: { organizations: [{ login: 'octo-org' }], repositories } });
    const again = await startEmulator({ snapshot: seeded.snapshot() });
    const issue = again.state.repositories.get('octo-org/octo-repo')?.issues.get(1);
    expect(issue?.blocking.map(({ title }) => title)).toEqual(['b']);
    for (const each of [seeded, again]) await each.close();
  });
});

describe('dependencies over GraphQL', () => {
  it('are added, read, searched for and removed', async () => {
    const [blocked, blocking] = [(await get(1)).node_id, (await get(2)).node_id];
    const ask = (mutation: string): Promise<Json> =>
      octokit.graphql(
        `mutation ($a: ID!, $b: ID!) { ${mutation}(input: { issueId: $a, blockingIssueId: $b }) {
          issue { number blockedBy(first: 5) { nodes { number } } issueDependenciesSummary { blockedBy totalBlockedBy } }
          blockingIssue { number blocking(first: 5) { totalCount } }
        } }`,
        { a: blocked, b: blocking },
      );
    expect((await ask('addBlockedBy')).addBlockedBy).toEqual({
      issue: {
        number: 1,
        blockedBy: { nodes: [{ number: 2 }] },
        issueDependenciesSummary: { blockedBy: 1, totalBlockedBy: 1 },
      },
      blockingIssue: { number: 2, blocking: { totalCount: 1 } },
    });
    await expect(ask('addBlockedBy')).rejects.toMatchObject({ errors: [{ type: 'VALIDATION' }] });
    const { search }: Json = await octokit.graphql(
      '{ search(type: ISSUE, first: 5, query: "repo:octo-org/octo-repo is:blocked") { nodes { ... on Issue { number } } } }',
    );
    expect(search.nodes).toEqual([{ number: 1 }]);
    expect((await ask('removeBlockedBy')).removeBlockedBy.issue.blockedBy.nodes).toEqual([]);
    const { node }: Json = await octokit.graphql(
      `query ($id: ID!) { node(id: $id) { ... on Issue { timelineItems(first: 5) { nodes {
        __typename
        ... on BlockedByAddedEvent { blockingIssue { number } }
        ... on BlockedByRemovedEvent { actor { login } }
      } } } } }`,
      { id: blocked },
    );
    expect(node.timelineItems.nodes).toEqual([
      { __typename: 'BlockedByAddedEvent', blockingIssue: { number: 2 } },
      { __typename: 'BlockedByRemovedEvent', actor: { login: 'octo-user-1' } },
    ]);
  });
});
