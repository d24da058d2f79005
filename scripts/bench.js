import { printRows } from './print-rows.js';

/**
 * `npm run bench`, or `npm run bench -- requests` for one figure: measures Remit and its peers in the same run, and
 * prints how they compare. Absolute figures are the machine's; the ratios are ours.
 */
const figures = [
  'check-process',
  'check-many',
  'check-growth',
  'deliveries',
  'memory',
  'decisions',
  'requests',
  'commands',
  'command-answers',
  'emulator',
  'sweep',
];
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !figures.includes(name));
if (unknown.length > 0) {
  console.error(`There is no figure ${unknown.join(', ')}; there are ${figures.join(', ')}.`);
  process.exit(2);
}

const results = [];
for (const name of chosen.length > 0 ? chosen : figures) {
  console.error(`measuring ${name} …`);
  const { default: measure } = await import(`../bench/${name}.js`);
  results.push(...(await measure()));
}
printRows(
  ['figure', 'ours', 'theirs', 'ratio', 'goal', ''],
  results.map(({ figure, ours, theirs, ratio, goal, met }) => {
    return [figure, ours, theirs, ratio === null ? '-' : ratio.toFixed(2), goal, met ? 'met' : 'missed'];
  }),
);
process.exit(results.every(({ met }) => met) ? 0 : 1);
