import { rmSync } from 'node:fs';
import { smallCharter } from './charter.js';
import { median } from './median.js';
import { commandsFor, memoryOf, prepareFolder, timeOf } from './peers.js';

const count = 1000;
const rounds = 3;
/** How many times as many documents a second as each peer. */
const goal = 3;

/** A thousand documents in one call, the whole process: documents a second, and the memory that it takes. */
export default function measure() {
  const documents = Array.from({ length: count }, (_, n) => [`charter-${n}.md`, smallCharter(n)]);
  const folder = prepareFolder({ ...Object.fromEntries(documents), 'CONTRIBUTING.md': '# Contributing\n' });
  const commands = commandsFor(...documents.map(([path]) => path));
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, args] of Object.entries(commands)) times[name].push(timeOf(args, folder));
  }
  const memory = Object.fromEntries(Object.entries(commands).map(([name, args]) => [name, memoryOf(args, folder)]));
  rmSync(folder, { recursive: true, force: true });

  const kilobytes = Math.round(documents[0][1].length / 1000);
  const rateOf = (name) => count / (median(times[name]) / 1000);
  const [own, ...peers] = Object.keys(commands);
  return peers.flatMap((peer) => [
    {
      figure: `check of ${count} documents of ${kilobytes} KB, against ${peer}`,
      ours: `${Math.round(rateOf(own))} a second`,
      theirs: `${Math.round(rateOf(peer))} a second`,
      ratio: rateOf(own) / rateOf(peer),
      goal: `≥ ${goal}`,
      met: rateOf(own) >= goal * rateOf(peer),
    },
    {
      figure: `its most memory, against ${peer}`,
      ours: `${Math.round(memory[own])} MB`,
      theirs: `${Math.round(memory[peer])} MB`,
      ratio: memory[own] / memory[peer],
      goal: '-',
      met: true,
    },
  ]);
}
