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
    // Taken at once, so that what lies below can't take the key.
    things[key] = null;
    things[key] = encodeContent(value, key);
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
  return { root: encode(root, ''), things };
}

/** @returns what was encoded, each shared thing one object again. */
export function decodeGraph({ root, things }: Graph): unknown {
  const made = new Map<string, unknown>();
  const decode = (value: Encoded, keep: (made: unknown) => void = () => {}): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      const list: unknown[] = [];
      keep(list);
      for (const each of value) list.push(decode(each));
      return list;
    }
    if (typeof value.$ref === 'string') return resolve(value.$ref);
    if (typeof value.$bytes === 'string') return Buffer.from(value.$bytes, 'base64');
    if (Array.isArray(value.$set)) {
      const set = new Set<unknown>();
      keep(set);
      for (const each of value.$set) set.add(decode(each));
      return set;
    }
    if (Array.isArray(value.$map)) {
      const map = new Map<unknown, unknown>();
      keep(map);
      for (const [key = null, each = null] of value.$map as Encoded[][]) map.set(decode(key), decode(each));
      return map;
    }
    const record: Record<string, unknown> = {};
    keep(record);
    for (const [key, each] of Object.entries(value)) record[key] = decode(each);
    return record;
  };
  const resolve = (key: string): unknown => {
    if (made.has(key)) return made.get(key);
    if (!Object.hasOwn(things, key)) throw new RangeError(`the snapshot refers to “${key}” and does not have it`);
    const thing = decode(things[key] ?? null, (begun) => made.set(key, begun));
    made.set(key, thing);
    return thing;
  };
  return decode(root);
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
    if (value instanceof Map) left.push(...value.keys(), ...value.values());
    else left.push(...(value instanceof Set ? value : Object.values(value)));
  }
  return shared;
}
