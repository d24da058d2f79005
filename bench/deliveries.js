import { startBareProbot, startGitHub, startRemit, stop } from './apps.js';
import { sendDeliveries } from './load.js';
import { median } from './median.js';
import { createDatabase } from './own-database.js';
import { startRecorder } from './recorder.js';

/**
 * Deliveries acknowledged in a second, as many as go, and how soon at a pace that no organisation comes near: by Remit, which acknowledges what it has stored, in its embedded
 * database and on a server, and by a bare Probot app, which forgets it. Real payloads, in turns, each time afresh.
 */
const issues = 100;
const rounds = 3;
const load = { connections: 50, warmUp: 3000, measured: 3000, paced: 2000 };
const perSecond = 500;
const goals = { ratio: 0.6, p99: 25 };

export default async function measure() {
  const recorder = await startRecorder();
  const github = await startGitHub(recorder.url, issues);
  recorder.close();
  const server = await createDatabase();
  const apps = {
    probot: () => startBareProbot(github),
    'the embedded database': () => startRemit(github),
    ...(server ? { 'a PostgreSQL server': () => startRemit(github, server.url) } : {}),
  };
  const measured = Object.fromEntries(Object.keys(apps).map((name) => [name, []]));
  try {
    for (let round = 0; round < rounds; round++) {
      for (const [name, start] of Object.entries(apps)) measured[name].push(await loadOn(start, recorder.recorded));
    }
  } finally {
    await stop(github.child);
    await server?.drop();
  }
  const { probot, ...ours } = measured;
  return Object.entries(ours).flatMap(([name, runs]) => rowsOf(name, runs, probot));
}

function rowsOf(name, ours, theirs) {
  const [rate, theirRate] = [ours, theirs].map((runs) => median(runs.map((run) => run.rate)));
  const [p99, theirP99] = [ours, theirs].map((runs) => median(runs.map((run) => run.p99)));
  return [
    {
      figure: `deliveries acknowledged, ${name}, against a bare Probot app`,
      ours: `${Math.round(rate)}/s`,
      theirs: `${Math.round(theirRate)}/s`,
      ratio: rate / theirRate,
      goal: `≥ ${goals.ratio}`,
      met: rate / theirRate >= goals.ratio,
    },
    {
      figure: `99 of 100 at ${perSecond}/s within, ${name}`,
      ours: `${p99.toFixed(1)} ms`,
      theirs: `${theirP99.toFixed(1)} ms`,
      ratio: p99 / theirP99,
      goal: `≤ ${goals.p99} ms`,
      met: p99 <= goals.p99,
    },
  ];
}

async function loadOn(start, recorded) {
  const app = await start();
  try {
    const { connections, warmUp, measured, paced } = load;
    const send = (amount) => sendDeliveries({ url: app.url, recorded, connections, ...amount });
    await send({ count: warmUp });
    const { p99 } = await send({ count: paced, perSecond });
    const { rate } = await send({ count: measured });
    return { rate, p99 };
  } finally {
    await stop(app.child);
    app.cleanUp?.();
  }
}
