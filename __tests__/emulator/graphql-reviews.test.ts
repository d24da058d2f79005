import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { type Json, octokitFor, place, startOctoWorld } from './octo-world.ts';
import { change, seedWith } from './pull-world.ts';

let emulator: Emulator;
beforeEach(async () => {
  const seed = seedWith({ ...change, body: 'Fixes #1' });
  const [repository] = seed.repositories ?? [];
  const collaborators = { 'octo-user-1': 'write', 'octo-user-2': 'write', 'octo-user-3': 'write' } as const;
  const organizations = [
    { login: 'octo-org', members: ['octo-user-1'], teams: [{ name: 'Docs', members: ['octo-user-1'] }] },
  ];
  emulator = await startOctoWorld({
    seed: { ...seed, organizations, repositories: [{ ...repository!, collaborators }] },
  });
});
afterEach(() => emulator.close());

const run = (document: string, variables: object = {}, login = 'octo-user-1'): Promise<Json> =>
  octokitFor(emulator, login).graphql(document, { ...variables });
const ask = async (selection: string, login?: string): Promise<Json> => {
  const { repository } = await run(`{ repository(owner: "octo-org", name: "octo-repo") { ${selection} } }`, {}, login);
  return repository;
};
const mutate = async (name: string, input: object, selection: string, login?: string): Promise<Json> => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const data = await run(`mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`, { input }, login);
  return data[name];
};
const pullId = async () => (await ask('pullRequest(number: 2) { id }')).pullRequest.id;
const idOf = async (login: string) => (await run(`{ user(login: "${login}") { id } }`)).user.id;

describe('reviews over GraphQL', () => {
  it('are given, listed, and come to a decision', async () => {
    const pullRequestId = await pullId();
    const threads = [{ path: 'list.md', line: 2, body: 'Why?' }];
    const given = { pullRequestId, event: 'REQUEST_CHANGES', body: 'Not yet', threads };
    const { pullRequestReview } = await mutate('addPullRequestReview', given, 'pullRequestReview { id state }');
    expect(pullRequestReview.state).toBe('CHANGES_REQUESTED');
    const asked = `pullRequest(number: 2) {
      reviewDecision
      reviews(first: 5) { totalCount nodes { author { login } state body comments(first: 5) { nodes { path line body } } } }
      reviewThreads(first: 5) { nodes { path line isResolved comments(first: 5) { totalCount } } }
      latestReviews(first: 5) { nodes { state } } }`;
    expect((await ask(asked)).pullRequest).toEqual({
      reviewDecision: 'CHANGES_REQUESTED',
      reviews: {
        totalCount: 1,
        nodes: [
          {
            author: { login: 'octo-user-1' },
            state: 'CHANGES_REQUESTED',
            body: 'Not yet',
            comments: { nodes: [{ path: 'list.md', line: 2, body: 'Why?' }] },
          },
        ],
      },
      reviewThreads: { nodes: [{ path: 'list.md', line: 2, isResolved: false, comments: { totalCount: 1 } }] },
      latestReviews: { nodes: [{ state: 'CHANGES_REQUESTED' }] },
    });
    await mutate(
      'dismissPullRequestReview',
      { pullRequestReviewId: pullRequestReview.id, message: 'Done' },
      'clientMutationId',
    );
    expect((await ask('pullRequest(number: 2) { reviewDecision }')).pullRequest.reviewDecision).toBeNull();
    await mutate('addPullRequestReview', { pullRequestId, event: 'APPROVE' }, 'clientMutationId');
    expect((await ask('pullRequest(number: 2) { reviewDecision }')).pullRequest.reviewDecision).toBe('APPROVED');
  });

  it('are their author’s alone while they are pending', async () => {
    const begun = await mutate(
      'addPullRequestReview',
      { pullRequestId: await pullId(), body: 'x' },
      'pullRequestReview { id }',
    );
    const { id } = begun.pullRequestReview;
    const count = 'pullRequest(number: 2) { reviews(first: 5) { totalCount } }';
    expect((await ask(count, 'octo-user-2')).pullRequest.reviews.totalCount).toBe(0);
    await expect(run(`{ node(id: "${id}") { id } }`, {}, 'octo-user-2')).rejects.toThrow('Could not resolve');
    const submitted = { pullRequestReviewId: id, event: 'COMMENT' };
    await mutate('submitPullRequestReview', submitted, 'pullRequestReview { state }');
    expect((await ask(count, 'octo-user-2')).pullRequest.reviews.totalCount).toBe(1);
  });

  it('are asked of people and teams, and the last word stands', async () => {
    const team = (await run('{ organization(login: "octo-org") { team(slug: "docs") { id } } }')).organization.team.id;
    const request = async (userIds: string[], teamIds: string[]) =>
      mutate(
        'requestReviews',
        { pullRequestId: await pullId(), userIds, teamIds },
        `pullRequest { reviewRequests(first: 5) { nodes { requestedReviewer { __typename ... on User { login } ... on Team { slug } } } } }`,
      );
    await request([await idOf('octo-user-1')], [team]);
    const { pullRequest } = await request([await idOf('octo-user-3')], [team]);
    expect(pullRequest.reviewRequests.nodes).toEqual([
      { requestedReviewer: { __typename: 'User', login: 'octo-user-3' } },
      { requestedReviewer: { __typename: 'Team', slug: 'docs' } },
    ]);
    const timeline = `pullRequest(number: 2) { timelineItems(first: 9) { nodes { __typename
      ... on ReviewRequestedEvent { requestedReviewer { ... on User { login } } } } } }`;
    expect((await ask(timeline)).pullRequest.timelineItems.nodes.map((each: Json) => each.__typename)).toEqual([
      'ReviewRequestedEvent',
      'ReviewRequestedEvent',
      'ReviewRequestRemovedEvent',
      'ReviewRequestedEvent',
    ]);
  });
});

describe('pull requests over GraphQL', () => {
  it('are opened, changed and merged, and close what they say', async () => {
    const octokit = octokitFor(emulator);
    const { data } = await octokit.repos.getBranch({ ...place, branch: 'main' });
    await octokit.git.createRef({ ...place, ref: 'refs/heads/topic', sha: data.commit.sha });
    await octokit.repos.createOrUpdateFileContents({
      ...place,
      path: 'x.md',
      branch: 'topic',
      message: 'x',
      content: 'eA==',
    });
    const { id } = await ask('id');
    const opened = await mutate(
      'createPullRequest',
      {
        repositoryId: id,
        baseRefName: 'main',
        headRefName: 'topic',
        title: 'A change',
        body: 'Closes #1',
        draft: true,
      },
      'pullRequest { id number isDraft mergeable mergeStateStatus closingIssuesReferences(first: 3) { nodes { number } } }',
    );
    expect(opened.pullRequest).toMatchObject({
      number: 3,
      isDraft: true,
      mergeable: 'MERGEABLE',
      mergeStateStatus: 'DRAFT',
      closingIssuesReferences: { nodes: [{ number: 1 }] },
    });
    const pullRequestId = opened.pullRequest.id;
    await mutate('markPullRequestReadyForReview', { pullRequestId }, 'clientMutationId');
    await mutate('updatePullRequest', { pullRequestId, title: 'The change' }, 'clientMutationId');
    const closers =
      'issue(number: 1) { state closedByPullRequestsReferences(first: 5, includeClosedPrs: true) { nodes { number } } }';
    const merged = await mutate(
      'mergePullRequest',
      { pullRequestId, mergeMethod: 'SQUASH', commitHeadline: 'Squashed' },
      'pullRequest { state merged mergedAt mergedBy { login } mergeCommit { message } mergeable }',
    );
    expect(merged.pullRequest).toEqual({
      state: 'MERGED',
      merged: true,
      mergedAt: '2026-02-03T12:00:00Z',
      mergedBy: { login: 'octo-user-1' },
      mergeCommit: { message: 'Squashed' },
      mergeable: 'UNKNOWN',
    });
    expect((await ask(closers)).issue).toEqual({
      state: 'CLOSED',
      closedByPullRequestsReferences: { nodes: [{ number: 2 }, { number: 3 }] },
    });
    const lists =
      'closed: pullRequests(first: 5, states: CLOSED) { totalCount } merged: pullRequests(first: 5, states: MERGED) { totalCount }';
    expect(await ask(lists)).toEqual({ closed: { totalCount: 0 }, merged: { totalCount: 1 } });
    const timeline = `pullRequest(number: 3) { timelineItems(first: 9, itemTypes: [MERGED_EVENT, CLOSED_EVENT]) {
      nodes { __typename ... on MergedEvent { mergeRefName commit { message } } } } }`;
    expect((await ask(timeline)).pullRequest.timelineItems.nodes).toEqual([
      { __typename: 'MergedEvent', mergeRefName: 'main', commit: { message: 'Squashed' } },
      { __typename: 'ClosedEvent' },
    ]);
    const closer =
      'issue(number: 1) { timelineItems(first: 9, itemTypes: CLOSED_EVENT) { nodes { ... on ClosedEvent { closer { ... on PullRequest { number } } } } } }';
    expect((await ask(closer)).issue.timelineItems.nodes).toEqual([{ closer: { number: 3 } }]);
  });
});

describe('a seeded pull request', () => {
  it('has its reviews, and was merged', async () => {
    const reviews = [
      { author: 'octo-user-1', state: 'approved' as const },
      { author: 'octo-user-3', body: 'Fine' },
    ];
    const seed = seedWith({ ...change, reviewers: ['octo-user-1'], reviews, state: 'merged', body: 'Fixes #1' });
    const other = await startOctoWorld({ seed });
    const octokit = octokitFor(other);
    const { data } = await octokit.pulls.get({ ...place, pull_number: 2 });
    expect(data).toMatchObject({ merged: true, requested_reviewers: [] });
    const { data: given } = await octokit.pulls.listReviews({ ...place, pull_number: 2 });
    expect(given.map(({ state }) => state)).toEqual(['APPROVED', 'COMMENTED']);
    expect((await octokit.issues.get({ ...place, issue_number: 1 })).data.state).toBe('closed');
    await other.close();
  });
});
