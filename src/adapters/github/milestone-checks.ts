import type { RepositoryRef } from '../../model/facts.ts';
import type { Check, PostedCheck, PullFacts } from '../../model/pull-request.ts';
import type { MilestoneChecks } from '../../model/pull-request-ports.ts';
import { ask, type Client, changeRest, fetchRest } from './client.ts';
import { explainGraph } from './errors.ts';
import { type List, seen } from './issue-answer.ts';
import { pageSize } from './issue-document.ts';
import { indexOf } from './issue-index.ts';

/** The name of the check, by which rules of a branch require it. */
const checkName = 'Remit / milestone';

interface PullNode {
  number: number;
  headRefOid: string;
  baseRefName: string;
  labels: List<{ name: string }> | null;
  milestone: { title: string } | null;
  state?: 'OPEN' | 'CLOSED' | 'MERGED';
}

const fields = `number headRefOid baseRefName milestone { title } labels(first: ${pageSize}) { nodes { name } }`;

const pullDocument = `query ($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) { pullRequest(number: $number) { ${fields} state } }
}`;

const pullsDocument = `query ($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequests(first: ${pageSize}, after: $after, states: [OPEN], orderBy: { field: CREATED_AT, direction: DESC }) {
      pageInfo { hasNextPage endCursor }
      nodes { ${fields} }
    }
  }
}`;

interface PullsPage extends List<PullNode> {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Source: GitHub docs, REST API, Check runs. */
interface CheckNode {
  id: number;
  conclusion: Check['conclusion'];
  output: { title: string | null; summary: string | null };
}

/**
 * @returns the pull requests of a repository and Remit's check on them, as an installation of the App sees them: nobody
 * else may write checks. Its methods reject with `Unreachable` or `Refused`.
 */
export function connectMilestoneChecks(client: Client, { appId }: { appId: number }): MilestoneChecks {
  return {
    milestones: indexOf(client).milestones,
    openPull: (repository, number) => readOpenPull(client, repository, number),
    openPulls: (repository) => readOpenPulls(client, repository),
    async ownCheck({ owner, name }, commit) {
      const route = 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs';
      const filter = { ref: commit, check_name: checkName, app_id: appId };
      const found = await fetchRest(client, route, { owner, repo: name, ...filter });
      const [run] = (found as { check_runs: CheckNode[] }).check_runs;
      return run ? postedCheck(run) : null;
    },
    async writeCheck({ owner, name: repo }, { commit, check: { conclusion, title, summary }, instead }) {
      const check = { owner, repo, status: 'completed', conclusion, output: { title, summary } };
      if (instead === null) {
        await changeRest(client, 'POST /repos/{owner}/{repo}/check-runs', {
          ...check,
          name: checkName,
          head_sha: commit,
        });
      } else {
        await changeRest(client, 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
          ...check,
          check_run_id: instead.id,
        });
      }
    },
  };
}

/** @returns a pull request; `null` where there is none of the number, or it isn't open. Errors: `Refused`, `Unreachable`. */
export async function readOpenPull(
  client: Client,
  { owner, name }: RepositoryRef,
  number: number,
): Promise<PullFacts | null> {
  const doing = `reading ${owner}/${name}#${number}`;
  const { data, errors } = await ask<{ repository: { pullRequest: PullNode | null } | null }>(client, {
    document: pullDocument,
    variables: { owner, name, number },
    doing,
  });
  const faults = errors.filter(({ type }) => type !== 'NOT_FOUND');
  if (faults.length > 0) throw explainGraph(faults, doing);
  const pull = data.repository?.pullRequest ?? null;
  return pull?.state === 'OPEN' ? factsOf(pull) : null;
}

async function readOpenPulls(client: Client, { owner, name }: RepositoryRef): Promise<PullFacts[]> {
  const doing = `reading the open pull requests of ${owner}/${name}`;
  const pulls: PullFacts[] = [];
  let after: string | null = null;
  do {
    const variables: Record<string, unknown> = { owner, name, after };
    const { data, errors } = await ask<{ repository: { pullRequests: PullsPage } | null }>(client, {
      document: pullsDocument,
      variables,
      doing,
    });
    if (errors.length > 0 || !data.repository) throw explainGraph(errors, doing);
    const page: PullsPage = data.repository.pullRequests;
    pulls.push(...seen(page).map(factsOf));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return pulls;
}

const factsOf = ({ number, headRefOid, baseRefName, labels, milestone }: PullNode): PullFacts => ({
  number,
  commit: headRefOid,
  branch: baseRefName,
  labels: seen(labels).map((label) => label.name),
  milestone: milestone?.title ?? null,
});

const postedCheck = ({ id, conclusion, output }: CheckNode): PostedCheck => ({
  id,
  conclusion,
  title: output.title ?? '',
  summary: output.summary ?? '',
});
