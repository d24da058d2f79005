import type { RepositoryRef } from '../../model/facts.ts';
import type { PostedCheck, PullFacts } from '../../model/pull-request.ts';
import type { MilestoneChecks } from '../../model/pull-request-ports.ts';
import { type CheckRun, findRun, type OwnCheck, writeRun } from './check-runs.ts';
import { ask, type Client } from './client.ts';
import { explainGraph } from './errors.ts';
import { type List, seen } from './issue-answer.ts';
import { pageSize } from './issue-document.ts';
import { indexOf } from './issue-index.ts';

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

/**
 * @returns the pull requests of a repository and Remit's check on them, as an installation of the App sees them: nobody
 * else may write checks. Its methods reject with `Unreachable` or `Refused`.
 */
export function connectMilestoneChecks(client: Client, { appId }: { appId: number }): MilestoneChecks {
  const check: OwnCheck = { name: 'Remit / milestone', app: appId };
  return {
    milestones: indexOf(client).milestones,
    openPull: (repository, number) => readOpenPull(client, repository, number),
    openPulls: (repository) => readOpenPulls(client, repository),
    async ownCheck(repository, commit) {
      const run = await findRun(client, repository, { commit, check });
      return run && postedCheck(run);
    },
    writeCheck: (repository, { commit, check: says, instead }) =>
      writeRun(client, repository, { commit, check, says, instead: instead?.id }),
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

const postedCheck = ({ id, conclusion, output }: CheckRun): PostedCheck => ({
  id,
  conclusion,
  title: output.title ?? '',
  summary: output.summary ?? '',
});
