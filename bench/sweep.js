import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decidedPerSecond } from './decide.js';
import { impactTime } from './impact.js';
import { repository } from './seed.js';

const goals = { reads: 110, writes: 0, decided: 5000, megabytes: 300, impact: 2000 };
const [many, most] = [10_000, 100_000];

/**
 * What a sweep of a large repository costs: requests, counted by the emulated GitHub; issues decided in a second
 * without the network; the memory of the whole process. And how long the effect of a charter change takes to compute.
 */
export default async function measure() {
  const swept = await sweepOf(many);
  const large = await sweepOf(most);
  return [
    row(`sweep: reads for ${many} issues in order`, swept.reads, { most: goals.reads }),
    row('sweep: writes for the same', swept.writes, { most: goals.writes }),
    row('sweep: issues decided a second, without the network', await decidedPerSecond(many), { least: goals.decided }),
    row(`sweep: MB at most with ${most} issues`, large.megabytes, { most: goals.megabytes }),
    row(`impact: ms for a charter change over ${many} issues`, await impactTime(many), { most: goals.impact }),
  ];
}

/** Runs `remit sweep` in a process of its own. Errors: rejects where it did not cover all of them. */
async function sweepOf(issues) {
  const emulator = fork(fileURLToPath(new URL('./served-emulator.js', import.meta.url)), [
    ...['--issues', String(issues), '--unlimited'],
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'remit-bench-'));
  try {
    const [{ apiUrl, token }] = await once(emulator, 'message');
    const here = (path) => fileURLToPath(new URL(path, import.meta.url));
    const sweep = spawn(
      process.execPath,
      [
        ...['--import', here('./peak-memory.js'), here('../dist/entry/cli/main.js'), 'sweep'],
        ...[`${repository.owner}/${repository.name}`, '--json', '--max-requests', '10000', '--max-share', '1'],
      ],
      { env: { ...process.env, GITHUB_TOKEN: token, GITHUB_API_URL: apiUrl, REMIT_DATA: folder } },
    );
    const [out, err] = [textOf(sweep.stdout), textOf(sweep.stderr)];
    await once(sweep, 'exit');
    const { covered, ended } = JSON.parse(await out);
    if (ended !== 'complete' || covered !== issues) throw new Error(`only ${covered} of ${issues} issues were swept`);
    emulator.send('requests');
    const [requests] = await once(emulator, 'message');
    return { ...requests, megabytes: Number(/peak memory: (\d+) KB/.exec(await err)[1]) / 1024 };
  } finally {
    emulator.kill();
    rmSync(folder, { recursive: true });
  }
}

async function textOf(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function row(figure, value, { least, most }) {
  const met = least === undefined ? value <= most : value >= least;
  return {
    figure,
    ours: value.toFixed(0),
    theirs: '-',
    ratio: null,
    goal: least === undefined ? `≤ ${most}` : `≥ ${least}`,
    met,
  };
}
