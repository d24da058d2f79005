import { lint } from '../dist/governance/lint.js';
import { shapes } from './shapes.js';

const doublings = [4, 8];
const rounds = 5;
/** How much longer a document of twice the size may take. */
const goal = 2.5;
/** Below this a doubling is more the clock's doing than ours. */
const noise = 5;

/**
 * How the time of a check grows with the document, in this process: what the last doubling costs, of documents as they
 * are written and of those that are written to keep a parser busy.
 */
export default function measure() {
  return Object.entries(shapes).map(([name, { path = 'WORKING-GROUPS.md', from, make }]) => {
    const [half, whole] = doublings.map((times) => ({ path, text: make(from * times) })).slice(-2);
    const [before, last] = [timeOf(half), timeOf(whole)];
    // Some of them grow by more than twice when their number does.
    const growth = whole.text.length / half.text.length / 2;
    const ratio = last / Math.max(before, noise) / Math.max(growth, 1);
    return {
      figure: `growth with ${name}`,
      ours: `${Math.round(last)} ms`,
      theirs: `${Math.round(before)} ms at half the size`,
      ratio,
      goal: `≤ ${goal}`,
      met: ratio <= goal,
    };
  });
}

/** The processor's time of the best of some rounds: whatever else the machine does only adds. */
function timeOf(document) {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage();
    lint([document]);
    times.push(process.cpuUsage(start).user / 1000);
    // What takes this long once is not measured better by more of it.
    if (times[0] > 2000) break;
  }
  return Math.min(...times);
}
