import type { CommitCheck } from '../../model/commit-check.ts';
import type { RepositoryRef } from '../../model/facts.ts';
import { type Client, changeRest, fetchRest } from './client.ts';
import { Refused } from './errors.ts';

/** The name of the check, by which rules of a branch require it. */
const name = 'Remit / configuration';
/** By this a run is known for one that was made here, whatever App or workflow made it. */
const mark = 'remit:governing-files';

/**
 * Puts a check run on a commit, unless one is there. Source: GitHub docs, REST API, Check runs.
 * @returns why it may not, in a clause; `null` once there is one. Errors: `Unreachable`, and `Refused` for a bad token.
 */
export async function checkCommit(
  client: Client,
  { owner, name: repo }: RepositoryRef,
  { commit, check }: { commit: string; check: CommitCheck },
): Promise<string | null> {
  const place = { owner, repo };
  try {
    const route = 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs';
    const filter = { ref: commit, check_name: name, filter: 'all', per_page: 100 };
    const { check_runs: runs } = (await fetchRest(client, route, { ...place, ...filter })) as {
      check_runs: { external_id: string | null }[];
    };
    if (runs.some(({ external_id }) => external_id === mark)) return null;
    const run = { name, head_sha: commit, external_id: mark, status: 'completed', ...runOf(check) };
    await changeRest(client, 'POST /repos/{owner}/{repo}/check-runs', { ...place, ...run });
    return null;
  } catch (error) {
    if (error instanceof Refused && error.status !== null && refusals.includes(error.status)) return error.message;
    throw error;
  }
}

/** Without the permission, of a repository that is hidden then, and for a commit that is not there any more. */
const refusals = [403, 404, 422];

/** GitHub takes no more in one request. */
const mostAnnotations = 50;

function runOf({ conclusion, title, summary, annotations }: CommitCheck) {
  const lines = annotations.slice(0, mostAnnotations).map(({ path, line, column, message }) => ({
    path,
    start_line: line,
    end_line: line,
    start_column: column,
    end_column: column,
    annotation_level: 'failure',
    message,
  }));
  return { conclusion, output: { title, summary, annotations: lines } };
}
