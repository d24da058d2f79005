import { execFileSync } from 'node:child_process';

/** Worker threads, child processes and the command line run from the build: make it once, before the first test. */
export default function buildOnce() {
  if (process.env.REMIT_SKIP_BUILD) return;
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
}
