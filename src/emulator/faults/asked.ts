import { type Operation, readOperation } from '../graphql/read-operation.ts';
import { apiPath, isGraphQLPath } from '../http/respond.ts';
import type { Incoming } from '../http/server.ts';
import type { FaultRule } from './rule.ts';

/** A request as rules see it. */
export interface Asked {
  method: string;
  /** Below the root of the API. */
  path: string;
  operation: Operation | null;
  isWrite: boolean;
}

export function readAsked({ method, path, body }: Incoming): Asked {
  const below = apiPath(path);
  const operation = method === 'POST' && isGraphQLPath(below) ? readOperation(parseJson(body)) : null;
  const isWrite = operation ? operation.kind === 'mutation' : method !== 'GET' && method !== 'HEAD';
  return { method, path: below, operation, isWrite };
}

export function fits({ method, path, operation }: FaultRule, asked: Asked): boolean {
  if (method !== undefined && method.toUpperCase() !== asked.method) return false;
  if (path !== undefined && !patternOf(path).test(asked.path)) return false;
  if (operation === undefined) return true;
  if (!asked.operation) return false;
  const { kind, name, fields } = asked.operation;
  return [kind, name, `${kind} ${name}`, ...fields].includes(operation);
}

function patternOf(path: string): RegExp {
  const source = path
    .split(/(\{\w+\}|\*)/)
    .map((part) => (part === '*' ? '.*' : part.startsWith('{') ? '[^/]+' : literal(part)));
  return new RegExp(`^${source.join('')}$`);
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function parseJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
