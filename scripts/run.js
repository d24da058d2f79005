import { spawnSync } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

/** Runs one of the project's own tools with its output shown; ends this process with the tool's exit code when it fails. */
export function run(command, args, { env = {} } = {}) {
  const PATH = [resolve('node_modules/.bin'), process.env.PATH].join(delimiter);
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, PATH, ...env } });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
