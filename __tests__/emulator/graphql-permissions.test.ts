import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { octokitForApp } from './app-token.ts';
import { type Asker, app as appWith, closet, person, startClosetWorld } from './closet-world.ts';
import { type Json, octokitFor } from './octo-world.ts';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startClosetWorld();
});
afterEach(() => emulator.close());

const app = (permissions: Record<string, string>) => octokitForApp(emulator, permissions);
const hidden = () => emulator.state.repositories.get('octo-org/octo-closet')!;
const commitSha = () => hidden().branches.get('main')!.sha;

describe('a private repository, over GraphQL', () => {
  const ask = async (octokit: Octokit, fields: string): Promise<{ data: Json; errors: Json[] }> => {
    const query = `{ repository(owner: "octo-org", name: "octo-closet") { name ${fields} } }`;
    const { data } = await octokit.request('POST /graphql', { query });
    return { errors: [], ...data };
  };

  it.each<[permission: string, field: string, path: string[]]>([
    ['issues', 'issue(number: 1) { title }', ['issue']],
    ['pull_requests', 'pullRequest(number: 2) { title }', ['pullRequest']],
    ['issues', 'milestone(number: 1) { title }', ['milestone']],
    ['pull_requests', 'label(name: "bug") { name }', ['label']],
    ['contents', 'object(expression: "HEAD:README.md") { oid }', ['object']],
    ['contents', 'defaultBranchRef { name }', ['defaultBranchRef']],
    ['issues', 'labels(first: 5) { totalCount }', ['labels']],
  ])('with %s: read an installation reads %s, and without is told so', async (permission, field, path) => {
    const permitted = await ask(await app({ [permission]: 'read' }), field);
    expect(permitted).toMatchObject({ errors: [], data: { repository: { [path[0]!]: expect.any(Object) } } });
    const { data, errors } = await ask(await app({}), field);
    expect(data.repository).toEqual({ name: 'octo-closet', [path[0]!]: null });
    expect(errors).toMatchObject([
      { type: 'FORBIDDEN', path: ['repository', ...path], message: 'Resource not accessible by integration' },
    ]);
  });

  it('a list that must be there takes the repository with it', async () => {
    const { data, errors } = await ask(await app({ contents: 'read' }), 'issues(first: 1) { totalCount }');
    expect(data.repository).toBeNull();
    expect(errors).toMatchObject([{ type: 'FORBIDDEN', path: ['repository', 'issues'] }]);
  });

  it('each thing of a mixed list is refused in its place', async () => {
    const fields = 'pullRequest(number: 2) { headRefOid commits(first: 5) { totalCount nodes { commit { oid } } } }';
    const { data, errors } = await ask(await app({ pull_requests: 'read' }), fields);
    const at = ['repository', 'pullRequest', 'commits', 'nodes', 0];
    expect(data.repository.pullRequest.commits).toEqual({ totalCount: 1, nodes: [null] });
    expect(errors).toMatchObject([{ type: 'FORBIDDEN', path: [...at, 'commit'] }]);
  });

  it('what checks say takes a permission of its own', async () => {
    const request = { ...closet, name: 'check', head_sha: commitSha() };
    await (await app({ checks: 'write' })).checks.create(request);
    const fields = 'object(expression: "HEAD") { ... on Commit { oid statusCheckRollup { state } } }';
    const { data, errors } = await ask(await app({ contents: 'read' }), fields);
    expect(data.repository.object).toMatchObject({ oid: commitSha(), statusCheckRollup: null });
    expect(errors).toMatchObject([{ type: 'FORBIDDEN', path: ['repository', 'object', 'statusCheckRollup'] }]);
    const permitted = await ask(await app({ contents: 'read', checks: 'read' }), fields);
    expect(permitted.data.repository.object.statusCheckRollup.state).toBe('PENDING');
  });

  it('nothing is got at by its id either', async () => {
    const ids = [hidden().issues.get(1)!.nodeId, hidden().issues.get(2)!.nodeId, hidden().labels.get('bug')!.nodeId];
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const { data }: Json = await (await app({ issues: 'read' })).request('POST /graphql', {
      query,
      variables: { ids },
    });
    expect(data.data.nodes).toEqual([{ id: ids[0] }, null, { id: ids[2] }]);
    expect(data.errors).toMatchObject([{ type: 'FORBIDDEN', path: ['nodes', 1] }]);
    const asPerson = octokitFor(emulator).graphql('query ($id: ID!) { node(id: $id) { id } }', { id: ids[0] });
    await expect(asPerson).rejects.toMatchObject({ errors: [{ type: 'NOT_FOUND', path: ['node'] }] });
  });

  it('is not there for who has no part in it', async () => {
    emulator.installations.choose('octo-org', ['octo-repo']);
    for (const octokit of [octokitFor(emulator), await app({ issues: 'read' })]) {
      const { data, errors } = await ask(octokit, 'issues(first: 1) { totalCount }');
      expect(data.repository).toBeNull();
      expect(errors).toMatchObject([{ type: 'NOT_FOUND', path: ['repository'] }]);
    }
  });
});

it.each<[name: string, who: Asker, found: string[]]>([
  ['a person with a part in it', person('octo-reader'), ['1', '2']],
  ['a person without', person('octo-user-1'), []],
  ['an installation that reads issues', appWith({ issues: 'read' }), ['1']],
  ['an installation that reads pull requests', appWith({ pull_requests: 'read' }), ['2']],
  ['an installation that reads neither', appWith({}), []],
])('a search by %s finds what they may see', async (_, who, found) => {
  const octokit = await who(emulator);
  const { data } = await octokit.request('GET /search/issues', { q: 'org:octo-org is:private', per_page: 5 });
  expect(data.items.map(({ number }) => String(number)).sort()).toEqual(found);
  expect(data.total_count).toBe(found.length);
  const { search }: Json = await octokit.graphql(
    '{ search(type: ISSUE, first: 5, query: "org:octo-org is:private") { issueCount nodes { ... on Issue { number } ... on PullRequest { number } } } }',
  );
  expect(search.nodes.map(({ number }: Json) => String(number)).sort()).toEqual(found);
  expect(search.issueCount).toBe(found.length);
});
