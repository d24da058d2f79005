import { type IssueRef, printRef } from '../../model/facts.ts';
import type { IssueReading } from '../../model/ports.ts';
import { findChecklists, type Ownership } from './checklists.ts';
import { ask, type Client } from './client.ts';
import { explainGraph, type GraphError } from './errors.ts';
import type { IssueAnswer, RepositoryAnswer } from './issue-answer.ts';
import { issueDocument } from './issue-document.ts';
import { canDoWithout, factsOf } from './issue-facts.ts';

/**
 * Reads an issue and the blob ids of files in one request; in more only where the issue has over 100 comments and
 * none of the first 100 is a checklist of ours.
 */
export async function readIssue(
  client: Client,
  { ref, paths, ...ownership }: { ref: IssueRef; paths: string[] } & Ownership,
): Promise<IssueReading | null> {
  const doing = `reading ${printRef(ref)}`;
  const { data, errors } = await ask<IssueAnswer>(client, {
    document: issueDocument(paths.length),
    variables: {
      owner: ref.owner,
      name: ref.repository,
      number: ref.number,
      ...Object.fromEntries(paths.map((path, index) => [`file${index}`, `HEAD:${path}`])),
    },
    doing,
  });
  const faults = errors.filter((error) => !canDoWithout(error) && !saysThereIsNoIssue(error));
  if (faults.length > 0) throw explainGraph(faults, doing);
  const { repository } = data;
  if (!repository?.issue) return null;
  const [checklist = null, ...surplusChecklists] = await findChecklists(client, repository.issue, ownership);
  return {
    issue: {
      ...factsOf(repository.issue, { ref, errors, ownLogin: ownership.ownLogin ?? data.viewer?.login ?? null }),
      archived: repository.isArchived,
      checklist,
      surplusChecklists,
    },
    blobs: blobsOf(repository, paths),
    webUrl: new URL(repository.url).origin,
  };
}

/** GitHub says the same of what isn't there and of what may not be seen. */
function saysThereIsNoIssue({ type, path }: GraphError): boolean {
  return type === 'NOT_FOUND' && ['repository', 'repository.issue'].includes(path?.join('.') ?? '');
}

function blobsOf(repository: RepositoryAnswer, paths: string[]): Record<string, string | null> {
  return Object.fromEntries(paths.map((path, index) => [path, repository[`file${index}`]?.oid ?? null]));
}
