import type { CommitCheck } from '../../model/commit-check.ts';
import type { RepositoryRef } from '../../model/facts.ts';
import { findRun, type OwnCheck, writeRun } from './check-runs.ts';
import type { Client } from './client.ts';
import { Refused } from './errors.ts';

/** The App or a workflow may have said it. */
const configuration: OwnCheck = { name: 'Remit / configuration', mark: 'remit:governing-files' };

/**
 * Puts a check run on a commit, unless one is there.
 * @returns why it may not, in a clause; `null` once there is one. Errors: `Unreachable`, and `Refused` for a bad token.
 */
export async function checkCommit(
  client: Client,
  repository: RepositoryRef,
  { commit, check }: { commit: string; check: CommitCheck },
): Promise<string | null> {
  const place = { commit, check: configuration };
  try {
    const run = await findRun(client, repository, place);
    if (run === null) await writeRun(client, repository, { ...place, says: check });
    return null;
  } catch (error) {
    if (error instanceof Refused && error.status !== null && refusals.includes(error.status)) return error.message;
    throw error;
  }
}

/** Without the permission, of a repository that is hidden then, and for a commit that is not there any more. */
const refusals = [403, 404, 422];
