import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { type Json, octokitFor, octoSeed, place, refusalOf, startOctoWorld } from './octo-world.ts';

const far = { owner: 'octo-org', repo: 'octo-other' };
const collaborators = { 'octo-user-1': 'write', 'octo-admin': 'admin' } as const;

let emulator: Emulator;
let octokit: Octokit;
beforeEach(async () => {
  const repositories = [
    ...(octoSeed.repositories ?? []),
    {
      owner: 'octo-org',
      name: 'octo-other',
      labels: ['bug'],
      milestones: [{ title: '1.4' }, { title: '2.0', dueOn: '2026-05-01T00:00:00Z' }],
      issues: [{ title: 'first here' }],
      collaborators,
    },
    { owner: 'octo-org', name: 'octo-closet', private: true, collaborators },
    { owner: 'octo-user-2', name: 'mine', collaborators },
  ];
  emulator = await startOctoWorld({ seed: { ...octoSeed, repositories }, webhookUrl: 'http://127.0.0.1:9/' });
  octokit = octokitFor(emulator);
});
afterEach(() => emulator.close());

const open = async (more: object = {}, where = place): Promise<Json> =>
  (await octokit.request('POST /repos/{owner}/{repo}/issues', { ...where, title: 'An issue', ...more })).data;
const idOf = async (where: { owner: string; repo: string }) => (await octokit.repos.get(where)).data.node_id;
const transfer = async (issue: Json, to = far, { by = octokit, creating = false } = {}): Promise<Json> => {
  const answer: Json = await by.graphql(
    `mutation ($issue: ID!, $to: ID!, $creating: Boolean) {
      transferIssue(input: { issueId: $issue, repositoryId: $to, createLabelsIfMissing: $creating }) {
        issue { id number repository { name } labels(first: 9) { nodes { name } } }
      }
    }`,
    { issue: issue.node_id, to: await idOf(to), creating },
  );
  return answer.transferIssue.issue;
};
const deleteIssue = (issue: Json): Promise<Json> =>
  octokitFor(emulator, 'octo-admin').graphql(
    'mutation ($id: ID!) { deleteIssue(input: { issueId: $id }) { repository { name } } }',
    {
      id: issue.node_id,
    },
  );
const numbered = ({ number }: { number: number }, where = place) => ({ ...where, issue_number: number });

describe('a transferred issue', () => {
  it('has the next number of its new repository, and all that was said', async () => {
    const issue = await open({ body: 'a text', assignees: ['octo-user-1'], type: 'Bug' });
    const { data: comment } = await octokit.issues.createComment({ ...numbered(issue), body: 'a comment' });
    await octokit.reactions.createForIssueComment({ ...place, comment_id: comment.id, content: 'heart' });
    const moved = await transfer(issue);
    expect(moved).toMatchObject({ number: 2, repository: { name: 'octo-other' } });
    expect(moved.id).not.toBe(issue.node_id);
    const { data: read }: Json = await octokit.issues.get(numbered(moved, far));
    expect(read).toMatchObject({ body: 'a text', type: { name: 'Bug' }, assignee: { login: 'octo-user-1' } });
    const { data: comments } = await octokit.issues.listComments(numbered(moved, far));
    expect(comments).toMatchObject([{ body: 'a comment', reactions: { heart: 1 } }]);
  });

  it('keeps the labels and the milestone that its new repository has too', async () => {
    const issue = await open({ labels: ['bug', 'area/docs'], milestone: 1 });
    const moved = await transfer(issue);
    expect(moved.labels.nodes).toEqual([{ name: 'bug' }]);
    expect((await octokit.issues.get(numbered(moved, far))).data.milestone?.title).toBe('1.4');
    const again = await transfer({ node_id: moved.id }, place);
    expect((await octokit.issues.get(numbered(again))).data.milestone?.number).toBe(1);
  });

  it('loses a milestone that is due at another time', async () => {
    const { data: milestone } = await octokit.issues.createMilestone({ ...place, title: '2.0' });
    const moved = await transfer(await open({ milestone: milestone.number }));
    expect((await octokit.issues.get(numbered(moved, far))).data.milestone).toBeNull();
  });

  it('takes all its labels along when asked', async () => {
    const moved = await transfer(await open({ labels: ['bug', 'area/docs'] }), far, { creating: true });
    expect(moved.labels.nodes).toEqual([{ name: 'bug' }, { name: 'area/docs' }]);
    expect((await octokit.issues.getLabel({ ...far, name: 'area/docs' })).data.color).toBe('0e8a16');
  });

  it('is led to from its old address, though not from below it', async () => {
    const issue = await open();
    const moved = await transfer(issue);
    const { status, headers } = await fetch(issue.url, { redirect: 'manual' });
    const { id } = (await octokit.repos.get(far)).data;
    expect([status, headers.get('location')]).toEqual([301, `${emulator.apiUrl}/repositories/${id}/issues/2`]);
    expect((await octokit.issues.get(numbered(issue))).data).toMatchObject({ number: 2, node_id: moved.id });
    expect(await refusalOf(octokit.issues.listComments(numbered(issue)))).toMatchObject({ status: 404 });
    const page = await fetch(issue.html_url, { redirect: 'manual' });
    expect([page.status, page.headers.get('location')]).toEqual([301, '/octo-org/octo-other/issues/2']);
    const asked = octokit.graphql(
      '{ repository(owner: "octo-org", name: "octo-repo") { issue(number: 1) { title } } }',
    );
    await expect(asked).rejects.toThrow('Could not resolve to an Issue with the number of 1.');
  });

  it('does not show where it went to who may not see it', async () => {
    const issue = await open();
    await transfer(issue, { owner: 'octo-org', repo: 'octo-closet' });
    const stranger = octokitFor(emulator, 'octo-user-2');
    expect(await refusalOf(stranger.issues.get(numbered(issue)))).toMatchObject({ status: 404 });
    expect((await octokit.issues.get(numbered(issue))).data.number).toBe(1);
  });

  it('is told of in both repositories', async () => {
    await transfer(await open());
    await emulator.settled();
    const told = emulator.deliveries
      .slice(-2)
      .map(({ action, payload }: Json) => [action, payload.repository.name, payload.issue.number, payload.changes]);
    expect(told).toMatchObject([
      ['transferred', 'octo-repo', 1, { new_issue: { number: 2 }, new_repository: { name: 'octo-other' } }],
      ['opened', 'octo-other', 2, { old_issue: { number: 1 }, old_repository: { name: 'octo-repo' } }],
    ]);
  });

  it('says in its timeline where it came from', async () => {
    const moved = await transfer(await open());
    const { node }: Json = await octokit.graphql(
      `query ($id: ID!) { node(id: $id) { ... on Issue { timelineItems(first: 9, itemTypes: TRANSFERRED_EVENT) {
        nodes { ... on TransferredEvent { fromRepository { name } issue { number } } }
      } } } }`,
      { id: moved.id },
    );
    expect(node.timelineItems.nodes).toEqual([{ fromRepository: { name: 'octo-repo' }, issue: { number: 2 } }]);
    const { data: events } = await octokit.issues.listEvents(numbered(moved, far));
    expect(events.map(({ event }) => event)).toEqual(['transferred']);
  });

  it('stays with its parent and its children', async () => {
    const [parent, issue, child] = [await open(), await open(), await open()];
    const path = 'POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues';
    await octokit.request(path, { ...numbered(parent), sub_issue_id: issue.id });
    await octokit.request(path, { ...numbered(issue), sub_issue_id: child.id });
    const moved = await transfer(issue);
    const { node }: Json = await octokit.graphql(
      'query ($id: ID!) { node(id: $id) { ... on Issue { parent { number } subIssues(first: 9) { nodes { number } } } } }',
      { id: moved.id },
    );
    expect(node).toEqual({ parent: { number: parent.number }, subIssues: { nodes: [{ number: child.number }] } });
  });

  it('is moved by who may write in both repositories, within one owner, and never into the open', async () => {
    const issue = await open();
    const stranger = { by: octokitFor(emulator, 'octo-user-2') };
    await expect(transfer(issue, far, stranger)).rejects.toThrow('permissions to execute `TransferIssue`');
    await expect(transfer(issue, { owner: 'octo-user-2', repo: 'mine' })).rejects.toThrow('same owner');
    await expect(transfer(issue, place)).rejects.toThrow('already');
    const hidden = await open({}, { owner: 'octo-org', repo: 'octo-closet' });
    await expect(transfer(hidden)).rejects.toThrow('private repository');
  });

  it('is led to after a snapshot too', async () => {
    const issue = await open();
    await transfer(issue);
    const again = await startEmulator({ snapshot: emulator.snapshot() });
    expect((await octokitFor(again).issues.get(numbered(issue))).data.number).toBe(2);
    await again.close();
  });
});

describe('a deleted issue', () => {
  it('is gone, and says so', async () => {
    const issue = await open();
    expect((await deleteIssue(issue)).deleteIssue.repository.name).toBe('octo-repo');
    for (const asked of [octokit.issues.get(numbered(issue)), octokit.issues.listComments(numbered(issue))]) {
      expect(await refusalOf(asked)).toMatchObject({ status: 410, body: { message: 'This issue was deleted' } });
    }
  });

  it('leaves its number to nobody', async () => {
    await deleteIssue(await open());
    expect((await open()).number).toBe(2);
  });

  it('is gone where it was transferred to as well', async () => {
    const issue = await open();
    const moved = await transfer(issue);
    await deleteIssue({ node_id: moved.id });
    expect(await refusalOf(octokit.issues.get(numbered(issue)))).toMatchObject({ status: 410 });
  });
});
