import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { type Json, octokitFor, place, refusalOf, startOctoWorld } from './octo-world.ts';

const names = (count: number) => Array.from({ length: count }, (_, index) => `label-${index}`);

let emulator: Emulator;
let octokit: Octokit;
beforeEach(async () => {
  emulator = await startOctoWorld({ seed: {} });
  octokit = octokitFor(emulator);
});
afterEach(() => emulator.close());

const open = async (more: object = {}): Promise<Json> =>
  (await octokit.request('POST /repos/{owner}/{repo}/issues', { ...place, title: 'An issue', ...more })).data;

describe('an issue', () => {
  it('has 100 labels at most, and stays as it was where it would have more', async () => {
    const tooMany = { status: 422, body: { message: 'Validation Failed. Issues cannot have more than 100 labels' } };
    expect(await refusalOf(open({ labels: names(101) }))).toMatchObject(tooMany);
    expect((await octokit.issues.listForRepo(place)).data).toEqual([]);
    const { number: issue_number, node_id: id } = await open({ labels: names(100) });
    const at = { ...place, issue_number };
    expect(await refusalOf(octokit.issues.addLabels({ ...at, labels: ['bug'] }))).toMatchObject(tooMany);
    const changed = octokit.issues.update({ ...at, title: 'Another title', labels: names(101) });
    expect(await refusalOf(changed)).toMatchObject(tooMany);
    const { data } = await octokit.issues.get(at);
    expect([data.title, data.labels.length]).toEqual(['An issue', 100]);
    const bug = emulator.state.repositories.get('octo-org/octo-repo')?.labels.get('bug')?.nodeId;
    const added = octokit.graphql(
      'mutation ($id: ID!, $label: ID!) { addLabelsToLabelable(input: { labelableId: $id, labelIds: [$label] }) { clientMutationId } }',
      { id, label: bug },
    );
    await expect(added).rejects.toThrow('Issues cannot have more than 100 labels');
  });

  it('has a title of 256 characters, a letter of two units being one', async () => {
    expect((await open({ title: '🐙'.repeat(256) })).number).toBe(1);
    const { status, body } = await refusalOf(open({ title: '🐙'.repeat(257) }));
    const message = 'title is too long (maximum is 256 characters)';
    expect([status, body.errors]).toEqual([422, [{ resource: 'Issue', field: 'title', code: 'custom', message }]]);
  });

  it('has a text of 65,536 characters', async () => {
    expect((await open({ body: 'x'.repeat(65_536) })).number).toBe(1);
    const { status, body } = await refusalOf(open({ body: 'x'.repeat(65_537) }));
    const message = 'body is too long (maximum is 65536 characters)';
    expect([status, body.errors]).toEqual([422, [{ resource: 'Issue', field: 'body', code: 'custom', message }]]);
  });

  it('is refused by GraphQL in a sentence', async () => {
    const asked = octokit.graphql(
      'mutation ($id: ID!, $title: String!) { createIssue(input: { repositoryId: $id, title: $title }) { clientMutationId } }',
      { id: (await octokit.repos.get(place)).data.node_id, title: 'x'.repeat(257) },
    );
    await expect(asked).rejects.toThrow('Title is too long (maximum is 256 characters)');
  });

  it('has ten assignees at most; who is beyond is dropped', async () => {
    const { data } = await octokit.issues.create({ ...place, title: 'x', assignees: ['octo-user-1'] });
    expect(data.assignees).toHaveLength(1);
    const people = Array.from({ length: 11 }, (_, index) => `octo-member-${index}`);
    const organizations = [{ login: 'octo-org', members: people }];
    const crowded = await startOctoWorld({ seed: { organizations } });
    const issue = await octokitFor(crowded).issues.create({ ...place, title: 'x', assignees: people });
    expect(issue.data.assignees?.map(({ login }) => login)).toEqual(people.slice(0, 10));
    await crowded.close();
  });
});

describe('a comment', () => {
  it('has 65,536 characters at most', async () => {
    const { number: issue_number } = await open();
    const asked = octokit.issues.createComment({ ...place, issue_number, body: 'x'.repeat(65_537) });
    const { status, body } = await refusalOf(asked);
    const message = 'Body is too long (maximum is 65536 characters)';
    const error = { resource: 'IssueComment', field: 'data', code: 'unprocessable', message };
    expect([status, body.errors]).toEqual([422, [error]]);
  });
});

describe('a label', () => {
  it('has a name of 50 characters at most, also where an issue makes it', async () => {
    const message = 'name is too long (maximum is 50 characters)';
    const refused = { status: 422, body: { errors: [{ resource: 'Label', field: 'name', code: 'custom', message }] } };
    expect(await refusalOf(octokit.issues.createLabel({ ...place, name: 'x'.repeat(51) }))).toMatchObject(refused);
    expect(await refusalOf(open({ labels: ['x'.repeat(51)] }))).toMatchObject(refused);
    expect((await octokit.issues.createLabel({ ...place, name: '🐙'.repeat(50) })).status).toBe(201);
  });
});

describe('a milestone', () => {
  it.each(['2026-06-01', 'tomorrow', '2026-13-01T00:00:00Z'])('is not due on “%s”', async (due_on) => {
    const { status, body } = await refusalOf(octokit.issues.createMilestone({ ...place, title: '1.5', due_on }));
    expect(status).toBe(422);
    expect(JSON.stringify(body)).toContain('due_on');
  });
});
