import { chmodSync, renameSync, rmSync } from 'node:fs';
import { rolldown } from 'rolldown';
import { run } from './run.js';

// Built aside and swapped in, so that a process started from the old build never sees half of the new one.
const aside = `dist.${process.pid}`;
run('tsc', ['-p', 'tsconfig.build.json', '--outDir', aside]);
run('tsc', ['-p', 'tsconfig.types.json', '--outDir', aside]);
await bundleCommandLine();
rmSync('dist', { recursive: true, force: true });
renameSync(aside, 'dist');

/**
 * The commands that a person waits for start from one file with all it needs: loading the same code from some two
 * hundred files takes three times as long. What is heavy and rare stays outside and is loaded when it is called.
 */
async function bundleCommandLine() {
  const main = `${aside}/entry/cli/main.js`;
  const heavy = /\/(serve|emulate|demo|triage)\.js$/;
  const bundle = await rolldown({ input: main, platform: 'node', external: (id) => heavy.test(id) });
  await bundle.write({ file: `${aside}/entry/cli/main.bundle.js`, format: 'esm', minify: true, codeSplitting: false });
  await bundle.close();
  renameSync(`${aside}/entry/cli/main.bundle.js`, main);
  chmodSync(main, 0o755);
}
