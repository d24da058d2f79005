import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { appToken } from './app-token.ts';
import { type Json, octokitFor, octoSeed, place, startOctoWorld } from './octo-world.ts';

let emulator: Emulator;
let octokit: Octokit;
beforeEach(async () => {
  const [repository] = octoSeed.repositories ?? [];
  const issues = [
    { title: 'Epic', author: 'octo-user-2' },
    {
      title: 'Task',
      body: 'Text',
      labels: ['bug', 'area/docs'],
      milestone: '1.4',
      parent: 1,
      assignees: ['octo-user-1'],
    },
    { title: 'Done', state: 'closed' as const, labels: ['bug'] },
  ];
  emulator = await startOctoWorld({ seed: { ...octoSeed, repositories: [{ ...repository!, issues }] } });
  octokit = octokitFor(emulator);
});
afterEach(() => emulator.close());

const inRepository = async (selection: string): Promise<Json> => {
  const query = `query InRepository($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { ${selection} } }`;
  return ((await octokit.graphql(query, place)) as { repository: unknown }).repository;
};

describe('a repository in GraphQL', () => {
  it('tells what it is and what its head and files are', async () => {
    const { data: blob } = await octokit.repos.getContent({ ...place, path: 'README.md' });
    const found = await inRepository(`id nameWithOwner isArchived hasIssuesEnabled
      defaultBranchRef { name target { oid ... on Commit { history(first: 1, path: "README.md") { nodes { oid committedDate } } } } }
      readme: object(expression: "HEAD:README.md") { oid ... on Blob { text byteSize isBinary isTruncated } }
      onMain: object(expression: "main:README.md") { oid }
      nothing: object(expression: "HEAD:nothing") { oid }`);
    const { sha } = blob as { sha: string };
    expect(found).toMatchObject({
      nameWithOwner: 'octo-org/octo-repo',
      isArchived: false,
      hasIssuesEnabled: true,
      defaultBranchRef: { name: 'main' },
      readme: { oid: sha, text: '# Octo\n', byteSize: 7, isBinary: false, isTruncated: false },
      onMain: { oid: sha },
      nothing: null,
    });
    const { oid, history } = found.defaultBranchRef.target;
    expect(history.nodes).toEqual([{ oid, committedDate: '2026-02-03T12:00:00Z' }]);
  });

  it('finds labels and milestones by name, state and text', async () => {
    const found =
      await inRepository(`label(name: "Area/Docs") { name color description } missing: label(name: "none") { id }
      labels(first: 1, query: "docs") { totalCount nodes { name } pageInfo { hasNextPage } }
      milestones(first: 10, states: [OPEN]) { nodes { number title state dueOn } }`);
    expect(found).toEqual({
      label: { name: 'area/docs', color: '0e8a16', description: 'Documentation' },
      missing: null,
      labels: { totalCount: 1, nodes: [{ name: 'area/docs' }], pageInfo: { hasNextPage: false } },
      milestones: { nodes: [{ number: 1, title: '1.4', state: 'OPEN', dueOn: null }] },
    });
  });

  it('lists issues by state, label, milestone and assignee', async () => {
    const found = await inRepository(`
      open: issues(first: 10, states: [OPEN]) { totalCount nodes { title } }
      bugs: issues(first: 10, labels: ["bug"], orderBy: { field: CREATED_AT, direction: DESC }) { nodes { title } }
      planned: issues(first: 10, filterBy: { milestoneNumber: "1", labels: ["bug", "area/docs"] }) { nodes { title } }
      unplanned: issues(first: 10, filterBy: { milestone: null, states: [OPEN] }) { nodes { title } }
      mine: issues(first: 10, filterBy: { assignee: "octo-user-1" }) { nodes { title } }
      later: issues(first: 10, filterBy: { since: "2026-02-03T12:00:01Z" }) { totalCount }`);
    const titles = (name: string) => found[name].nodes.map(({ title }: { title: string }) => title);
    expect(found.open.totalCount).toBe(2);
    expect([titles('bugs'), titles('planned'), titles('unplanned'), titles('mine')]).toEqual([
      ['Done', 'Task'],
      ['Task'],
      ['Epic'],
      ['Task'],
    ]);
    expect(found.later.totalCount).toBe(0);
  });

  it('is walked page by page, forwards and backwards', async () => {
    const { issues: first } = await inRepository(
      'issues(first: 2) { nodes { number } pageInfo { endCursor hasNextPage } }',
    );
    expect(first).toMatchObject({ nodes: [{ number: 1 }, { number: 2 }], pageInfo: { hasNextPage: true } });
    const { issues: second } = await inRepository(
      `issues(first: 2, after: "${first.pageInfo.endCursor}") { nodes { number } pageInfo { startCursor hasNextPage hasPreviousPage } }`,
    );
    expect(second).toMatchObject({ nodes: [{ number: 3 }], pageInfo: { hasNextPage: false, hasPreviousPage: true } });
    const { issues: back } = await inRepository(
      `issues(last: 1, before: "${second.pageInfo.startCursor}") { nodes { number } }`,
    );
    expect(back.nodes).toEqual([{ number: 2 }]);
  });
});

describe('an issue in GraphQL', () => {
  it('tells all that stands on its page', async () => {
    const { issue } = await inRepository(`issue(number: 2) {
      databaseId number title body url state stateReason locked createdAt closedAt viewerDidAuthor issueType { name }
      author { __typename login ... on User { databaseId } } labels(first: 10) { nodes { name } } milestone { title state }
      assignees(first: 10) { nodes { login } } parent { number title parent { number } } subIssuesSummary { total } }`);
    expect(issue).toMatchObject({
      number: 2,
      title: 'Task',
      body: 'Text',
      url: `${emulator.url}/octo-org/octo-repo/issues/2`,
      state: 'OPEN',
      stateReason: null,
      viewerDidAuthor: true,
      issueType: null,
      author: { __typename: 'User', login: 'octo-user-1' },
      labels: { nodes: [{ name: 'bug' }, { name: 'area/docs' }] },
      milestone: { title: '1.4', state: 'OPEN' },
      assignees: { nodes: [{ login: 'octo-user-1' }] },
      parent: { number: 1, title: 'Epic', parent: null },
      subIssuesSummary: { total: 0 },
    });
  });

  it('has a timeline of events and comments, of the kinds that were asked for', async () => {
    const at = { ...place, issue_number: 2 };
    await octokit.issues.removeLabel({ ...at, name: 'bug' });
    await octokit.issues.createComment({ ...at, body: 'Hm' });
    await octokit.issues.update({ ...at, title: 'Better', state: 'closed', milestone: null });
    const items = `__typename ... on LabeledEvent { label { name } actor { login __typename } } ... on UnlabeledEvent { label { name } }
      ... on DemilestonedEvent { milestoneTitle } ... on RenamedTitleEvent { previousTitle currentTitle } ... on ClosedEvent { stateReason }
      ... on IssueComment { body } ... on ParentIssueAddedEvent { parent { number } } ... on AssignedEvent { assignee { ... on User { login } } }`;
    const { issue } = await inRepository(`issue(number: 2) {
      all: timelineItems(first: 50) { totalCount nodes { ${items} } }
      last: timelineItems(last: 1, itemTypes: [LABELED_EVENT, UNLABELED_EVENT]) { totalCount nodes { __typename } } }`);
    const actor = { login: 'octo-user-1', __typename: 'User' };
    expect(issue.all.nodes).toEqual([
      { __typename: 'LabeledEvent', label: { name: 'bug' }, actor },
      { __typename: 'LabeledEvent', label: { name: 'area/docs' }, actor },
      { __typename: 'MilestonedEvent' },
      { __typename: 'AssignedEvent', assignee: { login: 'octo-user-1' } },
      { __typename: 'ParentIssueAddedEvent', parent: { number: 1 } },
      { __typename: 'UnlabeledEvent', label: { name: 'bug' } },
      { __typename: 'IssueComment', body: 'Hm' },
      { __typename: 'RenamedTitleEvent', previousTitle: 'Task', currentTitle: 'Better' },
      { __typename: 'DemilestonedEvent', milestoneTitle: '1.4' },
      { __typename: 'ClosedEvent', stateReason: 'COMPLETED' },
    ]);
    expect(issue.last).toEqual({ totalCount: 3, nodes: [{ __typename: 'UnlabeledEvent' }] });
  });

  it('has comments with their reactions', async () => {
    const { data } = await octokit.issues.createComment({ ...place, issue_number: 1, body: 'One' });
    await octokit.reactions.createForIssueComment({ ...place, comment_id: data.id, content: '+1' });
    const { issue } = await inRepository(`issue(number: 1) { comments(last: 5) { totalCount nodes {
      databaseId body viewerDidAuthor lastEditedAt author { login } reactionGroups { content viewerHasReacted users(first: 5) { totalCount } } } } }`);
    expect(issue.comments).toMatchObject({
      totalCount: 1,
      nodes: [{ databaseId: data.id, body: 'One', viewerDidAuthor: true, lastEditedAt: null }],
    });
    expect(issue.comments.nodes[0].reactionGroups).toHaveLength(8);
    expect(issue.comments.nodes[0].reactionGroups[0]).toEqual({
      content: 'THUMBS_UP',
      viewerHasReacted: true,
      users: { totalCount: 1 },
    });
  });
});

describe('nodes and the viewer', () => {
  it('are found by the ids that REST gives', async () => {
    const { data: issue } = await octokit.issues.get({ ...place, issue_number: 2 });
    const found: Json = await octokit.graphql(
      'query ($id: ID!) { node(id: $id) { id __typename ... on Issue { number } } nodes(ids: [$id]) { id } viewer { login } rateLimit { limit cost remaining used } }',
      { id: issue.node_id },
    );
    expect(found).toEqual({
      node: { id: issue.node_id, __typename: 'Issue', number: 2 },
      nodes: [{ id: issue.node_id }],
      viewer: { login: 'octo-user-1' },
      rateLimit: { limit: 5000, cost: 1, remaining: 4999, used: 1 },
    });
  });

  it('name a bot without its suffix as an author, and with it as the viewer', async () => {
    const [installation] = emulator.state.installations.values();
    const app = new Octokit({ auth: appToken(emulator), baseUrl: emulator.apiUrl });
    const { data } = await app.apps.createInstallationAccessToken({ installation_id: installation!.id });
    octokit = new Octokit({ auth: data.token, baseUrl: emulator.apiUrl });
    await octokit.issues.createComment({ ...place, issue_number: 1, body: 'Beep' });
    const { issue } = await inRepository(
      'issue(number: 1) { comments(last: 1) { nodes { viewerDidAuthor author { __typename login ... on Bot { databaseId } } } } }',
    );
    expect(issue.comments.nodes).toEqual([
      {
        viewerDidAuthor: true,
        author: { __typename: 'Bot', login: 'octo-app', databaseId: emulator.state.app.bot.id },
      },
    ]);
    expect(await octokit.graphql('{ viewer { login } }')).toEqual({ viewer: { login: 'octo-app[bot]' } });
  });
});
