import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { Refusal } from '../refusal.ts';

/** What an operation may ask for at most, before anything is known of what there is. */
export interface Measure {
  /** Points of the hourly limit; one at least. */
  cost: number;
  nodeCount: number;
}

const mostNodes = 500_000;
const requestsAPoint = 100;

/**
 * Counts what each connection of an operation may give, as often as the connections around it ask for it. Source: GitHub
 * docs, Rate limits and query limits for the GraphQL API.
 *
 * @throws Refusal MAX_NODE_LIMIT_EXCEEDED for more than 500,000 nodes.
 */
export function measureQuery(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): Measure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  const numberOf = createReader(operation, variables);
  let requests = 0;
  let nodeCount = 0;

  const walk = ({ selections }: SelectionSetNode, times: number): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) walkField(selection, times);
      else if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet, times);
      else {
        const fragment = fragments.get(selection.name.value);
        if (fragment) walk(fragment.selectionSet, times);
      }
    }
  };
  const walkField = (field: FieldNode, times: number): void => {
    const size = sizeOf(field, numberOf);
    if (size !== null) {
      requests += times;
      nodeCount += times * size;
      if (times * size > mostNodes) throw tooManyNodes(times * size, field.name.value);
    }
    if (field.selectionSet) walk(field.selectionSet, times * (size ?? 1));
  };
  walk(operation.selectionSet, 1);
  if (nodeCount > mostNodes) throw tooManyNodes(nodeCount);
  return { cost: Math.max(1, Math.round(requests / requestsAPoint)), nodeCount };
}

type Reader = (value: ValueNode) => number | null;

function createReader(operation: OperationDefinitionNode, variables: Record<string, unknown>): Reader {
  const defaults = new Map(operation.variableDefinitions?.map((each) => [each.variable.name.value, each.defaultValue]));
  return function read(value): number | null {
    if (value.kind === Kind.INT) return Number(value.value);
    if (value.kind !== Kind.VARIABLE) return null;
    const name = value.name.value;
    const given = variables[name];
    if (typeof given === 'number') return given;
    const fallback = given === undefined ? defaults.get(name) : undefined;
    return fallback ? read(fallback) : null;
  };
}

/** @returns how many things a field gives at most; null for one that is no connection. */
function sizeOf({ arguments: given = [] }: FieldNode, numberOf: Reader): number | null {
  for (const { name, value } of given) {
    if (name.value === 'first' || name.value === 'last') return numberOf(value);
  }
  return null;
}

function tooManyNodes(count: number, connection?: string): Refusal {
  const number = count.toLocaleString('en-US');
  const upTo = connection
    ? `By the time this query traverses to the ${connection} connection, it is requesting up to ${number}`
    : `This query requests up to ${number}`;
  const message = `${upTo} possible nodes which exceeds the maximum limit of ${mostNodes.toLocaleString('en-US')}.`;
  return new Refusal(200, message, { type: 'MAX_NODE_LIMIT_EXCEEDED' });
}
