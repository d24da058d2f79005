import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { type Json, startOctoWorld } from './octo-world.ts';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startOctoWorld();
});
afterEach(() => emulator.close());

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

describe('a GraphQL error', () => {
  it('says what could not be found, and where, with status 200', async () => {
    const { status, body } = await post('{ repository(owner: "a", name: "b") { id } }');
    expect(status).toBe(200);
    expect(body).toEqual({
      data: { repository: null },
      errors: [
        {
          type: 'NOT_FOUND',
          path: ['repository'],
          locations: [{ line: 1, column: 3 }],
          message: "Could not resolve to a Repository with the name 'a/b'.",
        },
      ],
    });
  });

  it.each([
    [
      'an unknown issue',
      'issue(number: 99) { id }',
      'NOT_FOUND',
      'Could not resolve to an Issue with the number of 99.',
    ],
    [
      'a page without a size',
      'labels { totalCount }',
      'MISSING_PAGINATION_BOUNDARIES',
      'You must provide a `first` or `last` value to properly paginate the `labels` connection.',
    ],
    [
      'a page of more than 100',
      'labels(first: 101) { totalCount }',
      'EXCESSIVE_PAGINATION',
      'Requesting 101 records on the `labels` connection exceeds the `first` limit of 100 records.',
    ],
    ['what the emulator lacks', 'forkCount', 'NOT_EMULATED', 'The emulator does not answer Repository.forkCount'],
  ])('is given for %s', async (_, selection, type, message) => {
    const { body } = await post(`{ repository(owner: "octo-org", name: "octo-repo") { ${selection} } }`);
    expect(body.errors).toMatchObject([{ type, message }]);
  });

  it('is given for a field that GitHub does not have, and for bad syntax', async () => {
    const unknown = await post('{ viewer { shoeSize } }');
    expect(unknown).toMatchObject({
      status: 200,
      body: {
        errors: [{ message: "Field 'shoeSize' doesn't exist on type 'User'", extensions: { code: 'undefinedField' } }],
      },
    });
    const broken = await post('{ viewer {');
    expect([broken.status, broken.body.errors.length, broken.body.data]).toEqual([200, 1, undefined]);
  });

  it.each([
    ['{ viewer { login( } }', 'Expected NAME, actual: RCURLY ("}") at [1, 19]'],
    ['{ viewer { login : : } }', 'Expected NAME, actual: COLON (":") at [1, 20]'],
    ['{ viewer {', 'Unexpected end of document'],
  ])('names the token at which %s stops being GraphQL', async (query, message) => {
    const { status, body } = await post(query);
    expect(status).toBe(200);
    expect(body).not.toHaveProperty('data');
    expect(body.errors).toMatchObject([{ message }]);
  });

  it.each([
    ['{ viewer { login(x: 1) } }', 'argumentNotAccepted', "Field 'login' doesn't accept argument 'x'"],
    [
      '{ viewer }',
      'selectionMismatch',
      "Field must have selections (field 'viewer' returns User but has no selections. Did you mean 'viewer { ... }'?)",
    ],
    [
      '{ viewer { login { x } } }',
      'selectionMismatch',
      "Selections can't be made on scalars (field 'login' returns String but has selections [\"x\"])",
    ],
    [
      '{ repository(owner: "a") { id } }',
      'missingRequiredArguments',
      "Field 'repository' is missing required arguments: name",
    ],
    ['query Q($x: Int) { viewer { login } }', 'variableNotUsed', 'Variable $x is declared by Q but not used'],
    ['query Q { user(login: $x) { login } }', 'variableNotDefined', 'Variable $x is used by Q but not declared'],
    ['{ viewer { ...A } }', 'useAndDefineFragment', 'Fragment A was used, but not defined'],
  ])('is worded as GitHub words it for %s', async (query, code, message) => {
    const { body } = await post(query);
    expect(body).not.toHaveProperty('data');
    expect(body.errors).toMatchObject([{ message, extensions: { code } }]);
  });

  it('tells the way to what GitHub does not have', async () => {
    const { body } = await post('query Mine { me: viewer { ... on User { shoeSize } } }');
    expect(body.errors).toMatchObject([{ path: ['query Mine', 'me', '... on User', 'shoeSize'] }]);
  });

  it('tells of a variable that was not given', async () => {
    const { body } = await post('query ($login: String!) { user(login: $login) { id } }');
    expect(body.errors).toMatchObject([
      {
        message: 'Variable $login of type String! was provided invalid value',
        extensions: { value: null, problems: [{ path: [], explanation: 'Expected value to not be null' }] },
      },
    ]);
  });

  it('stands at its place in a list of nodes, the others of which are given', async () => {
    const { nodeId } = emulator.state.repositories.get('octo-org/octo-repo')!;
    const { body } = await post('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['R_nothing', nodeId] });
    expect(body.data).toEqual({ nodes: [null, { id: nodeId }] });
    expect(body.errors).toMatchObject([{ type: 'NOT_FOUND', path: ['nodes', 0] }]);
  });

  it('comes as a status where there is no query or nobody asks', async () => {
    expect(await post(undefined)).toMatchObject({ status: 400 });
    const response = await fetch(`${emulator.url}/graphql`, {
      method: 'POST',
      body: '{"query":"{ viewer { login } }"}',
    });
    expect(response.status).toBe(401);
  });
});
