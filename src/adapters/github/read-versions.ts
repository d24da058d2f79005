import type { RepositoryRef } from '../../model/facts.ts';
import type { RepositoryFile } from '../../model/repository-file.ts';
import { ask, type Client } from './client.ts';
import { explainGraph } from './errors.ts';
import { type BlobNode, blobFields, textOf } from './read-files.ts';

/** Who breaks a file more often than that in a row can be told, but not be helped by what it said before. */
const mostVersions = 10;

interface CommitsAnswer {
  repository: {
    defaultBranchRef: { target: { history?: { nodes: ({ oid: string } | null)[] | null } } | null } | null;
  };
}

/**
 * Reads what the latest commits of the default branch that touched a file made of it, newest first: in two requests, and
 * another one for each version that is too long for GraphQL. Errors: as `ask`.
 */
export async function readVersions(
  client: Client,
  repository: RepositoryRef,
  path: string,
): Promise<(RepositoryFile | null)[]> {
  const doing = `reading the history of ${path} in ${repository.owner}/${repository.name}`;
  const commits = await readCommits(client, { repository, path, doing });
  if (commits.length === 0) return [];
  const expressions = commits.map((commit, index) => [`version${index}`, `${commit}:${path}`]);
  const variables = { ...repository, ...Object.fromEntries(expressions) };
  const document = versionsDocument(commits.length);
  const { data, errors } = await ask<{ repository: Record<string, BlobNode | null> | null }>(client, {
    document,
    variables,
    doing,
  });
  const versions = data.repository;
  if (errors.length > 0 || !versions) throw explainGraph(errors, doing);
  return Promise.all(
    commits.map(async (commit, index) => {
      const blob = versions[`version${index}`];
      return blob ? { path, blob: blob.oid, commit, ...(await textOf(client, { repository, blob })) } : null;
    }),
  );
}

async function readCommits(
  client: Client,
  { repository, path, doing }: { repository: RepositoryRef; path: string; doing: string },
): Promise<string[]> {
  const variables = { ...repository, path, most: mostVersions };
  const { data, errors } = await ask<Partial<CommitsAnswer>>(client, { document: commitsDocument, variables, doing });
  if (errors.length > 0 || !data.repository) throw explainGraph(errors, doing);
  const nodes = data.repository.defaultBranchRef?.target?.history?.nodes ?? [];
  return nodes.flatMap((node) => (node ? [node.oid] : []));
}

const commitsDocument = `query ($owner: String!, $name: String!, $path: String!, $most: Int!) {
  repository(owner: $owner, name: $name) {
    defaultBranchRef { target { ... on Commit { history(first: $most, path: $path) { nodes { oid } } } } }
  }
}`;

function versionsDocument(versions: number): string {
  const indexes = Array.from({ length: versions }, (_, index) => index);
  const parameters = indexes.map((index) => `, $version${index}: String!`).join('');
  const blobs = indexes.map((index) => `version${index}: object(expression: $version${index}) { ${blobFields} }`);
  return `query ($owner: String!, $name: String!${parameters}) {
  repository(owner: $owner, name: $name) {
    ${blobs.join('\n    ')}
  }
}`;
}
