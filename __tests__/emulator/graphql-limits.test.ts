import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { type Json, startOctoWorld } from './octo-world.ts';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startOctoWorld();
});
afterEach(() => emulator.close());

/** The answer as it is on the wire. */
const ask = async (selection: string, variables = {}, declared = ''): Promise<Json> => {
  const query = `query ${declared} { rateLimit { cost nodeCount used remaining } ${selection} }`;
  const response = await fetch(emulator.graphqlUrl, {
    method: 'POST',
    headers: { authorization: `bearer ${emulator.as('octo-user-1').token}` },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
};
const inRepository = (selection: string) => `repository(owner: "octo-org", name: "octo-repo") { ${selection} }`;

it('a query without a connection costs one point', async () => {
  const { data } = await ask('viewer { login }');
  expect(data.rateLimit).toEqual({ cost: 1, nodeCount: 0, used: 1, remaining: 4999 });
});

it('each connection is a request for each node around it, and a hundred of them are a point', async () => {
  const labels = inRepository(
    'issues(first: 100) { nodes { labels(first: 50) { nodes { name } } comments(last: 10) { totalCount } } }',
  );
  const { data } = await ask(labels);
  // 1 + 100 + 100 requests; 100 issues, 5,000 labels, 1,000 comments.
  expect(data.rateLimit).toMatchObject({ cost: 2, nodeCount: 6100 });
});

it('points add up over requests', async () => {
  await ask(
    inRepository(
      'issues(first: 100) { nodes { labels(first: 1) { totalCount } assignees(first: 1) { totalCount } comments(first: 1) { totalCount } } }',
    ),
  );
  const { data } = await ask('viewer { login }');
  expect(data.rateLimit).toMatchObject({ cost: 1, used: 4, remaining: 4996 });
});

it('the size of a page may be a variable, given or by default, and lie in a fragment', async () => {
  const selection = `${inRepository('...Parts')} } fragment Parts on Repository { issues(first: $size) { totalCount } labels(first: $other) { totalCount }`;
  const { data } = await ask(selection, { size: 30 }, '($size: Int!, $other: Int = 7)');
  expect(data.rateLimit.nodeCount).toBe(37);
});

it('a connection that may give more than 500,000 nodes is refused', async () => {
  const deep = inRepository(
    'issues(first: 100) { nodes { comments(first: 100) { nodes { reactions(first: 100) { totalCount } } } } }',
  );
  expect(await ask(deep)).toEqual({
    errors: [
      {
        type: 'MAX_NODE_LIMIT_EXCEEDED',
        message:
          'By the time this query traverses to the reactions connection, it is requesting up to 1,000,000 possible nodes which exceeds the maximum limit of 500,000.',
      },
    ],
  });
});

it('a query that may give more than 500,000 nodes in all is refused', async () => {
  const wide = inRepository(
    'issues(first: 50) { nodes { comments(first: 100) { nodes { reactions(first: 100) { totalCount } } } } }',
  );
  const { errors } = await ask(wide);
  expect(errors).toMatchObject([
    { message: 'This query requests up to 505,050 possible nodes which exceeds the maximum limit of 500,000.' },
  ]);
});

it('more than 100 node ids are refused', async () => {
  const { errors } = await ask('nodes(ids: $ids) { id }', { ids: Array(101).fill('I_x') }, '($ids: [ID!]!)');
  expect(errors).toMatchObject([
    { type: 'ARGUMENT_LIMIT', message: 'You may not provide more than 100 node ids; you provided 101.' },
  ]);
});

it('a batch by aliases does all that it can, and tells of the rest', async () => {
  const { nodeId } = emulator.state.repositories.get('octo-org/octo-repo')!;
  const query = `mutation {
    a: createIssue(input: { repositoryId: "${nodeId}", title: "First" }) { issue { number } }
    b: createIssue(input: { repositoryId: "R_nothing", title: "Second" }) { issue { number } }
    c: createIssue(input: { repositoryId: "${nodeId}", title: "Third" }) { issue { number } }
  }`;
  const response = await fetch(emulator.graphqlUrl, {
    method: 'POST',
    headers: { authorization: `bearer ${emulator.as('octo-user-1').token}` },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as Json;
  expect(data).toEqual({ a: { issue: { number: 1 } }, b: null, c: { issue: { number: 2 } } });
  expect(errors).toMatchObject([{ type: 'NOT_FOUND', path: ['b'] }]);
});
