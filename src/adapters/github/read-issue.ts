import { type IssueRef, printRef } from '../../model/facts.ts';
import type { IssueReading } from '../../model/ports.ts';
import { type Answer, ask, type Client } from './client.ts';
import { explainGraph, type GraphError, lacksField } from './errors.ts';
import type { IssueAnswer, IssueNode, RepositoryAnswer } from './issue-answer.ts';
import { type FieldsBeside, issueDocument } from './issue-document.ts';
import { canDoWithout, factsOf, standingOf } from './issue-facts.ts';
import { findOwnComments, type Ownership } from './own-comments.ts';

/** What a GitHub has: taken for granted until it says otherwise, as an older Enterprise Server does. */
export interface Features {
  issueTypes: boolean;
}

export interface Question {
  ref: IssueRef;
  paths: string[];
  features: Features;
}

/** What else is asked in the same request. */
interface Beside {
  fields(types: 'with types' | 'without types'): FieldsBeside;
  variables: Record<string, unknown>;
  /** Whether the rest of the answer can be used although this went wrong in it. */
  canDoWithout(error: GraphError): boolean;
}

/** The whole of an answer, for whoever asked for more. */
export interface WholeAnswer {
  reading: IssueReading;
  node: IssueNode;
  answer: Answer<IssueAnswer>;
}

/**
 * Reads an issue and the blob ids of files in one request; in more only where the issue has over 100 comments and
 * none of the first 100 is a checklist of ours, and where GitHub turns out to have no issue types.
 */
export async function readIssue(client: Client, question: Question & Ownership): Promise<IssueReading | null> {
  return (await readIssueAnd(client, question, null))?.reading ?? null;
}

/** Reads an issue, and what else is asked for beside it. */
export async function readIssueAnd(
  client: Client,
  { ref, paths, features, ...ownership }: Question & Ownership,
  beside: Beside | null,
): Promise<WholeAnswer | null> {
  const doing = `reading ${printRef(ref)}`;
  const answer = await askForIssue(client, { ref, paths, features, beside }, doing);
  const faults = answer.errors.filter(
    (error) => !canDoWithout(error) && !saysThereIsNoIssue(error) && !beside?.canDoWithout(error),
  );
  if (faults.length > 0) throw explainGraph(faults, doing);
  const { repository, viewer } = answer.data;
  if (!repository?.issue) return null;
  const errors = answer.errors.filter(({ path }) => path?.[0] === 'repository');
  const reading = {
    issue: {
      ...factsOf(repository.issue, { ref, errors, ownLogin: ownership.ownLogin ?? viewer?.login ?? null }),
      ...standingOf(repository),
      ...(await findOwnComments(client, repository.issue, ownership)),
    },
    blobs: blobsOf(repository, paths),
    webUrl: new URL(repository.url).origin,
  };
  return { reading, node: repository.issue, answer };
}

function askForIssue(
  client: Client,
  { ref, paths, features, beside }: Question & { beside: Beside | null },
  doing: string,
): Promise<Answer<IssueAnswer>> {
  const variables = { owner: ref.owner, name: ref.repository, number: ref.number, ...fileVariables(paths) };
  return withTypesIfAny(features, (types) =>
    ask<IssueAnswer>(client, {
      document: issueDocument({ files: paths.length, types, beside: beside?.fields(types) ?? null }),
      variables: { ...variables, ...beside?.variables },
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
