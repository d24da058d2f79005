import type { Outgoing } from '../http/server.ts';
import { somethingWrong } from './failure.ts';
import type { Fault } from './rule.ts';

const errors = {
  failed: { message: somethingWrong },
  forbidden: { type: 'FORBIDDEN', message: 'Resource not accessible by integration' },
};

/** An answer of GraphQL of which a part failed: null where `field` points to, in every item of a list, and an error. */
export function leaveOut(outgoing: Outgoing, { field, because }: Extract<Fault, { kind: 'partial' }>): Outgoing {
  const body = JSON.parse(String(outgoing.body)) as { data?: unknown; errors?: unknown[] };
  const lost = blank(body.data, field.split('.'), []);
  if (lost.length === 0) return outgoing;
  const all = [...(body.errors ?? []), ...lost.map((path) => ({ path, ...errors[because] }))];
  return { ...outgoing, body: JSON.stringify({ ...body, errors: all }) };
}

/** @returns where something was blanked. */
function blank(value: unknown, [key, ...rest]: string[], path: (string | number)[]): (string | number)[][] {
  if (key === undefined || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each, index) => blank(each, [key, ...rest], [...path, index]));
  const record = value as Record<string, unknown>;
  if (!Object.hasOwn(record, key)) return [];
  if (rest.length > 0) return blank(record[key], rest, [...path, key]);
  record[key] = null;
  return [[...path, key]];
}
