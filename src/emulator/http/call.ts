import { invalid, unauthorized } from '../refusal.ts';
import type { Actor, World } from '../world.ts';

/** A request to the REST API, read and authenticated. */
export interface Call {
  world: World;
  method: string;
  path: string;
  /** The route that answers, as the table of routes has it. */
  route: string;
  params: Record<string, string>;
  query: URLSearchParams;
  body: Record<string, unknown>;
  headers: Record<string, string>;
  /** Who asks; null for a request without a token, and for the app itself. */
  actor: Actor | null;
  /** Whether the App's own JSON web token came with the request. */
  isApp: boolean;
}

export interface Answer {
  status: number;
  body?: unknown;
  /** Sent as it is, in place of JSON. */
  raw?: Buffer | string;
  headers?: Record<string, string>;
}

export type Handle = (call: Call) => Answer;

/** Handlers by route, written as GitHub's docs write them: `GET /repos/{owner}/{repo}`; `{+path}` takes slashes too. */
export type Routes = Record<string, Handle>;

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function created(body: unknown): Answer {
  return { status: 201, body };
}

/** Not JSON, but one of GitHub's own media types. */
export function rawAnswer(raw: Buffer | string, type: 'raw' | 'html' | 'diff' | 'sha'): Answer {
  return { status: 200, raw, headers: { 'content-type': `application/vnd.github.${type}; charset=utf-8` } };
}

export const noContent: Answer = { status: 204 };

/** @throws Refusal 401 for a request without a user's or an installation's token. */
export function actorOf(call: Call): Actor {
  if (!call.actor) throw unauthorized('Requires authentication');
  return call.actor;
}

/** @throws Refusal 422 when the field is there and no text. */
export function textField(call: Call, resource: string, field: string): string | undefined {
  const value = call.body[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw invalid({ resource, field, code: 'invalid', value });
  return value;
}

/** As textField, where null is an answer of its own. */
export function nullableTextField(call: Call, resource: string, field: string): string | null | undefined {
  return call.body[field] === null ? null : textField(call, resource, field);
}

/** @throws Refusal 422 when the field is missing or no text. */
export function requiredText(call: Call, resource: string, field: string): string {
  const value = textField(call, resource, field);
  if (value === undefined) throw invalid({ resource, field, code: 'missing_field' });
  return value;
}

/** @throws Refusal 422 when the field is there and none of the choices. */
export function choiceField<T extends string>(
  call: Call,
  resource: string,
  field: string,
  choices: readonly T[],
): T | undefined {
  const value = textField(call, resource, field);
  if (value === undefined) return undefined;
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw invalid({ resource, field, code: 'invalid', value });
  return found;
}

/** @throws Refusal 422 when the field is no list of texts. */
export function listField(call: Call, resource: string, field: string): string[] | undefined {
  const value = call.body[field];
  if (value === undefined || value === null) return undefined;
  const list = typeof value === 'string' ? [value] : value;
  if (!Array.isArray(list) || !list.every((each) => typeof each === 'string')) {
    throw invalid({ resource, field, code: 'invalid', value });
  }
  return list;
}
