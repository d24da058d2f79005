import {
  type DocumentNode,
  execute,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getOperationAST,
  parse,
  validate,
} from 'graphql';
import { Refusal } from '../refusal.ts';
import { type Measure, measureQuery } from './measure-query.ts';
import { permitted } from './permitted.ts';
import { printError, printSyntaxError } from './print-error.ts';
import { printMistake } from './print-mistake.ts';
import { type Context, typeOf } from './resolvers.ts';
import { loadSchema } from './schema.ts';
import { scopeErrors } from './scopes.ts';

export interface GraphQLRequest {
  query: string;
  variables: Record<string, unknown>;
  operationName: string | null;
}

export interface GraphQLOutcome {
  body: Record<string, unknown>;
  kind: 'query' | 'mutation' | null;
  /** The operation's name, when it has one. */
  name: string | null;
  /** Points of the hourly limit. */
  cost: number;
}

type Prepared = { document: DocumentNode } | { errors: Record<string, unknown>[] };

/** Programs send the same few documents over and over: each is read and checked once. */
const prepared = new Map<string, Prepared>();
const mostPrepared = 500;

/** Runs a request as GitHub does; what is wrong comes in `errors`, with status 200. */
export async function executeGraphQL(
  request: GraphQLRequest,
  context: Omit<Context, keyof Measure | 'mutation'>,
): Promise<GraphQLOutcome> {
  const schema = loadSchema();
  const ready = prepare(schema, request.query);
  if ('errors' in ready) return { body: { errors: ready.errors }, kind: null, name: null, cost: 1 };
  const operation = getOperationAST(ready.document, request.operationName);
  const kind = operation?.operation === 'mutation' ? 'mutation' : operation ? 'query' : null;
  const name = operation?.name?.value ?? null;
  const refused = scopeErrors(schema, ready.document, context.actor.token);
  if (refused.length > 0) return { body: { errors: refused }, kind, name, cost: 1 };
  const measure = operation ? measured(ready.document, operation, request.variables) : noOperation;
  if (measure instanceof Refusal) {
    return { body: { errors: [{ type: measure.type, message: measure.message }] }, kind, name, cost: 1 };
  }
  const result = await execute({
    schema,
    document: ready.document,
    contextValue: { ...context, ...measure, mutation: '' } satisfies Context,
    variableValues: request.variables,
    operationName: request.operationName,
    fieldResolver: property,
    typeResolver: (value) => typeOf(value as { kind?: string; pull?: unknown }),
  });
  const { data, errors } = result;
  const body = { ...(data === undefined ? {} : { data }), ...(errors ? { errors: errors.map(printError) } : {}) };
  return { body, kind, name, cost: measure.cost };
}

const noOperation: Measure = { cost: 1, nodeCount: 0 };

function measured(...[document, operation, variables]: Parameters<typeof measureQuery>): Measure | Refusal {
  try {
    return measureQuery(document, operation, variables);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function prepare(schema: GraphQLSchema, query: string): Prepared {
  const known = prepared.get(query);
  if (known) return known;
  const fresh = check(schema, query);
  if (prepared.size >= mostPrepared) prepared.clear();
  prepared.set(query, fresh);
  return fresh;
}

function check(schema: GraphQLSchema, query: string): Prepared {
  try {
    const document = parse(query);
    const errors = validate(schema, document);
    return errors.length > 0 ? { errors: errors.map((error) => printMistake(document, error)) } : { document };
  } catch (error) {
    return { errors: [printSyntaxError(error as GraphQLError)] };
  }
}

/** A field without a resolver of its own is a property of its source; one that is neither is a gap of ours. */
const property: GraphQLFieldResolver<unknown, Context> = (source, args, context, info) => {
  if (typeof source === 'object' && source !== null && info.fieldName in source) {
    const value = (source as Record<string, unknown>)[info.fieldName];
    return permitted(typeof value === 'function' ? value(args, context, info) : value, context.actor);
  }
  throw new Refusal(501, `The emulator does not answer ${info.parentType.name}.${info.fieldName}`, {
    type: 'NOT_EMULATED',
  });
};
