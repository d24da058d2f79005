import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { type Json, octokitFor, startOctoWorld } from './octo-world.ts';
import { change, seedWith } from './pull-world.ts';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startOctoWorld({ seed: seedWith({ ...change, fork: true }) });
});
afterEach(() => emulator.close());

const ask = async (selection: string): Promise<Json> => {
  const answer: Json = await octokitFor(emulator).graphql(
    `{ repository(owner: "octo-org", name: "octo-repo") { ${selection} } }`,
  );
  return answer.repository;
};

it('a pull request tells its branches, its size and its files', async () => {
  const { pullRequest } = await ask(`pullRequest(number: 2) {
    __typename number title state isDraft merged isCrossRepository baseRefName headRefName
    author { login } changedFiles additions deletions
    files(first: 10) { nodes { path changeType additions } }
    commits(first: 10) { totalCount nodes { commit { messageHeadline } } }
    headRepository { nameWithOwner }
  }`);
  expect(pullRequest).toMatchObject({
    __typename: 'PullRequest',
    number: 2,
    state: 'OPEN',
    isCrossRepository: true,
    baseRefName: 'main',
    headRefName: 'patch-2',
    author: { login: 'octo-user-2' },
    changedFiles: 4,
    commits: { totalCount: 1, nodes: [{ commit: { messageHeadline: 'Change the list' } }] },
    headRepository: { nameWithOwner: 'octo-user-2/octo-repo' },
  });
  expect(pullRequest.files.nodes).toContainEqual({ path: 'old.md', changeType: 'DELETED', additions: 0 });
});

it('a number is a pull request or an issue, not both', async () => {
  expect(await ask('issueOrPullRequest(number: 2) { __typename }')).toEqual({
    issueOrPullRequest: { __typename: 'PullRequest' },
  });
  await expect(ask('pullRequest(number: 1) { id }')).rejects.toThrow(
    'Could not resolve to a PullRequest with the number of 1.',
  );
  await expect(ask('issue(number: 2) { id }')).rejects.toThrow('Could not resolve to an Issue with the number of 2.');
});

it('pull requests are listed by state and branch', async () => {
  const { all, closed, elsewhere } = await ask(`
    all: pullRequests(first: 5) { nodes { number } }
    closed: pullRequests(first: 5, states: [CLOSED, MERGED]) { totalCount }
    elsewhere: pullRequests(first: 5, headRefName: "other") { totalCount }
  `);
  expect([all.nodes, closed.totalCount, elsewhere.totalCount]).toEqual([[{ number: 2 }], 0, 0]);
});

it('a pull request takes labels by its id', async () => {
  const { pullRequest, label } = await ask('pullRequest(number: 2) { id } label(name: "bug") { id }');
  const { addLabelsToLabelable } = await octokitFor(emulator).graphql<Json>(
    `mutation ($input: AddLabelsToLabelableInput!) {
      addLabelsToLabelable(input: $input) { labelable { ... on PullRequest { labels(first: 5) { nodes { name } } } } }
    }`,
    { input: { labelableId: pullRequest.id, labelIds: [label.id] } },
  );
  expect(addLabelsToLabelable.labelable.labels.nodes).toEqual([{ name: 'bug' }]);
});
