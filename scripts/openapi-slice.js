import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventCorrections, operationCorrections, schemaCorrections } from './contract/corrections.js';
import { keyTree, shareTrees } from './contract/key-trees.js';
import { events, operations } from './contract/operations.js';
import { share } from './contract/share.js';
import { collect, simplify } from './contract/simplify.js';

/**
 * `node scripts/openapi-slice.js [folder]`: makes the contract that the emulated GitHub is held to from GitHub's own
 * descriptions of its REST API and its webhooks, as the packages below publish them. They are fetched, since they are
 * far too large to be installed, unless a folder has them by these names.
 */
const packages = {
  openapi: { version: '23.0.2', file: 'generated/api.github.com.json' },
  'openapi-webhooks': { version: '12.1.0', file: 'generated/api.github.com.json' },
  'webhooks-examples': { version: '7.6.1', file: 'api.github.com/index.json' },
};
const target = 'src/emulator/contract';

const given = process.argv[2];
const folder = given ?? mkdtempSync(join(tmpdir(), 'openapi-'));
try {
  const api = sliceOperations(read('openapi'));
  const webhooks = sliceEvents(read('openapi-webhooks'));
  writeSlice(`${target}/openapi.json`, api);
  writeSlice(`${target}/webhooks.json`, webhooks);
  writeSlice(`${target}/example-keys.json`, sliceExamples(read('webhooks-examples')));
} finally {
  if (!given) rmSync(folder, { recursive: true, force: true });
}

function read(name) {
  if (!given) fetchPackage(name);
  return {
    source: `@octokit/${name} ${packages[name].version} (MIT)`,
    description: JSON.parse(readFileSync(join(folder, name, packages[name].file), 'utf8')),
  };
}

function fetchPackage(name) {
  const options = { cwd: folder, encoding: 'utf8' };
  const { version, file } = packages[name];
  const archive = execFileSync('npm', ['pack', '--silent', `@octokit/${name}@${version}`], options).trim();
  execFileSync('mkdir', [name], options);
  execFileSync('tar', ['-xzf', archive, '-C', name, '--strip-components=1', `package/${file}`], options);
}

function sliceOperations({ source, description: { paths, components } }) {
  correctSchemas(components, schemaCorrections);
  const { seen, definitions } = collect(components);
  const resolve = (part) => (part.$ref ? components[part.$ref.split('/')[2]][part.$ref.split('/')[3]] : part);
  const sliced = operations.map(({ method, path }) => {
    const operation = paths[path]?.[method];
    if (!operation) throw new Error(`GitHub describes no ${method} ${path}`);
    operationCorrections[`${method.toUpperCase()} ${path}`]?.correct(operation);
    const contents = ({ content = {} }) =>
      Object.fromEntries(Object.entries(content).map(([type, { schema }]) => [type, simplify(schema ?? {}, seen)]));
    const parameters = (operation.parameters ?? []).map(resolve).map(({ name, in: place, required, schema }) => ({
      name,
      in: place,
      ...(required ? { required } : {}),
      schema: simplify(schema, seen),
    }));
    const body = operation.requestBody?.content?.['application/json']?.schema;
    const responses = Object.entries(operation.responses).map(([status, response]) => [
      status,
      contents(resolve(response)),
    ]);
    return [
      `${method.toUpperCase()} ${path}`,
      { parameters, ...(body ? { body: simplify(body, seen) } : {}), responses: Object.fromEntries(responses) },
    ];
  });
  return { source, ...share({ operations: Object.fromEntries(sliced), definitions: definitions() }) };
}

function sliceEvents({ source, description: { webhooks, components } }) {
  correctSchemas(components, eventCorrections);
  const { seen, definitions } = collect(components);
  const sliced = Object.values(webhooks)
    .map(({ post }) => ({ post, event: post.operationId.split('/')[0].replaceAll('-', '_') }))
    .filter(({ event }) => events.includes(event))
    .map(({ post, event }) => {
      const { schema } = post.requestBody.content['application/json'];
      const [action] = actionsOf(schema, components);
      return [action ? `${event}.${action}` : event, simplify(schema, seen)];
    });
  return { source, ...share({ events: Object.fromEntries(sliced), definitions: definitions() }) };
}

function correctSchemas({ schemas }, corrections) {
  for (const [name, { correct }] of Object.entries(corrections)) correct(schemas[name]);
}

/** Only the keys: what stands in GitHub's examples is GitHub's. */
function sliceExamples({ source, description }) {
  const byName = new Map();
  for (const { name, examples } of description.filter(({ name }) => events.includes(name))) {
    for (const example of examples) {
      const event = example.action ? `${name}.${example.action}` : name;
      byName.set(event, [...(byName.get(event) ?? []), example]);
    }
  }
  const trees = Object.fromEntries([...byName].map(([event, examples]) => [event, keyTree(examples)]));
  return { source, ...shareTrees(trees) };
}

function actionsOf(schema, components) {
  const whole = schema.$ref ? components.schemas[schema.$ref.split('/').at(-1)] : schema;
  return (whole.oneOf ?? [whole]).flatMap((each) => each.properties?.action?.enum ?? []);
}

/** One operation, event or definition a line: as small as can be and still shown by a diff. */
function writeSlice(file, { source, ...parts }) {
  const sections = Object.entries(parts).map(([name, entries]) => {
    const lines = Object.entries(entries).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
    return `"${name}":{\n${lines.join(',\n')}\n}`;
  });
  writeFileSync(file, `{\n"source":${JSON.stringify(source)},\n${sections.join(',\n')}\n}\n`);
}
