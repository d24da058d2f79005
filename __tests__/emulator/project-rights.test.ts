import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Octokit } from '@octokit/rest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import type { Seed, SeedProject } from '../../src/emulator/seed.ts';
import { type Asker, app, person } from './closet-world.ts';
import { type Json, octokitFor, octoSeed, silent, startOctoWorld } from './octo-world.ts';

const items = [{ repository: 'octo-repo', issue: 1, values: { Note: 'first' } }];
const fields = { Note: 'text' } as const;
const projects: SeedProject[] = [
  { title: 'Roadmap', fields, items, collaborators: { 'octo-guest': 'read', 'octo-helper': 'write' } },
  { title: 'Open', fields, items, public: true, baseRole: 'read' },
];
const seed: Seed = {
  ...octoSeed,
  app: { slug: 'octo-app', permissions: { issues: 'read', organization_projects: 'write' } },
  users: [...octoSeed.users!, { login: 'octo-guest' }, { login: 'octo-helper' }, { login: 'octo-owner' }],
  organizations: [{ login: 'octo-org', members: ['octo-user-1', 'octo-owner'], admins: ['octo-owner'], projects }],
  repositories: [{ ...octoSeed.repositories![0]!, issues: [{ title: 'First' }] }],
};

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startOctoWorld({ seed });
});
afterEach(() => emulator.close());

const ask = async (octokit: Octokit, query: string, variables = {}): Promise<{ data: Json; errors: Json[] }> => {
  const { data } = await octokit.request('POST /graphql', { query, variables });
  return { errors: [], ...data };
};

const write = async (octokit: Octokit, number: number) => {
  const project = [...emulator.state.projects].find((each) => each.number === number)!;
  const field = project.fields.find(({ name }) => name === 'Note')!;
  const input = {
    projectId: project.nodeId,
    itemId: project.items[0]!.nodeId,
    fieldId: field.nodeId,
    value: { text: 'new' },
  };
  const mutation =
    'mutation ($input: UpdateProjectV2ItemFieldValueInput!) { updateProjectV2ItemFieldValue(input: $input) { clientMutationId } }';
  const { errors } = await ask(octokit, mutation, { input });
  const isWritten = project.items[0]!.values.get(field) === 'new';
  expect(isWritten).toBe(errors.length === 0);
  return errors[0]?.type ?? 'written';
};

describe('the one private, the other public project', () => {
  const all = ['Roadmap', 'Open'];
  it.each<[name: string, who: Asker, seen: string[], written: [string, string]]>([
    ['a member', person('octo-user-1'), all, ['written', 'FORBIDDEN']],
    ['an owner', person('octo-owner'), all, ['written', 'written']],
    ['a stranger', person('octo-user-2'), ['Open'], ['NOT_FOUND', 'FORBIDDEN']],
    ['who may read it', person('octo-guest'), all, ['FORBIDDEN', 'FORBIDDEN']],
    ['who may write it', person('octo-helper'), all, ['written', 'FORBIDDEN']],
    ['an app that may write', app({ organization_projects: 'write' }), all, ['written', 'written']],
    ['an app that may read', app({ organization_projects: 'read' }), all, ['FORBIDDEN', 'FORBIDDEN']],
    ['an app that may neither', app({ issues: 'read' }), ['Open'], ['FORBIDDEN', 'FORBIDDEN']],
  ])('%s', async (_, who, seen, written) => {
    const octokit = await who(emulator);
    const query = `{ organization(login: "octo-org") { projectsV2(first: 9) { nodes { title viewerCanUpdate } } }
      repository(owner: "octo-org", name: "octo-repo") { issue(number: 1) { projectItems(first: 9) { nodes { project { title } } } } } }`;
    const { data } = await ask(octokit, query);
    const listed = data.organization.projectsV2.nodes.filter((each: Json) => each !== null);
    expect(listed.map(({ title }: Json) => title)).toEqual(seen);
    const placed = data.repository.issue.projectItems.nodes.filter((each: Json) => each !== null);
    expect(placed.map(({ project }: Json) => project.title)).toEqual(seen);
    for (const { title, viewerCanUpdate } of listed) {
      expect(viewerCanUpdate).toBe(written[title === 'Roadmap' ? 0 : 1] === 'written');
    }
    expect([await write(octokit, 1), await write(octokit, 2)]).toEqual(written);
  });
});

it('an app without the permission is told so, a person that there is nothing', async () => {
  const query = '{ organization(login: "octo-org") { login projectV2(number: 1) { title } } }';
  const path = ['organization', 'projectV2'];
  const ofApp = await ask(await app({ issues: 'read' })(emulator), query);
  expect(ofApp).toMatchObject({
    data: { organization: { login: 'octo-org', projectV2: null } },
    errors: [{ type: 'FORBIDDEN', path, message: 'Resource not accessible by integration' }],
  });
  const ofPerson = await ask(octokitFor(emulator, 'octo-user-2'), query);
  expect(ofPerson).toMatchObject({
    data: { organization: { login: 'octo-org', projectV2: null } },
    errors: [{ type: 'NOT_FOUND', path, message: 'Could not resolve to a ProjectV2 with the number 1.' }],
  });
});

it('the items of an issue come with an error for each that an app may not read', async () => {
  const query = `{ repository(owner: "octo-org", name: "octo-repo") { issue(number: 1) {
    projectItems(first: 9) { totalCount nodes { id } } } } }`;
  const { data, errors } = await ask(await app({ issues: 'read' })(emulator), query);
  expect(data.repository.issue.projectItems).toEqual({ totalCount: 2, nodes: [null, { id: expect.any(String) }] });
  const path = ['repository', 'issue', 'projectItems', 'nodes', 0];
  expect(errors).toMatchObject([{ type: 'FORBIDDEN', path }]);
});

it('a person who may read only is told which change it is that they may not make', async () => {
  const [project] = emulator.state.projects;
  const issue = emulator.state.repositories.get('octo-org/octo-repo')!.issues.get(1)!;
  const mutation =
    'mutation ($input: AddProjectV2ItemByIdInput!) { addProjectV2ItemById(input: $input) { item { id } } }';
  const input = { projectId: project!.nodeId, contentId: issue.nodeId };
  expect((await ask(octokitFor(emulator, 'octo-guest'), mutation, { input })).errors).toMatchObject([
    { message: 'octo-guest does not have the correct permissions to execute `AddProjectV2ItemById`' },
  ]);
  // Whose project it is adds what they can only read.
  expect((await ask(octokitFor(emulator, 'octo-helper'), mutation, { input })).errors).toEqual([]);
});

it.each<[scopes: string[], read: string, written: string]>([
  [['repo'], 'INSUFFICIENT_SCOPES', 'INSUFFICIENT_SCOPES'],
  [['read:project'], 'read', 'INSUFFICIENT_SCOPES'],
  [['project'], 'read', 'written'],
])('a classic token with %s', async (scopes, read, written) => {
  const auth = emulator.as('octo-user-1', { scopes }).token;
  const octokit = new Octokit({ baseUrl: emulator.apiUrl, log: silent, auth });
  const { errors } = await ask(octokit, '{ organization(login: "octo-org") { projectV2(number: 1) { title } } }');
  expect(errors[0]?.type ?? 'read').toBe(read);
  expect(await write(octokit, 1)).toBe(written);
});

it('a seeded project that is given to nobody known does not start', async () => {
  const wrong = { ...projects[0]!, collaborators: { 'octo-nobody': 'write' as const } };
  const organizations = [{ login: 'octo-org', projects: [wrong] }];
  await expect(startEmulator({ seed: { ...seed, organizations } })).rejects.toThrow(
    'the seed gives “Roadmap” to octo-nobody, who is nobody',
  );
});
