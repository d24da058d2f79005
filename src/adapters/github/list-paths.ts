import type { RepositoryRef } from '../../model/facts.ts';
import { type Client, fetchRest } from './client.ts';

interface TreeAnswer {
  tree: { path: string; type: string }[];
  truncated: boolean;
}

/**
 * @returns the paths of all files of a commit; `null` where they are more than GitHub lists at once, 100,000 or 7 MB.
 * Source: GitHub docs, REST API, Get a tree.
 */
export async function listPaths(
  client: Client,
  { owner, name }: RepositoryRef,
  commit: string,
): Promise<string[] | null> {
  const route = 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}';
  const answer = await fetchRest(client, route, { owner, repo: name, tree_sha: commit, recursive: '1' });
  const { tree, truncated } = answer as TreeAnswer;
  return truncated ? null : tree.filter(({ type }) => type === 'blob').map(({ path }) => path);
}
