import type { Annotation } from '../../model/commit-check.ts';
import type { RepositoryRef } from '../../model/facts.ts';
import type { Check } from '../../model/pull-request.ts';
import { type Client, changeRest, fetchRest } from './client.ts';

/**
 * A check of Remit's: its name, by which rules of a branch require it, and by what a run of it is known for ours. The App
 * is known by its id; where a workflow may say the same, so that either finds what the other said, a mark of ours counts.
 */
export type OwnCheck = { name: string } & ({ app: number } | { mark: string });

/** Source: GitHub docs, REST API, Check runs. */
export interface CheckRun {
  id: number;
  conclusion: Check['conclusion'];
  output: { title: string | null; summary: string | null };
  external_id: string | null;
}

/** @returns the newest run of the check on a commit; `null` where there is none. Errors: `Unreachable`, `Refused`. */
export async function findRun(
  client: Client,
  { owner, name: repo }: RepositoryRef,
  { commit, check }: { commit: string; check: OwnCheck },
): Promise<CheckRun | null> {
  const ours = 'app' in check ? { app_id: check.app } : { filter: 'all', per_page: 100 };
  const filter = { ref: commit, check_name: check.name, ...ours };
  const found = await fetchRest(client, 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
    owner,
    repo,
    ...filter,
  });
  const { check_runs: runs } = found as { check_runs: CheckRun[] };
  return runs.find((run) => 'app' in check || run.external_id === check.mark) ?? null;
}

/** GitHub takes no more in one request. */
const mostAnnotations = 50;

/** Says something of a commit, in the place of a run where one is named. Errors: `Unreachable`, `Refused`. */
export async function writeRun(
  client: Client,
  { owner, name: repo }: RepositoryRef,
  written: {
    commit: string;
    check: OwnCheck;
    says: Check & { annotations?: Annotation[] };
    instead?: number | undefined;
  },
): Promise<void> {
  const { commit, check, says, instead } = written;
  const { conclusion, title, summary, annotations = [] } = says;
  const lines = annotations.slice(0, mostAnnotations).map(lineOf);
  const output = { title, summary, ...(lines.length > 0 ? { annotations: lines } : {}) };
  const run = { owner, repo, status: 'completed', conclusion, output };
  if (instead === undefined) {
    const mark = 'mark' in check ? { external_id: check.mark } : {};
    const made = { ...run, name: check.name, head_sha: commit, ...mark };
    await changeRest(client, 'POST /repos/{owner}/{repo}/check-runs', made);
  } else {
    const route = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}';
    await changeRest(client, route, { ...run, check_run_id: instead });
  }
}

const lineOf = ({ path, line, column, message }: Annotation) => ({
  path,
  start_line: line,
  end_line: line,
  start_column: column,
  end_column: column,
  annotation_level: 'failure',
  message,
});
