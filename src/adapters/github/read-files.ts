import type { RepositoryRef } from '../../model/facts.ts';
import type { RepositoryFile } from '../../model/repository-file.ts';
import { decodeDocument, largestDocument } from '../../text/decode.ts';
import { ask, type Client, fetchRest } from './client.ts';
import { explainGraph } from './errors.ts';

interface FilesAnswer {
  repository:
    | ({ defaultBranchRef: { target: Record<string, HistoryNode> | null } | null } & Record<string, unknown>)
    | null;
}

interface HistoryNode {
  nodes: ({ oid: string } | null)[] | null;
}

/** What is asked of an object in Git to read it as a file. */
export const blobFields = `__typename oid
      ... on Blob { text isBinary isTruncated byteSize }`;

/** A file; or, without the fields of one, a folder or a submodule. */
export interface BlobNode {
  __typename: string;
  oid: string;
  text?: string | null;
  isBinary?: boolean | null;
  isTruncated?: boolean;
  byteSize?: number;
}

/**
 * Reads files of the default branch, or of another commit, and the last commit of each on the default branch, all in one
 * request; another one for each file that is too long for GraphQL. Errors: `Refused` when the repository can't be seen.
 */
export async function readFiles(
  client: Client,
  repository: RepositoryRef,
  paths: string[],
  { commit = 'HEAD' }: { commit?: string } = {},
): Promise<(RepositoryFile | null)[]> {
  if (paths.length === 0) return [];
  const doing = `reading the files of ${repository.owner}/${repository.name}`;
  const expressions = paths.flatMap((path, index) => [
    [`file${index}`, `${commit}:${path}`],
    [`path${index}`, path],
  ]);
  const variables = { ...repository, ...Object.fromEntries(expressions) };
  const { data, errors } = await ask<FilesAnswer>(client, { document: filesDocument(paths.length), variables, doing });
  // Looking through a long history may take GitHub too long; a text without its commit still serves.
  const faults = errors.filter(({ path }) => !path?.includes('defaultBranchRef'));
  if (faults.length > 0 || !data.repository) throw explainGraph(errors, doing);
  const { defaultBranchRef: branch, ...blobs } = data.repository;
  return Promise.all(
    paths.map(async (path, index) => {
      const blob = blobs[`file${index}`] as BlobNode | null;
      if (!blob) return null;
      const commit = branch?.target?.[`commits${index}`]?.nodes?.[0]?.oid ?? null;
      return { path, blob: blob.oid, commit, ...(await textOf(client, { repository, blob })) };
    }),
  );
}

type Text = Pick<RepositoryFile, 'text' | 'unreadable'>;

/** Reads the text of a file, with another request where it is too long for GraphQL. */
export async function textOf(
  client: Client,
  { repository, blob }: { repository: RepositoryRef; blob: BlobNode },
): Promise<Text> {
  const { __typename: type, text, isBinary, isTruncated, byteSize = 0, oid } = blob;
  if (type !== 'Blob') return unreadable('it is a folder, not a file');
  if (byteSize > largestDocument) return unreadable('it is larger than 5 MB and was not read');
  if (isBinary) return unreadable('it is a binary file, not a document');
  if (typeof text === 'string' && !isTruncated) return { text };
  const whole = decodeDocument(await readBlob(client, repository, oid), 'it');
  return typeof whole === 'string' ? { text: whole } : unreadable(whole.problem);
}

const unreadable = (because: string): Text => ({ text: '', unreadable: because });

/** Source: GitHub docs, REST API, Get a blob: up to 100 MB, in Base64. */
async function readBlob(client: Client, { owner, name }: RepositoryRef, oid: string): Promise<Uint8Array> {
  const route = 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}';
  const blob = (await fetchRest(client, route, { owner, repo: name, file_sha: oid })) as { content: string };
  return Buffer.from(blob.content, 'base64');
}

function filesDocument(files: number): string {
  const indexes = Array.from({ length: files }, (_, index) => index);
  const parameters = indexes.map((index) => `, $file${index}: String!, $path${index}: String!`).join('');
  const blobs = indexes.map(
    (index) => `file${index}: object(expression: $file${index}) {
      ${blobFields}
    }`,
  );
  const commits = indexes.map((index) => `commits${index}: history(first: 1, path: $path${index}) { nodes { oid } }`);
  return `query ($owner: String!, $name: String!${parameters}) {
  repository(owner: $owner, name: $name) {
    ${blobs.join('\n    ')}
    defaultBranchRef { target { ... on Commit {
      ${commits.join('\n      ')}
    } } }
  }
}`;
}
