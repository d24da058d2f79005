import { getOperationAST, Kind, parse } from 'graphql';

export interface Operation {
  kind: 'query' | 'mutation';
  name: string | null;
  /** The fields at its top, such as `repository` and `addComment`. */
  fields: string[];
}

/** @returns what a request to GraphQL is going to do; null for one that can't be read. */
export function readOperation({ query, operationName }: Record<string, unknown>): Operation | null {
  if (typeof query !== 'string') return null;
  try {
    const operation = getOperationAST(parse(query), typeof operationName === 'string' ? operationName : null);
    if (!operation) return null;
    return {
      kind: operation.operation === 'mutation' ? 'mutation' : 'query',
      name: operation.name?.value ?? null,
      fields: operation.selectionSet.selections.flatMap((each) => (each.kind === Kind.FIELD ? [each.name.value] : [])),
    };
  } catch {
    return null;
  }
}
