import type { Contract, ContractAnswer } from '../../src/emulator/contract/contract.ts';
import { type Compile, compilerOf, errorsIn, type Schema } from './compiler.ts';
import { createRequestCheck, type DescribedRequest } from './github-requests.ts';

/** By media type; none where the answer has no body. */
type Contents = Record<string, Schema>;

export interface OperationSlice {
  operations: Record<string, DescribedRequest & { responses: Record<string, Contents> }>;
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
/** Where GitHub redirects to without describing it. */
const undescribed = ['GET /organizations/{org_id}/public_members/{username}'];

/** A contract from the slices that `scripts/openapi-slice.js` makes; a schema is compiled when it is first needed. */
export function createGitHubContract(api: OperationSlice, webhooks: EventSlice): Contract {
  const operations = new Map(Object.entries(api.operations).map(([name, operation]) => [keyOf(name), operation]));
  const compileAnswer = compilerOf(api.definitions);
  const compileEvent = compilerOf(webhooks.definitions);
  const check = createRequestCheck(api.definitions);
  return {
    checkRequest(request) {
      const operation = operations.get(keyOf(request.route));
      // The answer to it is what tells that there is no such operation.
      return operation ? check(operation, request) : [];
    },
    checkAnswer(answer) {
      if (answer.route !== null && undescribed.includes(answer.route)) return [];
      const responses = answer.route === null ? {} : operations.get(keyOf(answer.route))?.responses;
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
  const isRendered = /application\/vnd\.github(\.v3)?\.(text|html)\b/.test(accept);
  const lines = errorsIn(compile(schema), body);
  // GitHub describes pull requests and their comments as they are where nobody asks for another format of the text.
  return [...wrong, ...lines.filter((line) => !(isRendered && line.endsWith("required property 'body'")))];
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
