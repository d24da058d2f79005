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
import type { Context } from './resolvers.ts';
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
}

type Prepared = { document: DocumentNode } | { errors: readonly GraphQLError[] };

/** Programs send the same few documents over and over: each is read and checked once. */
const prepared = new Map<string, Prepared>();
const mostPrepared = 500;

/** Runs a request as GitHub does; what is wrong comes in `errors`, with status 200. */
export async function executeGraphQL(request: GraphQLRequest, context: Context): Promise<GraphQLOutcome> {
  const schema = loadSchema();
  const ready = prepare(schema, request.query);
  if ('errors' in ready) return { body: { errors: ready.errors.map(printError) }, kind: null, name: null };
  const operation = getOperationAST(ready.document, request.operationName);
  const kind = operation?.operation === 'mutation' ? 'mutation' : operation ? 'query' : null;
  const name = operation?.name?.value ?? null;
  const refused = scopeErrors(schema, ready.document, context.actor.token);
  if (refused.length > 0) return { body: { errors: refused }, kind, name };
  const result = await execute({
    schema,
    document: ready.document,
    contextValue: context,
    variableValues: request.variables,
    operationName: request.operationName,
    fieldResolver: property,
    typeResolver: (value) => (value as { kind?: string }).kind,
  });
  const { data, errors } = result;
  const body = { ...(data === undefined ? {} : { data }), ...(errors ? { errors: errors.map(printError) } : {}) };
  return { body, kind, name };
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
    return errors.length > 0 ? { errors } : { document };
  } catch (error) {
    return { errors: [error as GraphQLError] };
  }
}

/** A field without a resolver of its own is a property of its source; one that is neither is a gap of ours. */
const property: GraphQLFieldResolver<unknown, Context> = (source, args, context, info) => {
  if (typeof source === 'object' && source !== null && info.fieldName in source) {
    const value = (source as Record<string, unknown>)[info.fieldName];
    return typeof value === 'function' ? value(args, context, info) : value;
  }
  throw new Refusal(501, `The emulator does not answer ${info.parentType.name}.${info.fieldName}`, {
    type: 'NOT_EMULATED',
  });
};

/** Source: what GitHub's GraphQL endpoint answers: the error's type stands beside its path and message. */
function printError(error: GraphQLError): Record<string, unknown> {
  const { path, locations, message, originalError } = error;
  const missing = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(message);
  if (missing) {
    const [, fieldName, typeName] = missing;
    const extensions = { code: 'undefinedField', typeName, fieldName };
    return { path: [], extensions, locations, message: `Field '${fieldName}' doesn't exist on type '${typeName}'` };
  }
  const type = originalError instanceof Refusal ? { type: originalError.type } : {};
  const extensions = type.type === 'FORBIDDEN' ? { extensions: { saml_failure: false } } : {};
  const place = { ...(path ? { path } : {}), ...extensions, ...(locations ? { locations } : {}) };
  return { ...type, ...place, message: messageOf(error) };
}

function messageOf({ originalError, message }: GraphQLError): string {
  if (!(originalError instanceof Refusal) || !originalError.errors) return message;
  const details = originalError.errors.map((each) => each.message ?? `${each.field} ${each.code.replaceAll('_', ' ')}`);
  return details.join(', ');
}
