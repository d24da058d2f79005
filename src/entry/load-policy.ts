import { readTree } from '../adapters/files/tree.ts';
import { readPolicy } from '../engine/policy.ts';
import type { Policy } from '../model/policy.ts';
import type { YamlProblem } from '../text/yaml.ts';
import { CommandError } from './io.ts';

/** The configuration can't be used, for each of these reasons. */
export class BrokenConfiguration extends CommandError {
  readonly path: string;
  readonly problems: YamlProblem[];

  constructor(path: string, problems: YamlProblem[]) {
    const lines = problems.map(({ message, line, column }) => `  ${path}:${line}:${column}  ${message}`);
    super(`the configuration can’t be used\n${lines.join('\n')}`);
    this.path = path;
    this.problems = problems;
  }
}

/**
 * Reads the configuration of a working tree; without one the defaults hold, unless it must exist.
 * Errors: a `BrokenConfiguration` that lists each problem with its line and column, or another `CommandError`.
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
  throw new BrokenConfiguration(path, read.problems);
}
