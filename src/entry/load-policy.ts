import { readTree } from '../adapters/files/tree.ts';
import { readPolicy } from '../engine/policy.ts';
import type { Policy } from '../model/policy.ts';
import { CommandError } from './cli/io.ts';

/**
 * Reads the configuration of a working tree; without one, the defaults hold.
 * Errors: a `CommandError` that lists each problem with its line.
 */
export function loadPolicy(where: { root: string; path: string; mustExist?: true }): Policy {
  const [file] = readTree({ root: where.root, paths: [where.path] });
}
