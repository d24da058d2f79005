const kept = ['type', 'format', 'enum', 'const', 'required', 'additionalProperties'];
const lists = ['oneOf', 'anyOf', 'allOf'];

/**
 * A schema of OpenAPI 3.0 or 3.1 as a plain JSON schema: its structure, without a word of its description. `nullable`
 * becomes a type; of several `oneOf` more than one may fit, since GitHub's own answers often fit several.
 *
 * @param seen is told of every component that the schema refers to
 */
export function simplify(schema, seen) {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (schema.$ref) return { $ref: referTo(schema.$ref, seen) };
  const plain = {};
  for (const key of kept) if (schema[key] !== undefined) plain[key] = schema[key];
  if (typeof plain.additionalProperties === 'object')
    plain.additionalProperties = simplify(plain.additionalProperties, seen);
  if (schema.items) plain.items = simplify(schema.items, seen);
  if (schema.properties) {
    plain.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, property]) => [name, simplify(property, seen)]),
    );
  }
  for (const key of lists) {
    if (schema[key]) plain[key === 'oneOf' ? 'anyOf' : key] = schema[key].map((each) => simplify(each, seen));
  }
  if (plain.additionalProperties === true) delete plain.additionalProperties;
  if (plain.required?.length === 0) delete plain.required;
  return schema.nullable ? orNull(plain) : plain;
}

function orNull(schema) {
  const { type, enum: choices, ...rest } = schema;
  if (type === undefined) return { anyOf: [schema, { type: 'null' }] };
  const types = [type].flat();
  if (choices === undefined) return { type: [...new Set([...types, 'null'])], ...rest };
  return { type: [...new Set([...types, 'null'])], enum: [...new Set([...choices, null])], ...rest };
}

function referTo(reference, seen) {
  const [, kind, name] = /^#\/components\/(\w+)\/(.+)$/.exec(reference) ?? [];
  if (kind !== 'schemas') throw new Error(`no schema: ${reference}`);
  seen(name);
  return `#/definitions/${name}`;
}

/** Definitions of all that is referred to, directly or by way of others, in order of their names. */
export function collect(components) {
  const found = new Map();
  const seen = (name) => {
    if (found.has(name)) return;
    found.set(name, null);
    found.set(name, simplify(components.schemas[name], seen));
  };
  const definitions = () => Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { seen, definitions };
}
