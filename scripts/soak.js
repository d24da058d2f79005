import { parseArgs } from 'node:util';
import { printRows } from './print-rows.js';
import { fullDisk } from './soak/full-disk.js';
import { kills } from './soak/kills.js';
import { oneIssue } from './soak/one-issue.js';

/**
 * `npm run soak -- [name…] [--seed n] [--times n] [--json]`: the long forms of the faults that the journeys hold the bot
 * to, as processes on an emulated GitHub. The same seed, the same moments. Fails where something is lost or done twice.
 */
const soaks = {
  kills: (options) => kills({ ...options, database: 'embedded' }),
  'kills-server': (options) => kills({ ...options, database: 'server' }),
  'kills-beside': (options) => kills({ ...options, database: 'server', beside: true }),
  'one-issue': (options) => oneIssue({ ...options, database: 'embedded' }),
  'one-issue-server': (options) => oneIssue({ ...options, database: 'server' }),
  'full-disk': fullDisk,
};
const usualTimes = { 'one-issue': 10_000, 'one-issue-server': 10_000, 'full-disk': 20 };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, times: { type: 'string' }, json: { type: 'boolean' } },
});
const unknown = positionals.filter((name) => !Object.hasOwn(soaks, name));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}; there are ${Object.keys(soaks).join(', ')}.`);
  process.exit(2);
}

const results = [];
for (const name of positionals.length > 0 ? positionals : Object.keys(soaks)) {
  const times = Number(values.times ?? usualTimes[name] ?? 200);
  console.error(`${name}, ${times} times, seed ${values.seed} …`);
  const begun = performance.now();
  const result = await soaks[name]({ times, seed: Number(values.seed) });
  results.push({ name, ...result, seconds: Math.round((performance.now() - begun) / 1000) });
}
if (values.json) console.log(JSON.stringify(results));
else
  for (const { name, ...figures } of results)
    printRows(
      [name, ''],
      Object.entries(figures).map(([k, v]) => [k, String(v)]),
    );
const bad = ['lost', 'twice', 'dead', 'unacknowledged'];
process.exit(results.every((result) => bad.every((figure) => (result[figure] ?? 0) === 0)) ? 0 : 1);
