import { existsSync, readFileSync } from 'node:fs';
import { categoriesOf } from './corpus-categories.js';
import { differencesOf } from './corpus-charter.js';
import { percent, rateOf, score, sum } from './corpus-score.js';
import { printRows } from './print-rows.js';

/**
 * `npm run corpus`: holds what is read and found in real governance documents, which lie beside the repository and are
 * no part of it, against what a careful reader saw in them. Fails when a charter differs, when fewer than 95 of 100
 * defects are found, when more than 5 of 100 findings are false alarms, or when a known trap for naive checks is stepped into.
 */
const goals = { recall: 0.95, precision: 0.95 };
const checked = /\.(?:md|ya?ml)$|(?:^|\/)CODEOWNERS$/;

const corpus = new URL('../../shared/corpus/', import.meta.url);
const manifest = new URL('manifest.json', corpus);
if (!existsSync(manifest)) {
  console.log('There is no corpus beside this repository (../shared/corpus): nothing was compared.');
  process.exit(0);
}

const { lint } = await import('../dist/governance/lint.js');
const { treeOf } = await import('../dist/model/tree.js');
const { mergeSeats } = await import('../dist/governance/merge-seats.js');
const { readCharter, readDocument } = await import('../dist/governance/read.js');

const cases = JSON.parse(readFileSync(manifest, 'utf8'));
const results = cases.map(examine);
printCharters(results);
printPlaces(results);
printCategories(results);
const met = printCases(results);
process.exit(met && results.every(({ differences }) => differences.length === 0) ? 0 : 1);

function examine(truth) {
  const read = (path) => readFileSync(new URL(`${truth.id}/${path}`, corpus), 'utf8');
  const path = truth.document;
  const { charter, format, because } = readCharter(readDocument({ path, text: read(path) }));
  const differences =
    format === null
      ? [`no format fits: ${because}`]
      : differencesOf({ groups: charter.groups, leads: mergeSeats(charter.leads) }, truth);
  const beside = truth.siblings.filter((each) => checked.test(each));
  const tree = truth.siblings.includes('tree.txt') ? treeOf(read('tree.txt').split('\n').filter(Boolean)) : null;
  const files = [path, ...beside].map((each) => ({ path: each, text: read(each) }));
  const findings = lint(files, { tree }).files.flatMap((each) => each.findings);
  return { id: truth.id, truth, format, differences, ...score(findings, truth, categoriesOf) };
}

function printCharters(all) {
  console.log('Charters\n');
  printRows(
    ['case', 'read as', 'groups', 'leads', ''],
    all.map(({ id, format, truth, differences }) => {
      const verdict = differences.length === 0 ? 'exact' : `${differences.length} differences`;
      return [id, format ?? '-', truth.groups.length, truth.leads.length, verdict];
    }),
  );
  for (const { id, differences } of all) for (const each of differences) console.log(`  ${id}: ${each}`);
}

function printPlaces(all) {
  const places = all.flatMap(({ id, missed, falseAlarms }) => [
    ...missed.map(({ file = '', line, category, detail }) => `  ${id} ${file}:${line} missed ${category}: ${detail}`),
    ...falseAlarms.map(({ path, line, rule, message, trap }) => {
      return `  ${id} ${path}:${line} false alarm of ${rule}: ${message}${trap ? `\n    a known trap: ${trap}` : ''}`;
    }),
  ]);
  console.log(`\nMissed and false\n\n${places.length > 0 ? places.join('\n') : '  none'}`);
}

function printCategories(all) {
  const labels = all.flatMap(({ counted }) => counted);
  const found = all.flatMap((each) => each.found);
  const names = [...new Set(labels.map(({ category }) => category))].sort();
  const of = (list, name) => list.filter(({ category }) => category === name).length;
  console.log('\nBy category\n');
  printRows(
    ['category', 'labels', 'found', 'recall'],
    names.map((name) => [name, of(labels, name), of(found, name), percent(rateOf(of(found, name), of(labels, name)))]),
  );
  const open = all.flatMap(({ withoutRule }) => withoutRule.map(({ category }) => category));
  const counts = [...new Set(open)].sort().map((name) => `${name} (${open.filter((each) => each === name).length})`);
  console.log(`\n  No rule looks for: ${counts.join(', ') || 'none'}`);
}

/** @returns whether the goals are met. */
function printCases(all) {
  const row = (name, list) => {
    const [labels, found, alarms] = ['counted', 'found', 'falseAlarms'].map((key) =>
      sum(list, (each) => each[key].length),
    );
    return [name, labels, found, percent(rateOf(found, labels)), alarms, percent(rateOf(found, found + alarms))];
  };
  console.log('\nBy case\n');
  printRows(
    ['case', 'labels', 'found', 'recall', 'false alarms', 'precision'],
    [...all.map((each) => row(each.id, [each])), row('all', all)],
  );
  const found = sum(all, (each) => each.found.length);
  const recall = rateOf(
    found,
    sum(all, (each) => each.counted.length),
  );
  const precision = rateOf(found, found + sum(all, (each) => each.falseAlarms.length));
  const trapped = sum(all, (each) => each.falseAlarms.filter(({ trap }) => trap).length);
  console.log(
    `\nGoals: charters exact, recall ≥ ${goals.recall}, precision ≥ ${goals.precision}, no trap (${trapped}).`,
  );
  return trapped === 0 && recall >= goals.recall && precision >= goals.precision;
}
