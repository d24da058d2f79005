import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import type { SeedProject } from '../../src/emulator/seed.ts';
import { type Json, octokitFor, octoSeed, startOctoWorld } from './octo-world.ts';

const project: SeedProject = {
  title: 'Roadmap',
  fields: { Status: ['Todo', 'Done'], Priority: ['P0', 'P1'], Estimate: 'number', Note: 'text', Due: 'date' },
  items: [{ repository: 'octo-repo', issue: 1, values: { Status: 'Todo', Estimate: 3 } }],
};
const seedWith = (project: SeedProject) => ({
  ...octoSeed,
  organizations: [{ login: 'octo-org', members: ['octo-user-1'], projects: [project] }],
  repositories: [{ ...octoSeed.repositories![0]!, issues: [{ title: 'First' }, { title: 'Second' }] }],
});

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startOctoWorld({ seed: seedWith(project) });
});
afterEach(() => emulator.close());

const ask = (query: string, variables = {}): Promise<Json> => octokitFor(emulator).graphql(query, variables);

const read = async (number: number): Promise<Json> => {
  const { repository } = await ask(
    `query ($number: Int!) { repository(owner: "octo-org", name: "octo-repo") { issue(number: $number) { id projectItems(first: 5) { nodes {
      id type project { id title number url }
      status: fieldValueByName(name: "Status") { ... on ProjectV2ItemFieldSingleSelectValue { name optionId } }
      estimate: fieldValueByName(name: "Estimate") { ... on ProjectV2ItemFieldNumberValue { number } }
      fieldValues(first: 9) { nodes { __typename ... on ProjectV2ItemFieldTextValue { text field { ... on ProjectV2Field { name } } } } }
    } } } } }`,
    { number },
  );
  return repository.issue;
};

const fields = async (): Promise<Record<string, Json>> => {
  const { organization } =
    await ask(`{ organization(login: "octo-org") { projectV2(number: 1) { fields(first: 20) { nodes {
    ... on ProjectV2FieldCommon { id name dataType } ... on ProjectV2SingleSelectField { options { id name } }
  } } } } }`);
  return Object.fromEntries(organization.projectV2.fields.nodes.map((field: Json) => [field.name, field]));
};

const update = (input: Json) =>
  ask(
    `mutation ($input: UpdateProjectV2ItemFieldValueInput!) { updateProjectV2ItemFieldValue(input: $input) { projectV2Item { id } } }`,
    { input },
  );

it('an issue tells its places in projects, and what their fields say', async () => {
  const { projectItems } = await read(1);
  expect(projectItems.nodes).toMatchObject([
    {
      type: 'ISSUE',
      project: { title: 'Roadmap', number: 1, url: `${emulator.url}/orgs/octo-org/projects/1` },
      status: { name: 'Todo' },
      estimate: { number: 3 },
    },
  ]);
  expect(projectItems.nodes[0].fieldValues.nodes).toMatchObject([
    { text: 'First', field: { name: 'Title' } },
    { __typename: 'ProjectV2ItemFieldSingleSelectValue' },
    { __typename: 'ProjectV2ItemFieldNumberValue' },
  ]);
  expect((await read(2)).projectItems.nodes).toEqual([]);
});

it('a project tells its fields and what may be chosen', async () => {
  expect(await fields()).toMatchObject({
    Title: { dataType: 'TITLE' },
    Status: { dataType: 'SINGLE_SELECT', options: [{ name: 'Todo' }, { name: 'Done' }] },
    Estimate: { dataType: 'NUMBER' },
    Due: { dataType: 'DATE' },
  });
});

it('a value can be set to another option, and cleared', async () => {
  const { Status } = await fields();
  const [item] = (await read(1)).projectItems.nodes;
  const place = { projectId: item.project.id, itemId: item.id, fieldId: Status.id };
  await update({ ...place, value: { singleSelectOptionId: Status.options[1].id } });
  expect((await read(1)).projectItems.nodes[0].status.name).toBe('Done');
  await ask(
    'mutation ($input: ClearProjectV2ItemFieldValueInput!) { clearProjectV2ItemFieldValue(input: $input) { clientMutationId } }',
    { input: place },
  );
  expect((await read(1)).projectItems.nodes[0].status).toBeNull();
});

it('an issue is added to a project once, and taken out', async () => {
  const { id: contentId } = await read(2);
  const [{ project }] = (await read(1)).projectItems.nodes;
  const add =
    'mutation ($input: AddProjectV2ItemByIdInput!) { addProjectV2ItemById(input: $input) { item { id content { ... on Issue { number } } } } }';
  const input = { projectId: project.id, contentId };
  const { addProjectV2ItemById } = await ask(add, { input });
  expect(addProjectV2ItemById.item.content).toEqual({ number: 2 });
  expect(await ask(add, { input })).toEqual({ addProjectV2ItemById });
  await ask('mutation ($input: DeleteProjectV2ItemInput!) { deleteProjectV2Item(input: $input) { deletedItemId } }', {
    input: { projectId: project.id, itemId: addProjectV2ItemById.item.id },
  });
  expect((await read(2)).projectItems.nodes).toEqual([]);
});

it.each([
  ['an option that there is not', 'Status', { singleSelectOptionId: 'none' }, /option Id does not belong/],
  ['a text for a number', 'Estimate', { text: 'three' }, /number value to update the field “Estimate”/],
  ['two values at once', 'Note', { text: 'a', number: 1 }, /one of text, number, date/],
  ['the title', 'Title', { text: 'Other' }, /title of an item/],
])('%s is refused as a value', async (_, name, value, message) => {
  const [item] = (await read(1)).projectItems.nodes;
  const field = (await fields())[name];
  await expect(update({ projectId: item.project.id, itemId: item.id, fieldId: field.id, value })).rejects.toThrow(
    message,
  );
});

it('an unknown project is not found', async () => {
  await expect(ask('{ organization(login: "octo-org") { projectV2(number: 9) { id } } }')).rejects.toThrow(
    'Could not resolve to a ProjectV2 with the number 9.',
  );
});

it.each([
  ['no issue 7', { ...project, items: [{ repository: 'octo-repo', issue: 7 }] }],
  ['no option “Later”', { ...project, items: [{ repository: 'octo-repo', issue: 1, values: { Status: 'Later' } }] }],
  ['no field “Size”', { ...project, items: [{ repository: 'octo-repo', issue: 1, values: { Size: 1 } }] }],
])('a seeded project that speaks of %s does not start', async (message, wrong) => {
  await expect(startEmulator({ seed: seedWith(wrong) })).rejects.toThrow(message);
});
