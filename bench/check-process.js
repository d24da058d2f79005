import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { largeCharter } from './charter.js';
import { median } from './median.js';

/**
 * The whole process on one large document that has nothing wrong with it, as one would run it before a commit. The
 * tools take turns, so that whatever else the machine does meets all of them.
 */
const document = 'WORKING-GROUPS.md';
const tool = (path) => join(resolve('node_modules'), path);
const commands = {
  'remit check': [resolve('dist/entry/cli/main.js'), 'check', document],
  'remark-cli with remark-validate-links': [
    tool('remark-cli/cli.js'),
    ...['--use', 'remark-validate-links', '--quiet', '--no-stdout', document],
  ],
  'markdownlint-cli2': [tool('markdownlint-cli2/markdownlint-cli2-bin.mjs'), document],
};
const rounds = { warmUp: 2, measured: 11 };

export default function measure() {
  const folder = prepareFolder();
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = -rounds.warmUp; round < rounds.measured; round++) {
    for (const [name, args] of Object.entries(commands)) {
      const milliseconds = timeOf(args, folder);
      if (round >= 0) times[name].push(milliseconds);
    }
  }
  rmSync(folder, { recursive: true, force: true });

  const [ours, ...peers] = Object.keys(commands);
  return peers.map((peer) => {
    const [own, other] = [median(times[ours]), median(times[peer])];
    return {
      figure: `check of ${Math.round(largeCharter().length / 1000)} KB, whole process, against ${peer}`,
      ours: `${Math.round(own)} ms`,
      theirs: `${Math.round(other)} ms`,
      ratio: own / other,
      goal: '< 1',
      met: own < other,
    };
  });
}

/** A repository like those the tools are run in: remark-validate-links asks Git where it is. */
function prepareFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'remit-bench-'));
  writeFileSync(join(folder, document), largeCharter());
  writeFileSync(join(folder, 'CONTRIBUTING.md'), '# Contributing\n');
  // The longest lines are rows of tables, which can't be broken.
  writeFileSync(join(folder, '.markdownlint.json'), JSON.stringify({ MD013: false, MD033: false, MD060: false }));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  run('git', ['init', '--quiet'], folder);
  run('git', ['remote', 'add', 'origin', 'https://github.com/octo-org/community.git'], folder);
  return folder;
}

function timeOf(args, folder) {
  const start = performance.now();
  run(process.execPath, args, folder);
  return performance.now() - start;
}

/** A tool that fails or finds something would be measured at other work than the rest. */
function run(command, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${(stdout + stderr).slice(0, 2000)}`);
}
