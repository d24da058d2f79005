import { chmodSync, renameSync, rmSync } from 'node:fs';
import { run } from './run.js';

// Built aside and swapped in, so that a process started from the old build never sees half of the new one.
const aside = `dist.${process.pid}`;
run('tsc', ['-p', 'tsconfig.build.json', '--outDir', aside]);
chmodSync(`${aside}/entry/cli/main.js`, 0o755);
rmSync('dist', { recursive: true, force: true });
renameSync(aside, 'dist');
