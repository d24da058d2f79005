import { type IssueRef, printRef } from '../../model/facts.ts';
import type { IssueReading } from '../../model/ports.ts';
import { type Answer, ask, type Client } from './client.ts';
import { explainGraph, type GraphError, lacksField } from './errors.ts';
import type { IssueAnswer, RepositoryAnswer } from './issue-answer.ts';
import { issueDocument } from './issue-document.ts';
import { canDoWithout, factsOf } from './issue-facts.ts';
import { findOwnComments, type Ownership } from './own-comments.ts';

/** What a GitHub has: taken for granted until it says otherwise, as an older Enterprise Server does. */
export interface Features {
  issueTypes: boolean;
}

interface Question {
  ref: IssueRef;
  paths: string[];
  features: Features;
}

/**
 * Reads an issue and the blob ids of files in one request; in more only where the issue has over 100 comments and
 * none of the first 100 is a checklist of ours, and where GitHub turns out to have no issue types.
 */
export async function readIssue(
  client: Client,
  { ref, paths, features, ...ownership }: Question & Ownership,
): Promise<IssueReading | null> {
  const doing = `reading ${printRef(ref)}`;
  const { data, errors } = await askForIssue(client, { ref, paths, features }, doing);
  const faults = errors.filter((error) => !canDoWithout(error) && !saysThereIsNoIssue(error));
  if (faults.length > 0) throw explainGraph(faults, doing);
  const { repository } = data;
  if (!repository?.issue) return null;
  return {
    issue: {
      ...factsOf(repository.issue, { ref, errors, ownLogin: ownership.ownLogin ?? data.viewer?.login ?? null }),
      archived: repository.isArchived,
      ...(await findOwnComments(client, repository.issue, ownership)),
    },
    blobs: blobsOf(repository, paths),
    webUrl: new URL(repository.url).origin,
  };
}

function askForIssue(client: Client, { ref, paths, features }: Question, doing: string): Promise<Answer<IssueAnswer>> {
  return withTypesIfAny(features, (types) =>
    ask<IssueAnswer>(client, {
      document: issueDocument({ files: paths.length, types }),
      variables: { owner: ref.owner, name: ref.repository, number: ref.number, ...fileVariables(paths) },
      doing,
    }),
  );
}

export const fileVariables = (paths: string[]): Record<string, string> =>
  Object.fromEntries(paths.map((path, index) => [`file${index}`, `HEAD:${path}`]));

/** Asks for types of issues until GitHub says that it has none. */
export async function withTypesIfAny<Data>(
  features: Features,
  asking: (types: 'with types' | 'without types') => Promise<Data>,
): Promise<Data> {
  try {
    return await asking(features.issueTypes ? 'with types' : 'without types');
  } catch (error) {
    if (!features.issueTypes || !lacksField(error, 'issueType')) throw error;
    features.issueTypes = false;
    return asking('without types');
  }
}

type FileAnswers = Pick<RepositoryAnswer, `file${number}`>;

/** GitHub says the same of what isn't there and of what may not be seen. */
function saysThereIsNoIssue({ type, path }: GraphError): boolean {
  return type === 'NOT_FOUND' && ['repository', 'repository.issue'].includes(path?.join('.') ?? '');
}

export function blobsOf(repository: FileAnswers, paths: string[]): Record<string, string | null> {
  return Object.fromEntries(paths.map((path, index) => [path, repository[`file${index}`]?.oid ?? null]));
}
