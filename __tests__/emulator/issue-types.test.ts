import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { type Json, octokitFor, octoSeed, place, refusalOf, startOctoWorld } from './octo-world.ts';

let emulator: Emulator;
let octokit: Octokit;
beforeEach(async () => {
  const organizations = [{ login: 'octo-org', members: ['octo-user-1'], admins: ['octo-owner'] }];
  emulator = await startOctoWorld({ seed: { ...octoSeed, organizations }, webhookUrl: 'http://127.0.0.1:9/' });
  octokit = octokitFor(emulator);
});
afterEach(() => emulator.close());

const open = async (more: object = {}, by = octokit): Promise<Json> =>
  (await by.request('POST /repos/{owner}/{repo}/issues', { ...place, title: 'An issue', ...more })).data;
const change = async (issue_number: number, more: object, by = octokit): Promise<Json> =>
  (await by.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', { ...place, issue_number, ...more })).data;
const typesOf = async (): Promise<Json[]> =>
  (await octokit.request('GET /orgs/{org}/issue-types', { org: 'octo-org' })).data as Json[];
const idOf = async (name: string): Promise<Json> => (await typesOf()).find((type) => type.name === name);
const told = async () => {
  await emulator.settled();
  return emulator.deliveries
    .filter(({ action }) => action?.endsWith('typed'))
    .map(({ action, payload }: Json) => [action, payload.type.name, payload.issue.type?.name ?? null]);
};

describe('the types of an organisation', () => {
  it('are Task, Bug and Feature until it says otherwise', async () => {
    expect((await typesOf()).map(({ name, color, is_enabled }) => [name, color, is_enabled])).toEqual([
      ['Task', 'yellow', true],
      ['Bug', 'red', true],
      ['Feature', 'blue', true],
    ]);
  });

  it('are made, changed and deleted by an owner', async () => {
    const owner = octokitFor(emulator, 'octo-owner');
    const { data: made }: Json = await owner.request('POST /orgs/{org}/issue-types', {
      org: 'octo-org',
      name: 'Epic',
      is_enabled: true,
      color: 'purple',
    });
    await open({ type: 'Epic' });
    const at = { org: 'octo-org', issue_type_id: made.id };
    const text = { name: 'Initiative', is_enabled: false, description: 'Of several teams' };
    await owner.request('PUT /orgs/{org}/issue-types/{issue_type_id}', { ...at, ...text });
    expect(await idOf('Initiative')).toMatchObject({ ...text, id: made.id, color: 'purple' });
    await owner.request('DELETE /orgs/{org}/issue-types/{issue_type_id}', at);
    expect((await typesOf()).map(({ name }) => name)).not.toContain('Initiative');
    expect((await octokit.issues.get({ ...place, issue_number: 1 })).data.type).toBeNull();
  });

  it('are changed by nobody else', async () => {
    const text = { org: 'octo-org', name: 'Epic', is_enabled: true };
    expect(await refusalOf(octokit.request('POST /orgs/{org}/issue-types', text))).toMatchObject({ status: 404 });
  });

  it('have each a name of their own', async () => {
    const owner = octokitFor(emulator, 'octo-owner');
    const twice = owner.request('POST /orgs/{org}/issue-types', { org: 'octo-org', name: 'bug', is_enabled: true });
    expect(await refusalOf(twice)).toMatchObject({
      status: 422,
      body: { message: 'Validation Failed', errors: ['Name has already been taken'] },
    });
  });

  it('come from the seed, with the issues that have them', async () => {
    const seeded = await startEmulator({
      seed: {
        organizations: [{ login: 'octo-org', issueTypes: ['Epic', { name: 'Story', color: 'pink', enabled: false }] }],
        repositories: [{ owner: 'octo-org', name: 'octo-repo', issues: [{ title: 'An epic', type: 'Epic' }] }],
      },
    });
    const [issue] = [...seeded.state.repositories.values()][0]!.issues.values();
    expect(issue?.type).toMatchObject({ name: 'Epic', color: null, isEnabled: true });
    const again = await startEmulator({ snapshot: seeded.snapshot() });
    expect(again.state.accounts.get('octo-org')?.issueTypes).toEqual(issue?.repository.owner.issueTypes);
    for (const each of [seeded, again]) await each.close();
  });

  it('are asked for by the seed only where it has them', async () => {
    const repositories = [{ owner: 'octo-org', name: 'octo-repo', issues: [{ title: 'An epic', type: 'Epic' }] }];
    const organizations = [{ login: 'octo-org' }];
    await expect(startEmulator({ seed: { organizations, repositories } })).rejects.toThrow('no issue type “Epic”');
    const twice = [{ login: 'octo-org', issueTypes: ['Epic', 'epic'] }];
    await expect(startEmulator({ seed: { organizations: twice } })).rejects.toThrow('Name has already been taken');
  });
});

describe('the type of an issue', () => {
  it('is given when it is opened, changed and taken off', async () => {
    const issue = await open({ type: 'bug' });
    expect(issue.type).toMatchObject({ name: 'Bug', description: 'An unexpected problem or behavior' });
    expect((await change(issue.number, { type: 'Task' })).type.name).toBe('Task');
    expect((await change(issue.number, { title: 'Another title' })).type.name).toBe('Task');
    expect((await change(issue.number, { type: null })).type).toBeNull();
    expect(await told()).toEqual([
      ['typed', 'Bug', 'Bug'],
      ['untyped', 'Bug', 'Task'],
      ['typed', 'Task', 'Task'],
      ['untyped', 'Task', null],
    ]);
  });

  it('stands in the timeline, with what was before', async () => {
    const { number: issue_number } = await open({ type: 'Bug' });
    await change(issue_number, { type: 'Task' });
    await change(issue_number, { type: null });
    const { data }: Json = await octokit.issues.listEventsForTimeline({ ...place, issue_number });
    expect(data.map((each: Json) => [each.event, each.issue_type?.name, each.prev_issue_type?.name])).toEqual([
      ['issue_type_added', 'Bug', undefined],
      ['issue_type_changed', 'Task', 'Bug'],
      ['issue_type_removed', undefined, 'Task'],
    ]);
  });

  it('is dropped in silence where the caller may not set it', async () => {
    const stranger = octokitFor(emulator, 'octo-user-2');
    expect((await open({ type: 'Bug' }, stranger)).type).toBeNull();
  });

  it('is what issues are listed and searched by', async () => {
    await open({ title: 'a bug', type: 'Bug' });
    await open({ title: 'a task', type: 'Task' });
    await open({ title: 'neither' });
    const listed = async (type: string) =>
      (await octokit.issues.listForRepo({ ...place, type })).data.map(({ title }) => title);
    expect(await listed('bug')).toEqual(['a bug']);
    expect(await listed('none')).toEqual(['neither']);
    expect(await listed('*')).toEqual(['a task', 'a bug']);
    const found = async (query: string): Promise<string[]> => {
      const answer: Json = await octokit.graphql(
        'query ($text: String!) { search(type: ISSUE, first: 9, query: $text) { nodes { ... on Issue { title } } } }',
        { text: `repo:octo-org/octo-repo ${query}` },
      );
      return answer.search.nodes.map(({ title }: Json) => title);
    };
    expect(await found('type:Bug')).toEqual(['a bug']);
    expect(await found('no:type')).toEqual(['neither']);
    expect(await found('type:issue -type:bug')).toEqual(['neither', 'a task']);
  });

  it('is one that the organisation has and offers', async () => {
    const { status, body } = await refusalOf(open({ type: 'Epic' }));
    expect([status, body.errors]).toEqual([422, [expect.objectContaining({ field: 'type', value: 'Epic' })]]);
    const owner = octokitFor(emulator, 'octo-owner');
    const at = { org: 'octo-org', issue_type_id: (await idOf('Bug')).id };
    await owner.request('PUT /orgs/{org}/issue-types/{issue_type_id}', { ...at, name: 'Bug', is_enabled: false });
    expect(await refusalOf(open({ type: 'Bug' }))).toMatchObject({ status: 422 });
  });
});
