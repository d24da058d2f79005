import { readFileSync } from 'node:fs';

/**
 * What the emulated GitHub answers and sends, read from the build and from GitHub's own descriptions: for the tables of
 * its README and for `npm run emulator:coverage`.
 */
const load = (path) => import(new URL(`../dist/emulator/${path}`, import.meta.url));

/** @returns the operations of GitHub's description, each with whether and how it is answered. */
export async function coverOperations() {
  const { routes } = await load('rest/routes.js');
  const { operationDifferences } = await load('differences.js');
  const { operations } = JSON.parse(readFileSync('src/emulator/contract/openapi.json', 'utf8'));
  const answered = new Set(Object.keys(routes).map(keyOf));
  return Object.keys(operations).map((operation) => ({
    name: operation,
    isAnswered: answered.has(keyOf(operation)),
    difference: operationDifferences[operation],
  }));
}

/** @returns the fields at the top of GitHub's GraphQL schema, each with whether and how it is answered. */
export async function coverFields(type) {
  const { loadSchema } = await load('graphql/schema.js');
  const { fieldDifferences } = await load('differences.js');
  const fields = loadSchema().getType(type).getFields();
  return Object.values(fields).map(({ name, resolve }) => ({
    name,
    isAnswered: resolve !== undefined,
    difference: fieldDifferences[`${type}.${name}`],
  }));
}

export async function printOperations() {
  const covered = await coverOperations();
  const rows = covered.map(({ name, isAnswered, difference }) => [
    `\`${name}\``,
    isAnswered ? 'yes' : 'no',
    printDifference(difference),
  ]);
  return printTable([`operation (${countOf(covered)})`, 'answered', 'known differences'], rows);
}

/** Of the fields of a type only those that are answered: GitHub has hundreds. */
export async function printFields(type) {
  const covered = await coverFields(type);
  const answered = covered.filter(({ isAnswered }) => isAnswered);
  const rows = answered.map(({ name, difference }) => [`\`${name}\``, printDifference(difference)]);
  return printTable([`${type.toLowerCase()} (${countOf(covered)})`, 'known differences'], rows);
}

export async function printEvents() {
  const { sentEvents } = await load('webhooks/events.js');
  const rows = Object.entries(sentEvents).map(([name, { actions, differences }]) => [
    `\`${name}\``,
    actions.map((action) => `\`${action}\``).join(', '),
    differences ?? '',
  ]);
  return printTable(['event', 'actions', 'known differences'], rows);
}

export function countOf(covered) {
  return `${covered.filter(({ isAnswered }) => isAnswered).length} of ${covered.length}`;
}

function printDifference({ passesOver = [], otherwise = '' } = {}) {
  const names = passesOver.map((name) => `\`${name}\``);
  return [...(names.length > 0 ? [`Passes over ${names.join(', ')}.`] : []), otherwise].join(' ').trim();
}

function printTable(header, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Routes are the same whatever they call their parameters. */
function keyOf(route) {
  return route.replace(/\{\+?\w+\}/g, '{}').replace('{}...{}', '{}');
}
