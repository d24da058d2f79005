import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { isObjectType } from 'graphql';
import { fieldDifferences, operationDifferences } from '../../src/emulator/differences.ts';
import { loadSchema } from '../../src/emulator/graphql/schema.ts';
import { routes } from '../../src/emulator/rest/routes.ts';

interface Described {
  parameters: { name: string; in: string }[];
  body?: object;
}
const { operations, definitions } = JSON.parse(readFileSync('src/emulator/contract/openapi.json', 'utf8')) as {
  operations: Record<string, Described>;
  definitions: Record<string, object>;
};
const readme = readFileSync('src/emulator/README.md', 'utf8');
const keyOf = (route: string) => route.replace(/\{\+?\w+\}/g, '{}');
const answered = new Set(Object.keys(routes).map(keyOf));

describe.each(Object.entries(operationDifferences))('the differences of %s', (operation, { passesOver = [] }) => {
  it('are those of an operation that is answered', () => {
    expect(Object.keys(operations)).toContain(operation);
    expect(answered).toContain(keyOf(operation));
  });

  it('name only what GitHub describes', () => {
    const { parameters, body } = operations[operation] as Described;
    const names = [...parameters.map(({ name }) => name), ...propertiesOf(body)];
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
  expect(rows).toEqual(Object.keys(operations).map((name) => [name, answered.has(keyOf(name)) ? 'yes' : 'no']));
});

function propertiesOf(schema: object | undefined): string[] {
  if (!schema) return [];
  const { $ref, properties } = schema as { $ref?: string; properties?: object };
  if ($ref) return propertiesOf(definitions[$ref.split('/').at(-1) ?? '']);
  return Object.keys(properties ?? {});
}
