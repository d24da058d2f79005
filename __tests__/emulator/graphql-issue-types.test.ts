import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { type Json, octokitFor, octoSeed, place, startOctoWorld } from './octo-world.ts';

let emulator: Emulator;
let octokit: Octokit;
beforeEach(async () => {
  const organizations = [{ login: 'octo-org', members: ['octo-user-1'], admins: ['octo-owner'] }];
  emulator = await startOctoWorld({ seed: { ...octoSeed, organizations } });
  octokit = octokitFor(emulator);
});
afterEach(() => emulator.close());

const open = async (more: object = {}): Promise<Json> =>
  (await octokit.request('POST /repos/{owner}/{repo}/issues', { ...place, title: 'An issue', ...more })).data;
const typesOf = async (): Promise<Json[]> =>
  (await octokit.request('GET /orgs/{org}/issue-types', { org: 'octo-org' })).data as Json[];
const idOf = async (name: string): Promise<Json> => (await typesOf()).find((type) => type.name === name);

describe('issue types over GraphQL', () => {
  const ask = (query: string, variables = {}, by = octokit): Promise<Json> => by.graphql(query, variables);
  const repository = `repository(owner: "octo-org", name: "octo-repo")`;

  it('are read of the repository, its owner and an issue', async () => {
    await open({ type: 'Bug' });
    const { repository: read, organization } = await ask(`{
      ${repository} {
        issue(number: 1) { issueType { name description color isEnabled } }
        issueType(name: "task") { name issues(first: 5, repositoryId: "${await repositoryId()}") { totalCount } }
        issueTypes(first: 10, orderBy: { field: NAME, direction: ASC }) { totalCount nodes { name } }
        bugs: issues(first: 5, filterBy: { type: "Bug" }) { totalCount }
        untyped: issues(first: 5, filterBy: { type: null }) { totalCount }
      }
      organization(login: "octo-org") { issueTypes(first: 1) { nodes { name } pageInfo { hasNextPage } } }
    }`);
    const bug = { name: 'Bug', description: 'An unexpected problem or behavior', color: 'RED', isEnabled: true };
    expect(read.issue.issueType).toEqual(bug);
    expect(read.issueType).toEqual({ name: 'Task', issues: { totalCount: 0 } });
    expect(read.issueTypes.nodes.map(({ name }: Json) => name)).toEqual(['Bug', 'Feature', 'Task']);
    expect([read.bugs.totalCount, read.untyped.totalCount]).toEqual([1, 0]);
    expect(organization.issueTypes).toEqual({ nodes: [{ name: 'Task' }], pageInfo: { hasNextPage: true } });
  });

  it('are set when an issue is opened, with it and by a mutation of their own', async () => {
    const [bug, task] = [(await idOf('Bug')).node_id, (await idOf('Task')).node_id];
    const typed = 'issue { id issueType { name } }';
    const { createIssue } = await ask(
      `mutation ($repo: ID!, $type: ID!) {
        createIssue(input: { repositoryId: $repo, title: "An issue", issueTypeId: $type }) { ${typed} }
      }`,
      { repo: await repositoryId(), type: bug },
    );
    expect(createIssue.issue.issueType.name).toBe('Bug');
    const { id } = createIssue.issue;
    const { updateIssue } = await ask(
      `mutation ($id: ID!, $type: ID) { updateIssue(input: { id: $id, issueTypeId: $type }) { ${typed} } }`,
      { id, type: task },
    );
    expect(updateIssue.issue.issueType.name).toBe('Task');
    const { updateIssueIssueType } = await ask(
      `mutation ($id: ID!) { updateIssueIssueType(input: { issueId: $id, issueTypeId: null }) { ${typed} } }`,
      { id },
    );
    expect(updateIssueIssueType.issue.issueType).toBeNull();
    const { node } = await ask(
      `query ($id: ID!) { node(id: $id) { ... on Issue {
        timelineItems(first: 9, itemTypes: [ISSUE_TYPE_ADDED_EVENT, ISSUE_TYPE_CHANGED_EVENT, ISSUE_TYPE_REMOVED_EVENT]) {
          nodes {
            __typename
            ... on IssueTypeAddedEvent { issueType { name } actor { login } }
            ... on IssueTypeChangedEvent { issueType { name } prevIssueType { name } }
            ... on IssueTypeRemovedEvent { issueType { name } }
          }
        }
      } } }`,
      { id },
    );
    expect(node.timelineItems.nodes).toEqual([
      { __typename: 'IssueTypeAddedEvent', issueType: { name: 'Bug' }, actor: { login: 'octo-user-1' } },
      { __typename: 'IssueTypeChangedEvent', issueType: { name: 'Task' }, prevIssueType: { name: 'Bug' } },
      { __typename: 'IssueTypeRemovedEvent', issueType: { name: 'Task' } },
    ]);
  });

  it('are set by nobody who only reads', async () => {
    const { node_id: id } = await open();
    const asked = ask(
      'mutation ($id: ID!, $type: ID!) { updateIssueIssueType(input: { issueId: $id, issueTypeId: $type }) { issue { id } } }',
      { id, type: (await idOf('Bug')).node_id },
      octokitFor(emulator, 'octo-user-2'),
    );
    await expect(asked).rejects.toThrow('does not have the correct permissions to execute `UpdateIssueIssueType`');
  });

  it('are made, changed and deleted by an owner', async () => {
    const owner = octokitFor(emulator, 'octo-owner');
    const { createIssueType } = await ask(
      `mutation ($owner: ID!) {
        createIssueType(input: { ownerId: $owner, name: "Epic", isEnabled: true, color: PURPLE }) { issueType { id color } }
      }`,
      { owner: emulator.state.accounts.get('octo-org')?.nodeId },
      owner,
    );
    const { id } = createIssueType.issueType;
    const { updateIssueType } = await ask(
      'mutation ($id: ID!) { updateIssueType(input: { issueTypeId: $id, name: "Saga" }) { issueType { name color } } }',
      { id },
      owner,
    );
    expect(updateIssueType.issueType).toEqual({ name: 'Saga', color: 'PURPLE' });
    await ask(
      'mutation ($id: ID!) { deleteIssueType(input: { issueTypeId: $id }) { deletedIssueTypeId } }',
      { id },
      owner,
    );
    expect((await typesOf()).map(({ name }) => name)).toEqual(['Task', 'Bug', 'Feature']);
  });

  async function repositoryId(): Promise<string> {
    return (await octokit.repos.get(place)).data.node_id;
  }
});
