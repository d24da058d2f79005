import { type RepositoryRef, repositoryKey } from '../../model/facts.ts';
import { ask, type Client } from './client.ts';
import { explainGraph } from './errors.ts';
import { pageSize } from './issue-document.ts';

interface HistoryAnswer {
  repository: { defaultBranchRef: { target: { history?: HistoryPage } | null } | null } | null;
}

interface HistoryPage {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: ({ committedDate: string } | null)[] | null;
}

const document = `query ($owner: String!, $name: String!, $path: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    defaultBranchRef { target { ... on Commit {
      history(first: ${pageSize}, path: $path, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { committedDate }
      }
    } } }
  }
}`;

/**
 * @returns a function that tells since when a repository has all of the files that it has of these, in ISO 8601: for
 * whoever has no installation of an App to ask since when Remit is there. `null` where it has none of them. Each
 * repository is asked once. Errors: `Refused` when it can't be seen; `Unreachable`.
 */
export function arrivals(
  client: Client,
  pathsIn: (repository: RepositoryRef) => string[],
): (repository: RepositoryRef) => Promise<string | null> {
  const known = new Map<string, Promise<string | null>>();
  return (repository) => {
    const key = repositoryKey(repository);
    const arrival = known.get(key) ?? readArrival(client, repository, pathsIn(repository));
    known.set(key, arrival);
    arrival.catch(() => known.delete(key));
    return arrival;
  };
}

async function readArrival(client: Client, repository: RepositoryRef, paths: string[]): Promise<string | null> {
  const dates = await Promise.all(paths.map((path) => readFirstCommit(client, repository, path)));
  const came = dates.filter((date) => date !== null).sort((one, other) => Date.parse(one) - Date.parse(other));
  return came.at(-1) ?? null;
}

/** GitHub gives the newest first. @returns when the oldest commit of a path was made; `null` where there is none. */
async function readFirstCommit(client: Client, { owner, name }: RepositoryRef, path: string): Promise<string | null> {
  const doing = `reading since when ${owner}/${name} has ${path}`;
  let first: string | null = null;
  let after: string | null = null;
  do {
    const variables: Record<string, unknown> = { owner, name, path, after };
    const { data, errors } = await ask<HistoryAnswer>(client, { document, variables, doing });
    if (errors.length > 0 || !data.repository) throw explainGraph(errors, doing);
    const page: HistoryPage | undefined = data.repository.defaultBranchRef?.target?.history;
    first = page?.nodes?.at(-1)?.committedDate ?? first;
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return first;
}
