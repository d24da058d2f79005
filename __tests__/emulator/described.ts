import { readFileSync } from 'node:fs';

interface Schema {
  $ref?: string;
  properties?: object;
  anyOf?: Schema[];
}
interface Described {
  parameters: { name: string; in: string }[];
  body?: Schema;
}

const { operations, definitions } = JSON.parse(readFileSync('src/emulator/contract/openapi.json', 'utf8')) as {
  operations: Record<string, Described>;
  definitions: Record<string, Schema>;
};
const byKey = new Map(Object.entries(operations).map(([name, operation]) => [routeKey(name), operation]));

/** All operations of GitHub's description, by name. */
export const describedOperations = Object.keys(operations);

/** Routes are the same whatever they call their parameters. */
export function routeKey(route: string): string {
  return route.replace(/\{\+?\w+\}/g, '{}');
}

/** Names of the parameters that stand in the address of a request. */
export function queryOf(route: string): string[] {
  const { parameters = [] } = byKey.get(routeKey(route)) ?? {};
  return parameters.filter((each) => each.in === 'query').map(({ name }) => name);
}

/** Names of the fields that a request's body may have. */
export function propertiesOf(route: string): string[] {
  return namesIn(byKey.get(routeKey(route))?.body);
}

function namesIn(schema: Schema | undefined): string[] {
  if (!schema) return [];
  const { $ref, properties = {}, anyOf = [] } = schema;
  if ($ref) return namesIn(definitions[$ref.split('/').at(-1) ?? '']);
  return [...Object.keys(properties), ...anyOf.flatMap(namesIn)];
}
