import { readFileSync } from 'node:fs';
import { startGitHub, startRemit, stop } from './apps.js';
import { sendDeliveries } from './load.js';
import { startRecorder } from './recorder.js';

/**
 * Memory of Remit with its embedded database over a hundred thousand deliveries, which it works off meanwhile: how much
 * it holds after each tenth of them, and whether the second half adds to it. Read from /proc, which Linux has.
 */
const parts = 10;
const load = { connections: 50, count: 10_000 };
const goals = { after: 400, growth: 1.1 };

export default async function measure() {
  const recorder = await startRecorder();
  const github = await startGitHub(recorder.url, 100);
  recorder.close();
  const app = await startRemit({ ...github, env: { ...github.env, REMIT_QUIET: '1' } });
  const held = [];
  try {
    for (let part = 0; part < parts; part++) {
      await sendDeliveries({ url: app.url, recorded: recorder.recorded, ...load });
      held.push(residentIn(app.child.pid));
    }
    return rows(held);
  } finally {
    await stop(app.child);
    app.cleanUp();
    await stop(github.child);
  }
}

function rows(held) {
  const after = held.at(-1);
  const middle = held[Math.floor(parts / 2) - 1];
  const growth = after / middle;
  const megabytes = (value) => `${Math.round(value)} MB`;
  const deliveries = (parts * load.count).toLocaleString('en');
  return [
    {
      ...row(`memory after ${deliveries} deliveries`, megabytes(after), `≤ ${goals.after} MB`, after <= goals.after),
      theirs: `${megabytes(Math.max(...held))} at most`,
    },
    {
      ...row('growth in the second half', megabytes(after), `≤ ${goals.growth}`, growth <= goals.growth),
      theirs: `${megabytes(middle)} after half`,
      ratio: growth,
    },
  ];
}

const row = (figure, ours, goal, met) => ({ figure, ours, theirs: '-', ratio: null, goal, met });

function residentIn(pid) {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1000;
}
