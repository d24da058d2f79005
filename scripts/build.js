import { chmodSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { run } from './run.js';

// Built aside and swapped in, so that a process started from the old build never sees half of the new one.
const aside = `dist.${process.pid}`;
run('tsc', ['-p', 'tsconfig.build.json', '--outDir', aside]);
run('tsc', ['-p', 'tsconfig.types.json', '--outDir', aside]);
await bundleCommandLine();
rmSync('dist', { recursive: true, force: true });
renameSync(aside, 'dist');
await keepCompiled();

/**
 * The commands that a person waits for start from one file with all it needs: loading the same code from some two
 * hundred files takes three times as long. What runs long is no part of it.
 */
async function bundleCommandLine() {
  const { quick } = await import(new URL(`../${aside}/entry/cli/load-start.js`, import.meta.url));
  const parts = readdirSync(`${aside}/entry/cli`).filter((name) => name.endsWith('-commands.js'));
  const program = parts.map((name) => readFileSync(`${aside}/entry/cli/${name}`, 'utf8')).join('\n');
  const loaded = [...program.matchAll(/import\('([^']+)'\)/g)].map(([, id]) => id);
  const heavy = new Set(loaded.filter((id) => !quick.includes(basename(id, '.js'))));
  const input = `${aside}/entry/cli/start.js`;
  // A module elsewhere may be called the same: only what the command line itself loads is meant.
  const isHeavy = (id, importer) => heavy.has(id) && /\/entry\/cli\/[^/]*-commands\.js$/.test(importer ?? '');
  const bundle = await rolldown({ input, platform: 'node', external: isHeavy });
  await bundle.write({ file: `${aside}/entry/cli/start.cjs`, format: 'cjs', minify: true, codeSplitting: false });
  await bundle.close();
  chmodSync(`${aside}/entry/cli/main.js`, 0o755);
}

/** Keeps the code as it is compiled once a document has been checked, for the engine that builds. */
async function keepCompiled() {
  const { cacheName, compile, runScript } = await import(new URL('../dist/entry/cli/load-start.js', import.meta.url));
  const file = resolve('dist/entry/cli/start.cjs');
  const script = compile(file);
  process.argv.splice(2, Infinity, 'check', 'docs/example/WORKING-GROUPS.md');
  const write = process.stdout.write;
  process.stdout.write = () => true;
  await runScript(script, file, createRequire(file)).start();
  process.stdout.write = write;
  if (process.exitCode) throw new Error('the example has findings');
  writeFileSync(`dist/entry/cli/${cacheName}`, script.createCachedData());
}
