import { startBareProbot, startGitHub, startRemit, stop } from './apps.js';
import { sendDeliveries } from './load.js';
import { median } from './median.js';
import { startRecorder } from './recorder.js';

/**
 * Deliveries acknowledged in a second: by Remit, which acknowledges what it has stored and works it off meanwhile
 * against an emulated GitHub, and by a bare Probot app, which forgets it. Real payloads, in turns, each time afresh.
 */
const issues = 100;
const rounds = 3;
const load = { connections: 50, warmUp: 500, measured: 3000 };
const goal = 0.5;

export default async function measure() {
  const recorder = await startRecorder();
  const github = await startGitHub(recorder.url, issues);
  recorder.close();
  const rates = { remit: [], probot: [] };
  try {
    for (let round = 0; round < rounds; round++) {
      rates.remit.push(await rateOf(startRemit, github, recorder.recorded));
      rates.probot.push(await rateOf(startBareProbot, github, recorder.recorded));
    }
  } finally {
    await stop(github.child);
  }
  const [ours, theirs] = [median(rates.remit), median(rates.probot)];
  return [
    {
      figure: 'deliveries acknowledged, against a bare Probot app',
      ours: `${Math.round(ours)}/s`,
      theirs: `${Math.round(theirs)}/s`,
      ratio: ours / theirs,
      goal: `≥ ${goal}`,
      met: ours / theirs >= goal,
    },
  ];
}

async function rateOf(start, github, recorded) {
  const app = await start(github);
  try {
    const { connections } = load;
    await sendDeliveries({ url: app.url, recorded, connections, count: load.warmUp });
    return await sendDeliveries({ url: app.url, recorded, connections, count: load.measured });
  } finally {
    await stop(app.child);
    app.cleanUp?.();
  }
}
