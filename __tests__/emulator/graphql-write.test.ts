import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { type Json, octokitFor, octoSeed, startOctoWorld } from './octo-world.ts';
import { namesOf, startReceiver } from './receiver.ts';

let emulator: Emulator;
let octokit: Octokit;
beforeEach(async () => {
  const [repository] = octoSeed.repositories ?? [];
  const issues = [{ title: 'Epic' }, { title: 'Task', labels: ['bug'], milestone: '1.4' }];
  emulator = await startOctoWorld({ seed: { ...octoSeed, repositories: [{ ...repository!, issues }] } });
  octokit = octokitFor(emulator);
});
afterEach(() => emulator.close());

const run = (document: string, variables: Record<string, unknown> = {}): Promise<Json> =>
  octokit.graphql(document, variables);
/** The answer as it is on the wire, which Octokit would throw. */
const post = async (query: unknown, variables = {}): Promise<{ status: number; body: Json }> => {
  const headers = { authorization: `bearer ${emulator.as('octo-user-1').token}` };
  const response = await fetch(emulator.graphqlUrl, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, body: await response.json() };
};
const repository = () => emulator.state.repositories.get('octo-org/octo-repo')!;
const issue = (number: number) => repository().issues.get(number)!;
const idOf = {
  issue: (number: number) => issue(number).nodeId,
  label: (name: string) => repository().labels.get(name)!.nodeId,
  milestone: (number: number) => repository().milestones.get(number)!.nodeId,
};

describe('a batch of mutations', () => {
  it('is done in order in one request, with the webhooks that REST would cause', async () => {
    const receiver = await startReceiver();
    emulator.setWebhookUrl(receiver.url);
    emulator.resetRequests();
    const result = await run(
      `mutation Apply($issue: ID!, $add: [ID!]!, $remove: [ID!]!) {
        add: addLabelsToLabelable(input: { labelableId: $issue, labelIds: $add }) { labelable { ... on Issue { labels(first: 5) { nodes { name } } } } }
        remove: removeLabelsFromLabelable(input: { labelableId: $issue, labelIds: $remove }) { clientMutationId }
        plan: updateIssue(input: { id: $issue, milestoneId: null, title: "Renamed", clientMutationId: "x" }) { clientMutationId issue { title milestone { title } } }
        say: addComment(input: { subjectId: $issue, body: "Done" }) { commentEdge { node { id body } } subject { id } }
        close: closeIssue(input: { issueId: $issue, stateReason: NOT_PLANNED }) { issue { state stateReason } }
      }`,
      { issue: idOf.issue(2), add: [idOf.label('area/docs')], remove: [idOf.label('bug')] },
    );
    expect(result).toMatchObject({
      add: { labelable: { labels: { nodes: [{ name: 'bug' }, { name: 'area/docs' }] } } },
      plan: { clientMutationId: 'x', issue: { title: 'Renamed', milestone: null } },
      say: { commentEdge: { node: { body: 'Done' } }, subject: { id: idOf.issue(2) } },
      close: { issue: { state: 'CLOSED', stateReason: 'NOT_PLANNED' } },
    });
    await emulator.settled();
    await receiver.close();
    expect(namesOf(receiver)).toEqual([
      'issues.labeled',
      'issues.unlabeled',
      'issues.edited',
      'issues.demilestoned',
      'issue_comment.created',
      'issues.closed',
    ]);
    expect(emulator.requests).toEqual([
      {
        method: 'POST',
        path: '/api/graphql',
        route: null,
        operation: 'mutation Apply',
        kind: 'mutation',
        status: 200,
        actor: 'octo-user-1',
      },
    ]);
  });

  it('goes on after the one that fails', async () => {
    const { status, body } = await post(
      `mutation { bad: closeIssue(input: { issueId: "I_nothing" }) { issue { id } }
        good: closeIssue(input: { issueId: "${idOf.issue(1)}" }) { issue { state } } }`,
    );
    expect(status).toBe(200);
    expect(body.data).toEqual({ bad: null, good: { issue: { state: 'CLOSED' } } });
    expect(body.errors).toMatchObject([
      { type: 'NOT_FOUND', path: ['bad'], message: "Could not resolve to a node with the global id of 'I_nothing'" },
    ]);
  });
});

describe('a mutation', () => {
  it('opens and reopens an issue with all that belongs to it', async () => {
    const { createIssue } = await run(
      `mutation ($repository: ID!, $labels: [ID!], $milestone: ID, $parent: ID) {
        createIssue(input: { repositoryId: $repository, title: "New", labelIds: $labels, milestoneId: $milestone, parentIssueId: $parent }) {
          issue { number parent { number } milestone { title } labels(first: 5) { nodes { name } } } } }`,
      {
        repository: repository().nodeId,
        labels: [idOf.label('bug')],
        milestone: idOf.milestone(1),
        parent: idOf.issue(1),
      },
    );
    expect(createIssue.issue).toEqual({
      number: 3,
      parent: { number: 1 },
      milestone: { title: '1.4' },
      labels: { nodes: [{ name: 'bug' }] },
    });
    await run('mutation ($id: ID!) { updateIssue(input: { id: $id, state: CLOSED }) { clientMutationId } }', {
      id: idOf.issue(3),
    });
    const { reopenIssue } = await run(
      'mutation ($id: ID!) { reopenIssue(input: { issueId: $id }) { issue { state stateReason } } }',
      { id: idOf.issue(3) },
    );
    expect(reopenIssue.issue).toEqual({ state: 'OPEN', stateReason: 'REOPENED' });
  });

  it('leaves alone what its input does not speak of', async () => {
    await run('mutation ($id: ID!) { updateIssue(input: { id: $id, body: "Text" }) { clientMutationId } }', {
      id: idOf.issue(2),
    });
    expect(issue(2)).toMatchObject({
      title: 'Task',
      body: 'Text',
      milestone: { title: '1.4' },
      labels: [{ name: 'bug' }],
    });
    await run(
      'mutation ($id: ID!, $m: ID) { updateIssue(input: { id: $id, milestoneId: $m, labelIds: [] }) { clientMutationId } }',
      { id: idOf.issue(2), m: null },
    );
    expect(issue(2)).toMatchObject({ milestone: null, labels: [] });
  });

  it('edits and deletes comments, and reacts to them', async () => {
    const { addComment } = await run(
      'mutation ($id: ID!) { addComment(input: { subjectId: $id, body: "a" }) { commentEdge { node { id } } } }',
      { id: idOf.issue(1) },
    );
    const { id } = addComment.commentEdge.node;
    const result = await run(
      `mutation ($id: ID!) {
        edit: updateIssueComment(input: { id: $id, body: "b" }) { issueComment { body lastEditedAt } }
        react: addReaction(input: { subjectId: $id, content: THUMBS_UP }) { reaction { content } }
        unreact: removeReaction(input: { subjectId: $id, content: THUMBS_UP }) { reactionGroups { content users(first: 1) { totalCount } } }
        remove: deleteIssueComment(input: { id: $id }) { clientMutationId } }`,
      { id },
    );
    expect(result).toMatchObject({
      edit: { issueComment: { body: 'b', lastEditedAt: '2026-02-03T12:00:00Z' } },
      react: { reaction: { content: 'THUMBS_UP' } },
      remove: { clientMutationId: null },
    });
    expect(result.unreact.reactionGroups[0]).toEqual({ content: 'THUMBS_UP', users: { totalCount: 0 } });
    expect(issue(1).comments).toEqual([]);
  });

  it('puts issues below others, assigns, and makes labels', async () => {
    const result = await run(
      `mutation ($epic: ID!, $task: ID!, $repository: ID!, $user: ID!) {
        below: addSubIssue(input: { issueId: $epic, subIssueId: $task }) { issue { subIssuesSummary { total } } subIssue { parent { number } } }
        away: removeSubIssue(input: { issueId: $epic, subIssueId: $task }) { issue { subIssues(first: 5) { totalCount } } }
        label: createLabel(input: { repositoryId: $repository, name: "new", color: "ff0000" }) { label { name } }
        assign: addAssigneesToAssignable(input: { assignableId: $task, assigneeIds: [$user] }) { assignable { assignees(first: 5) { nodes { login } } } }
        unassign: removeAssigneesFromAssignable(input: { assignableId: $task, assigneeIds: [$user] }) { assignable { assignees(first: 5) { totalCount } } }
        clear: clearLabelsFromLabelable(input: { labelableId: $task }) { labelable { labels(first: 5) { totalCount } } } }`,
      {
        epic: idOf.issue(1),
        task: idOf.issue(2),
        repository: repository().nodeId,
        user: emulator.state.accounts.get('octo-user-1')!.nodeId,
      },
    );
    expect(result).toEqual({
      below: { issue: { subIssuesSummary: { total: 1 } }, subIssue: { parent: { number: 1 } } },
      away: { issue: { subIssues: { totalCount: 0 } } },
      label: { label: { name: 'new' } },
      assign: { assignable: { assignees: { nodes: [{ login: 'octo-user-1' }] } } },
      unassign: { assignable: { assignees: { totalCount: 0 } } },
      clear: { labelable: { labels: { totalCount: 0 } } },
    });
  });
});
