import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { Contract, ContractAnswer } from '../../src/emulator/contract/contract.ts';
import { formats } from './formats.ts';

type Schema = Record<string, unknown>;
/** By media type; none where the answer has no body. */
type Contents = Record<string, Schema>;

export interface OperationSlice {
  operations: Record<string, { responses: Record<string, Contents> }>;
  definitions: Record<string, Schema>;
}

export interface EventSlice {
  events: Record<string, Schema>;
  definitions: Record<string, Schema>;
}

/** GitHub gives these to any request, so that its description names them at some operations only. */
const anywhere = new Set([301, 302, 304, 307, 400, 401, 403, 404, 413, 415, 422, 429, 500, 502, 503]);
const refused = fitting('basic-error');
const invalid = fitting('validation-error', 'validation-error-simple');
const mostLines = 8;
/** Where GitHub redirects to without describing it. */
const undescribed = ['GET /organizations/{org_id}/public_members/{username}'];

/** A contract from the slices that `scripts/openapi-slice.js` makes; a schema is compiled when it is first needed. */
export function createGitHubContract(api: OperationSlice, webhooks: EventSlice): Contract {
  const operations = new Map(Object.entries(api.operations).map(([name, { responses }]) => [keyOf(name), responses]));
  const compileAnswer = createCompiler(api.definitions);
  const compileEvent = createCompiler(webhooks.definitions);
  return {
    checkAnswer(answer) {
      if (answer.route !== null && undescribed.includes(answer.route)) return [];
      const responses = answer.route === null ? {} : operations.get(keyOf(answer.route));
      if (!responses) return ['GitHub describes no such operation; add it to scripts/contract/operations.js'];
      const listed = responses[answer.status];
      const isBare = answer.status >= 400 && listed && Object.keys(listed).length === 0;
      const contents = isBare ? unlisted(answer.status) : (listed ?? unlisted(answer.status));
      if (!contents) return [`the status ${answer.status} is none of ${Object.keys(responses).join(', ')}`];
      return checkBody(answer, contents, compileAnswer);
    },
    checkWebhook(event, payload) {
      const name = typeof payload.action === 'string' ? `${event}.${payload.action}` : event;
      const schema = webhooks.events[name];
      if (!schema) return ['GitHub describes no such event; add it to scripts/contract/operations.js'];
      return errorsIn(compileEvent(schema), payload);
    },
  };
}

function checkBody({ contentType, accept, body, status }: ContractAnswer, contents: Contents, compile: Compile) {
  const schemas = Object.entries(contents);
  if (body === undefined) {
    const isCustom = contentType !== null && /^application\/vnd\.github\./.test(contentType);
    return schemas.length === 0 || isCustom ? [] : ['the body is missing'];
  }
  const wrong = contentType === 'application/json; charset=utf-8' ? [] : [`the content type is ${contentType}`];
  const isObject = accept.includes('application/vnd.github.object');
  const schema = (isObject ? contents['application/vnd.github.object'] : undefined) ?? contents['application/json'];
  if (!schema) return [...wrong, `the status ${status} has no body`];
  return [...wrong, ...errorsIn(compile(schema), body)];
}

/** What stands for an operation's answer of a status that its description does not have. */
function unlisted(status: number): Contents | null {
  if (!anywhere.has(status)) return null;
  if (status === 304) return {};
  return status === 422 ? invalid : refused;
}

function fitting(...names: string[]): Contents {
  return { 'application/json': { anyOf: names.map((name) => ({ $ref: `#/definitions/${name}` })) } };
}

/** Routes are the same whatever they call their parameters; the folder at the root has a path that is empty. */
function keyOf(route: string): string {
  return route
    .replace(/\/contents$/, '/contents/{path}')
    .replace(/\{base\}\.\.\.\{head\}/, '{basehead}')
    .replace(/\{\+?\w+\}/g, '{}');
}

type Compile = (schema: Schema) => ValidateFunction;

function createCompiler(definitions: Record<string, Schema>): Compile {
  const ajv = new Ajv({ allErrors: true, strict: false, inlineRefs: false, formats: { ...formats, int64: true } });
  ajv.addSchema({ $id: 'https://emulated.example/', definitions });
  const compiled = new Map<Schema, ValidateFunction>();
  const references = new Map<unknown, ValidateFunction>();
  const whole = (schema: Schema) => ajv.compile(withBase(schema));
  return (schema) => {
    const known = compiled.get(schema) ?? references.get(schema.$ref);
    if (known) return known;
    const made = whole(schema);
    compiled.set(schema, made);
    if (schema.$ref) references.set(schema.$ref, made);
    return made;
  };
}

/** References point into the definitions, wherever the schema itself stands. */
function withBase(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"https://emulated.example/#/'));
}

function errorsIn(validate: ValidateFunction, value: unknown): string[] {
  if (validate(value)) return [];
  const lines = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'anyOf').map(describeError);
  const all = [...new Set(lines)];
  return all.length > mostLines ? [...all.slice(0, mostLines), `and ${all.length - mostLines} more`] : all;
}

function describeError({ instancePath, message, params }: ErrorObject): string {
  const choices = Array.isArray(params.allowedValues) ? `: ${params.allowedValues.join(', ')}` : '';
  return `${instancePath || '/'} ${message}${choices}`;
}
