import type { RepositoryRef } from '../model/facts.ts';
import type { Policy } from '../model/policy.ts';
import type { DocumentReader } from '../model/ports.ts';
import type { RepositoryFile } from '../model/repository-file.ts';
import type { YamlProblem } from '../text/yaml.ts';
import { readPolicy } from './policy.ts';

/** Where a repository keeps its configuration. */
export const configurationPath = '.github/remit.yml';

/** The configuration that is in force. */
export interface PolicyInForce {
  /** `null` where the configuration has faults and so has every earlier one that is looked at. */
  policy: Policy | null;
  /** Whether somebody wrote it: without a file all defaults hold. */
  isWritten: boolean;
  /** The commit that it was read at, for links. */
  commit: string | null;
  /** What is wrong with the configuration as it is now, with its lines; empty when it is in order. */
  problems: YamlProblem[];
}

/**
 * @returns what a configuration comes to. One with faults changes nothing: the last one without is in force, from memory
 * where it is still known there, else from the file's history. Of a file that was not there before nobody knows what it
 * was to say, and the defaults are nobody's wish. Errors: rejects when the repository can't be read.
 */
export async function policyInForce(
  file: RepositoryFile | null,
  from: { repository: RepositoryRef; github: DocumentReader; before: PolicyInForce | null },
): Promise<PolicyInForce> {
  const read = readConfiguration(file);
  if ('policy' in read) {
    return { policy: read.policy, isWritten: file !== null, commit: file?.commit ?? null, problems: [] };
  }
  const { repository, github, before } = from;
  const known = before !== null && before.policy !== null && before.isWritten ? before : null;
  const last = known ?? lastGood(await github.readVersions(repository, configurationPath));
  return { policy: null, isWritten: true, commit: null, ...last, problems: read.problems };
}

/** Reads a configuration that may be missing or be no text. */
export function readConfiguration(file: RepositoryFile | null): { policy: Policy } | { problems: YamlProblem[] } {
  if (file?.unreadable !== undefined) return { problems: [{ message: file.unreadable, line: 1, column: 1 }] };
  return readPolicy(file?.text ?? null);
}

/** @param versions newest first, `null` where the file was not there */
function lastGood(versions: (RepositoryFile | null)[]): Pick<PolicyInForce, 'policy' | 'commit'> | null {
  for (const file of versions) {
    if (file === null) return null;
    const read = readConfiguration(file);
    if ('policy' in read) return { policy: read.policy, commit: file.commit };
  }
  return null;
}
