import type { ContractRequest } from '../../src/emulator/contract/contract.ts';
import { type Compile, compilerOf, errorsIn, type Schema } from './compiler.ts';

/** A request as GitHub describes it. */
export interface DescribedRequest {
  parameters: { name: string; in: string; required?: boolean; schema: Schema }[];
  body?: Schema;
}

interface Shape {
  $ref?: string;
  anyOf?: Shape[];
  allOf?: Shape[];
  items?: Shape;
  properties?: Record<string, Shape>;
  additionalProperties?: unknown;
}

/** Makes the check that finds in a request what GitHub does not know: other names, other types, something missing. */
export function createRequestCheck(definitions: Record<string, Schema>) {
  const compile = compilerOf(definitions);
  // What stands in an address is text until it is read.
  const compileText = compilerOf(definitions, { coerceTypes: true });
  return ({ parameters, body: described }: DescribedRequest, { query, body }: ContractRequest): string[] => [
    ...wrongInQuery(parameters, query, compileText),
    ...(described ? wrongInBody(described, body, definitions, compile) : wrongWithoutBody(body)),
  ];
}

function wrongInQuery(parameters: DescribedRequest['parameters'], query: URLSearchParams, compile: Compile): string[] {
  const known = new Map(parameters.filter((each) => each.in === 'query').map(({ name, schema }) => [name, schema]));
  return [...query].flatMap(([name, value]) => {
    const schema = known.get(name);
    if (!schema) return [`the parameter ${name} is unknown`];
    return errorsIn(compile(schema), value).map((line) => `the parameter ${name}: ${line}`);
  });
}

function wrongInBody(
  described: Schema,
  body: unknown,
  definitions: Record<string, Schema>,
  compile: Compile,
): string[] {
  // Nothing at all is as good as an object without anything.
  const given = body ?? {};
  return [...errorsIn(compile(described), given), ...unknownIn(given, [described], definitions, '')];
}

function wrongWithoutBody(body: unknown): string[] {
  const isEmpty = body === undefined || body === null || Object.keys(body).length === 0;
  return isEmpty ? [] : ['there is a body where GitHub reads none'];
}

/** @returns the names that none of the shapes describes. GitHub passes over them in silence, whatever they were to do. */
function unknownIn(value: unknown, shapes: Shape[], definitions: Record<string, Schema>, path: string): string[] {
  const all = shapes.flatMap((shape) => variantsOf(shape, definitions));
  if (Array.isArray(value)) {
    const items = all.flatMap((shape) => shape.items ?? []);
    return value.flatMap((each, index) => unknownIn(each, items, definitions, `${path}/${index}`));
  }
  const described = all.flatMap(({ properties }): Record<string, Shape>[] => (properties ? [properties] : []));
  if (typeof value !== 'object' || value === null || described.length === 0) return [];
  if (all.some(({ additionalProperties }) => additionalProperties)) return [];
  return Object.entries(value).flatMap(([name, each]) => {
    const below = described.flatMap((properties) => properties[name] ?? []);
    return below.length === 0 ? [`${path}/${name} is unknown`] : unknownIn(each, below, definitions, `${path}/${name}`);
  });
}

function variantsOf(shape: Shape, definitions: Record<string, Schema>): Shape[] {
  const { $ref, anyOf = [], allOf = [] } = shape;
  if ($ref) return variantsOf((definitions[$ref.split('/').at(-1) ?? ''] ?? {}) as Shape, definitions);
  return [shape, ...[...anyOf, ...allOf].flatMap((each) => variantsOf(each, definitions))];
}
