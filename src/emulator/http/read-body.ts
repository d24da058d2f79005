import { type Refusal, unprocessable } from '../refusal.ts';
import { formatTime } from '../world.ts';

/** An object of a request's body, read field by field; undefined stands for what was not sent. */
export interface Fields {
  need(...names: string[]): void;
  text(name: string, longest?: number): string | undefined;
  /** As text, where null is an answer of its own. */
  nullableText(name: string): string | null | undefined;
  integer(name: string): number | undefined;
  nullableInteger(name: string): number | null | undefined;
  flag(name: string): boolean | undefined;
  choice<T extends string>(name: string, choices: readonly T[]): T | undefined;
  /** ISO 8601, in seconds. */
  time(name: string): string | undefined;
  texts(name: string): string[] | undefined;
  part<T>(name: string, read: (fields: Fields) => T): T | undefined;
  /** A list of objects, each read alike. */
  each<T>(name: string, read: (fields: Fields) => T, most?: number): T[] | undefined;
  /** Notes that something is not as it must be. */
  fault(message: string): void;
}

/**
 * Reads a body to its end and refuses it with all that is wrong, in the words of the validator that most of GitHub's
 * newer operations share: a sentence a line below “Invalid request.”.
 *
 * @throws Refusal 422 where something is missing or is of another kind.
 */
export function readBody<T>(body: Record<string, unknown>, read: (fields: Fields) => T): T {
  const faults: string[] = [];
  const value = read(fieldsOf(body, faults));
  if (faults.length > 0) throw invalidRequest(...faults);
  return value;
}

export function invalidRequest(...faults: string[]): Refusal {
  return unprocessable(`Invalid request.\n\n${faults.join('\n')}`);
}

function fieldsOf(body: Record<string, unknown>, faults: string[]): Fields {
  const fault = (message: string) => void faults.push(message);
  const wrong = (name: string, value: unknown, wanted: string) =>
    fault(`For '${name}', ${inspect(value)} is not ${wanted}.`);
  const typed = <T>(name: string, wanted: string, isWanted: (value: unknown) => value is T): T | undefined => {
    const value = body[name];
    if (value === undefined || isWanted(value)) return value;
    wrong(`properties/${name}`, value, wanted);
    return undefined;
  };
  const text = (name: string) => typed(name, 'a string', (value) => typeof value === 'string');
  const integer = (name: string) => typed(name, 'an integer', (value): value is number => Number.isSafeInteger(value));
  const list = (name: string) => typed(name, 'an array', (value): value is unknown[] => Array.isArray(value));
  return {
    fault,
    need(...names) {
      const missing = names.filter((name) => body[name] === undefined).map((name) => `"${name}"`);
      if (missing.length > 0) fault(`${missing.join(', ')} ${missing.length > 1 ? "weren't" : "wasn't"} supplied.`);
    },
    text(name, longest = Number.POSITIVE_INFINITY) {
      const value = text(name);
      if (value !== undefined && value.length > longest) {
        fault(`Only ${longest} characters are allowed; ${value.length} were supplied.`);
      }
      return value;
    },
    nullableText: (name) => (body[name] === null ? null : text(name)),
    integer,
    nullableInteger: (name) => (body[name] === null ? null : integer(name)),
    flag: (name) => typed(name, 'a boolean', (value) => typeof value === 'boolean'),
    choice(name, choices) {
      const value = text(name);
      const found = choices.find((choice) => choice === value);
      if (value !== undefined && found === undefined) fault(`${value} is not a member of ${inspectList(choices)}.`);
      return found;
    },
    time(name) {
      const value = text(name);
      if (value === undefined) return undefined;
      if (/^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value))) return formatTime(new Date(value));
      fault(`${value} is not a valid date-time.`);
      return undefined;
    },
    texts(name) {
      const values = list(name);
      for (const value of values ?? []) if (typeof value !== 'string') wrong('items', value, 'a string');
      return values?.filter((value) => typeof value === 'string');
    },
    part(name, read) {
      const value = typed(name, 'an object', isObject);
      return value && read(fieldsOf(value, faults));
    },
    each(name, read, most = Number.POSITIVE_INFINITY) {
      const values = list(name);
      if (values && values.length > most) {
        fault(`No more than ${most} items are allowed; ${values.length} were supplied.`);
        return undefined;
      }
      return values?.flatMap((value) => {
        if (isObject(value)) return [read(fieldsOf(value, faults))];
        wrong('items', value, 'an object');
        return [];
      });
    },
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** As Ruby shows a value. */
function inspect(value: unknown): string {
  return value === null ? 'nil' : JSON.stringify(value);
}

export function inspectList(values: readonly string[]): string {
  return `[${values.map((value) => JSON.stringify(value)).join(', ')}]`;
}
