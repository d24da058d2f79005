import { spawnSync } from 'node:child_process';
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const tool = (path) => join(resolve('node_modules'), path);

/** How each tool is called to check Markdown documents: names of files, or patterns that the tool opens up itself. */
export const commandsFor = (...documents) => ({
  'remit check': [resolve('dist/entry/cli/main.js'), 'check', ...documents],
  'remark-cli with remark-validate-links': [
    tool('remark-cli/cli.js'),
    ...['--use', 'remark-validate-links', '--quiet', '--no-stdout', ...documents],
  ],
  'markdownlint-cli2': [tool('markdownlint-cli2/markdownlint-cli2-bin.mjs'), ...documents],
});

/** A repository like those the tools are run in: remark-validate-links asks Git where it is. */
export function prepareFolder(files) {
  const folder = mkdtempSync(join(tmpdir(), 'remit-bench-'));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  // The longest lines are rows of tables, which can't be broken.
  writeFileSync(join(folder, '.markdownlint.json'), JSON.stringify({ MD013: false, MD033: false, MD060: false }));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  run('git', ['init', '--quiet'], folder);
  run('git', ['remote', 'add', 'origin', 'https://github.com/octo-org/community.git'], folder);
  return folder;
}

/** @returns how long a run of one of the tools took, in milliseconds. */
export function timeOf(args, folder) {
  const start = performance.now();
  run(process.execPath, args, folder);
  return performance.now() - start;
}

/** @returns how much memory a run of one of the tools held at most, in MB. */
export function memoryOf(args, folder) {
  const teller = new URL('./peak-memory.js', import.meta.url).href;
  const { stderr } = run(process.execPath, ['--import', teller, ...args], folder);
  return Number(/^peak memory: (\d+) KB$/m.exec(stderr)[1]) / 1024;
}

/** A tool that fails or finds something would be measured at other work than the rest. */
function run(command, args, cwd) {
  const result = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (result.error) throw result.error;
  if (result.status !== 0)
    throw new Error(`${command} ended with ${result.status}:\n${(result.stdout + result.stderr).slice(0, 2000)}`);
  return result;
}
