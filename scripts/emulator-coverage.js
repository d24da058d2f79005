import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { writeWhenChanged } from './generate-indexes.js';

/**
 * `npm run emulator:coverage`: which operations of GitHub's description the emulated GitHub answers, from its own table
 * of routes, and which not. With `--write` the table in its README is brought up to date.
 */
const readme = 'src/emulator/README.md';
const [start, end] = ['<!-- operations: generated from the routes -->', '<!-- /operations -->'];

export async function coverOperations() {
  const { routes } = await import(new URL('../dist/emulator/rest/routes.js', import.meta.url));
  const { operations } = JSON.parse(readFileSync('src/emulator/contract/openapi.json', 'utf8'));
  const answered = new Set(Object.keys(routes).map(keyOf));
  return Object.keys(operations).map((operation) => ({ operation, isAnswered: answered.has(keyOf(operation)) }));
}

/** Writes the table into the README, between its two marks. */
export async function writeCoverage() {
  const text = readFileSync(readme, 'utf8');
  const [before, rest] = text.split(start);
  const [, after] = (rest ?? '').split(end);
  if (after === undefined) throw new Error(`${readme} has no “${start}” and “${end}” any more`);
  const table = printTable(await coverOperations());
  writeWhenChanged(readme, `${before}${start}\n\n${table}\n\n${end}${after}`);
}

/** One row a path, since a row for each of nearly two hundred operations would be read by nobody. */
function printTable(covered) {
  const rows = new Map();
  for (const { operation, isAnswered } of covered) {
    const [method, path] = operation.split(' ');
    const row = rows.get(path) ?? { path, answered: [], open: [] };
    (isAnswered ? row.answered : row.open).push(method);
    rows.set(path, row);
  }
  const cells = [...rows.values()].map(({ path, answered, open }) => [
    `\`${path}\``,
    answered.join(', ') || '–',
    open.join(', ') || '–',
  ]);
  const all = [['path', `answered (${count(covered, true)})`, `not answered (${count(covered, false)})`], ...cells];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(all[0]), rule, ...cells.map(line)].join('\n');
}

function count(covered, isAnswered) {
  return covered.filter((each) => each.isAnswered === isAnswered).length;
}

function keyOf(route) {
  return route.replace(/\{\+?\w+\}/g, '{}').replace('{}...{}', '{}');
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--write')) await writeCoverage();
  const covered = await coverOperations();
  for (const { operation, isAnswered } of covered)
    console.log(`${isAnswered ? 'answered    ' : 'not answered'}  ${operation}`);
  console.log(`\n${count(covered, true)} of ${covered.length} operations are answered`);
}
