import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { isObjectType } from 'graphql';
import { fieldDifferences, operationDifferences } from '../../src/emulator/differences.ts';
import { loadSchema } from '../../src/emulator/graphql/schema.ts';
import { routes } from '../../src/emulator/rest/routes.ts';
import { describedOperations, propertiesOf, queryOf, routeKey } from './described.ts';

const readme = readFileSync('src/emulator/README.md', 'utf8');
const answered = new Set(Object.keys(routes).map(routeKey));

describe.each(Object.entries(operationDifferences))('the differences of %s', (operation, { passesOver = [] }) => {
  it('are those of an operation that is answered', () => {
    expect(describedOperations).toContain(operation);
    expect(answered).toContain(routeKey(operation));
  });

  it('name only what GitHub describes', () => {
    const names = [...queryOf(operation), ...propertiesOf(operation)];
    expect(names).toEqual(expect.arrayContaining([...passesOver]));
  });
});

it.each(Object.keys(fieldDifferences))('the differences of %s are those of a field that is answered', (field) => {
  const [type = '', name = ''] = field.split('.');
  const found = loadSchema().getType(type);
  expect(isObjectType(found) && found.getFields()[name]?.resolve).toBeInstanceOf(Function);
});

it('the README has a line for every operation that GitHub describes', () => {
  const rows = [...readme.matchAll(/^\| `([A-Z]+ \/\S*)` \| (yes|no) \|/gm)].map(([, name, word]) => [name, word]);
  expect(rows).toEqual(describedOperations.map((name) => [name, answered.has(routeKey(name)) ? 'yes' : 'no']));
});
