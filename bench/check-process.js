import { rmSync } from 'node:fs';
import { largeCharter } from './charter.js';
import { median } from './median.js';
import { commandsFor, prepareFolder, timeOf } from './peers.js';

/**
 * The whole process on one large document that has nothing wrong with it, as one would run it before a commit. The
 * tools take turns, so that whatever else the machine does meets all of them.
 */
const document = 'WORKING-GROUPS.md';
const commands = { ...commandsFor(document), 'an empty program': ['--eval', '0'] };
const rounds = { warmUp: 2, measured: 11 };
const goal = 0.5;

export default function measure() {
  const folder = prepareFolder({ [document]: largeCharter(), 'CONTRIBUTING.md': '# Contributing\n' });
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = -rounds.warmUp; round < rounds.measured; round++) {
    for (const [name, args] of Object.entries(commands)) {
      const milliseconds = timeOf(args, folder);
      if (round >= 0) times[name].push(milliseconds);
    }
  }
  rmSync(folder, { recursive: true, force: true });

  const [own, ...others] = Object.values(times).map(median);
  return Object.keys(commands)
    .slice(1)
    .map((name, index) => {
      const isPeer = name !== 'an empty program';
      return {
        figure: `check of ${Math.round(largeCharter().length / 1000)} KB, whole process, against ${name}`,
        ours: `${Math.round(own)} ms`,
        theirs: `${Math.round(others[index])} ms`,
        ratio: own / others[index],
        goal: isPeer ? `≤ ${goal}` : '-',
        met: !isPeer || own <= goal * others[index],
      };
    });
}
