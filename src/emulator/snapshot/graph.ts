/** A JSON value in which `{ "$ref": key }` stands for one of `things`. */
export type Encoded = null | boolean | number | string | Encoded[] | { [key: string]: Encoded };

/** Objects that refer to each other, as JSON: what has a node id, or is referred to twice, stands under a key. */
export interface Graph {
  root: Encoded;
  things: Record<string, Encoded>;
}

/** @throws TypeError for a function, which is no data. */
export function encodeGraph(root: object): Graph {
  const shared = findShared(root);
  const keys = new Map<object, string>();
  const things: Record<string, Encoded> = {};
  // Things are written one after the other, not within each other: a history is deeper than the stack.
  const left: { key: string; value: object }[] = [];

  const nameOf = (value: object, path: string) => {
    const { nodeId } = value as { nodeId?: unknown };
    // A pull request and the issue that it is too have one node id.
    return typeof nodeId === 'string' && !Object.hasOwn(things, nodeId) ? nodeId : `#${path}`;
  };
  const encode = (value: unknown, path: string): Encoded => {
    if (typeof value === 'function') throw new TypeError(`${path} is a function, which no snapshot can hold`);
    if (typeof value !== 'object' || value === null) return value as Encoded;
    if (Buffer.isBuffer(value)) return { $bytes: value.toString('base64') };
    const known = keys.get(value);
    if (known !== undefined) return { $ref: known };
    if (!('nodeId' in value) && !shared.has(value)) return encodeContent(value, path);
    const key = nameOf(value, path);
    keys.set(value, key);
    things[key] = null;
    left.push({ key, value });
    return { $ref: key };
  };
  const encodeContent = (value: object, path: string): Encoded => {
    if (Array.isArray(value)) return value.map((each, index) => encode(each, `${path}.${index}`));
    if (value instanceof Set) return { $set: [...value].map((each, index) => encode(each, `${path}.${index}`)) };
    if (value instanceof Map) {
      return { $map: [...value].map(([key, each]) => [encode(key, path), encode(each, `${path}.${String(key)}`)]) };
    }
    const fields = Object.entries(value).filter(([, each]) => each !== undefined);
    return Object.fromEntries(fields.map(([key, each]) => [key, encode(each, `${path}.${key}`)]));
  };
  const encoded = encode(root, '');
  for (const { key, value } of left) things[key] = encodeContent(value, key);
  return { root: encoded, things };
}

/**
 * @returns what was encoded, each shared thing one object again.
 * @throws RangeError for a reference to nothing.
 */
export function decodeGraph({ root, things }: Graph): unknown {
  const made = new Map(Object.entries(things).map(([key, thing]) => [key, { thing, empty: emptyFor(thing) }]));
  const decode = (value: Encoded): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if ('$ref' in value) return found(String(value.$ref));
    if ('$bytes' in value) return Buffer.from(String(value.$bytes), 'base64');
    return fill(emptyFor(value), value);
  };
  const found = (key: string) => {
    const known = made.get(key);
    if (!known) throw new RangeError(`the snapshot refers to “${key}” and does not have it`);
    return known.empty;
  };
  const fill = (empty: unknown, value: unknown): unknown => {
    const { $set, $map, ...fields } = value as { $set?: Encoded[]; $map?: Encoded[][] };
    if (Array.isArray(empty)) {
      for (const each of value as Encoded[]) empty.push(decode(each));
    } else if (empty instanceof Set) {
      for (const each of $set ?? []) empty.add(decode(each));
    } else if (empty instanceof Map) {
      for (const [key = null, each = null] of $map ?? []) empty.set(decode(key), decode(each));
    } else {
      for (const [key, each] of Object.entries(fields))
        (empty as Record<string, unknown>)[key] = decode(each as Encoded);
    }
    return empty;
  };
  for (const { thing, empty } of made.values()) fill(empty, thing);
  return decode(root);
}

function emptyFor(value: Encoded): unknown {
  if (Array.isArray(value)) return [];
  if (typeof value !== 'object' || value === null) return value;
  if ('$set' in value) return new Set();
  return '$map' in value ? new Map() : {};
}

/** What is referred to from more than one place. */
function findShared(root: object): Set<unknown> {
  const seen = new Set<unknown>();
  const shared = new Set<unknown>();
  const left: unknown[] = [root];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) continue;
    if (seen.has(value)) {
      shared.add(value);
      continue;
    }
    seen.add(value);
    const below = value instanceof Map ? [...value.keys(), ...value.values()] : value;
    for (const each of below instanceof Set ? below : Object.values(below)) left.push(each);
  }
  return shared;
}
