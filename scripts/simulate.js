import { parseArgs } from 'node:util';
import { Octokit } from '@octokit/core';
import { startEmulator } from '../dist/emulator/emulator.js';
import { reconcileIssue } from '../dist/engine/reconcile.js';
import { printRows } from './print-rows.js';
import { startBot } from './simulate/bot.js';
import { live } from './simulate/history.js';
import { judge } from './simulate/judge.js';
import { createRandom } from './simulate/random.js';
import { place, seedOf } from './simulate/town.js';

/**
 * `npm run simulate -- [--events n] [--seed n]`: a project lives for some thirty days on the emulated GitHub, with three
 * groups of people and two other bots, while the bot works. The same seed, the same history. Fails when a goal is missed.
 */
const { values } = parseArgs({
  options: { events: { type: 'string', default: '5000' }, seed: { type: 'string', default: '1' } },
});

const goals = {
  'most comments on an issue': (value) => value <= 1,
  'comments per issue': (value) => value <= 0.3,
  flips: (value) => value === 0,
  'writes that undid a person': (value) => value === 0,
  'issues as a fresh decision has them, %': (value) => value === 100,
  'requests per event': (value) => value <= 0.5,
};

const startsAt = '2026-03-02T08:00:00Z';
const start = new Date(startsAt);
const github = await startEmulator({ seed: seedOf(startsAt), clock: () => start, contract: null });
const bot = await startBot({ github, clock: github.clock });
const clients = new Map();
const as = (login) => {
  if (!clients.has(login)) clients.set(login, new Octokit({ auth: github.as(login).token, baseUrl: github.apiUrl }));
  return clients.get(login);
};

async function wait(milliseconds) {
  await bot.takeIn();
  const time = github.clock.now().getTime() + milliseconds;
  await bot.workUntil(time);
  github.clock.set(new Date(time));
}

await live({
  random: createRandom(Number(values.seed)),
  as,
  wait,
  events: () => github.deliveries.length,
  mostEvents: Number(values.events),
});
const days = (github.clock.now().getTime() - start.getTime()) / 86_400_000;
// What waits for its time is due at the latest when the patience with the last issue is over.
await wait(2 * 86_400_000);
const events = github.deliveries.length;

const repository = { owner: place.owner, name: place.repo };
const installation = github.deliveries[0].payload.installation.id;
const reader = await bot.equipped.github(installation);
const asked = github.requests.length;
const plans = [];
for (const number of await reader.openIssues(repository)) {
  const ref = { owner: place.owner, repository: place.repo, number };
  const outcome = await reconcileIssue(ref, { ...bot.equipped, github: reader, dryRun: true });
  if (outcome) plans.push(outcome.plan);
}
github.requests.length = asked;

const figures = judge({ github, plans, events });
let missed = 0;
const rows = Object.entries(figures).map(([figure, value]) => {
  const isMet = goals[figure]?.(value) ?? null;
  if (isMet === false) missed += 1;
  return [
    figure,
    Number.isInteger(value) ? String(value) : value.toFixed(2),
    isMet === null ? '' : isMet ? 'met' : 'missed',
  ];
});
console.log(`${days.toFixed(1)} simulated days, seed ${values.seed}\n`);
printRows(['figure', 'value', 'goal'], rows);
await bot.close();
await github.close();
process.exit(missed === 0 ? 0 : 1);
