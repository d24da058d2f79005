import { printPolicy } from '../../engine/policy.ts';
import type { ExitCode, Io } from '../io.ts';
import { loadPolicy } from '../load-policy.ts';

/** `remit config`: says what is wrong with a configuration, or prints it with its defaults. */
export function config(path: string, options: { json?: boolean }, io: Io): ExitCode {
  const policy = loadPolicy({ root: io.cwd, path, mustExist: true });
  io.out(options.json ? `${JSON.stringify(policy, null, 2)}\n` : printPolicy(policy));
  return 0;
}
