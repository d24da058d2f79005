import { readTree } from '../adapters/files/tree.ts';
import { readPolicy } from '../engine/policy.ts';
import type { Policy } from '../model/policy.ts';
import { CommandError } from './io.ts';

/**
 * Reads the configuration of a working tree; without one the defaults hold, unless it must exist.
 * Errors: a `CommandError` that lists each problem with its line and column.
 */
export function loadPolicy({ root, path, mustExist }: { root: string; path: string; mustExist?: true }): Policy {
  const [file] = readTree({ root, paths: [path] });
  if (file === undefined || 'problem' in file) {
    const missing = file === undefined || file.missing;
    if (missing && !mustExist) return defaultsOf(path);
    throw new CommandError(file?.problem ?? `${path} is not there`);
  }
  return policyOf(file.text, path);
}

const defaultsOf = (path: string) => policyOf(null, path);

function policyOf(text: string | null, path: string): Policy {
  const read = readPolicy(text);
  if ('policy' in read) return read.policy;
  const lines = read.problems.map(({ message, line, column }) => `  ${path}:${line}:${column}  ${message}`);
  throw new CommandError(`the configuration can’t be used\n${lines.join('\n')}`);
}
