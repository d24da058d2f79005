import type { RepositoryRef } from '../../model/facts.ts';
import type { IssuePage, PageChoice } from '../../model/ports.ts';
import { ask, type Client } from './client.ts';
import { explainGraph, type GraphError } from './errors.ts';
import type { IssueNode, IssuePageAnswer } from './issue-answer.ts';
import { issuePageDocument } from './issue-document.ts';
import { canDoWithout, factsOf, standingOf } from './issue-facts.ts';
import { findOwnComments, type Ownership } from './own-comments.ts';
import { blobsOf, type Features, fileVariables, withTypesIfAny } from './read-issue.ts';

interface Question extends PageChoice {
  repository: RepositoryRef;
  paths: string[];
  features: Features;
}

const orders = {
  newest: { field: 'CREATED_AT', direction: 'DESC' },
  neglected: { field: 'UPDATED_AT', direction: 'ASC' },
};

/**
 * Reads a page of the open issues with all that a decision needs, and the blob ids of files, in one request; in more only
 * for issues with over 100 comments and none of the first 100 a checklist of ours.
 */
export async function readIssuePage(client: Client, question: Question & Ownership): Promise<IssuePage | null> {
  const { repository: place, paths, features, first, after, size, milestone, ownLogin } = question;
  const doing = `reading the open issues of ${place.owner}/${place.name}`;
  const { data, errors } = await withTypesIfAny(features, (types) =>
    ask<IssuePageAnswer>(client, {
      document: issuePageDocument({ files: paths.length, types, within: milestone ? 'a milestone' : undefined }),
      variables: {
        ...place,
        size,
        after,
        order: orders[first],
        ...(milestone ? { milestone: String(milestone) } : {}),
        ...fileVariables(paths),
        ...triedOnce(size),
      },
      doing,
    }),
  );
  const { repository, viewer, rateLimit } = data;
  if (!repository && errors.every(({ type }) => type === 'NOT_FOUND')) return null;
  const faults = errors.filter((error) => !canDoWithout(error) && indexOf(error) === null);
  if (faults.length > 0 || !repository?.issues) throw explainGraph(faults.length > 0 ? faults : errors, doing);
  const { nodes, totalCount, pageInfo } = repository.issues;
  const issues: IssuePage['issues'] = [];
  for (const [index, node] of (nodes ?? []).entries()) {
    const own = errors.filter((error) => indexOf(error) === index).map(withinIssue);
    if (node === null || own.some((error) => !canDoWithout(error))) continue;
    const comments = await findOwnComments(client, node, { ownLogin });
    const facts = factsOf(node, { ref: refOf(place, node), errors: own, ownLogin: ownLogin ?? viewer?.login ?? null });
    issues.push({ ...facts, ...standingOf(repository), ...comments });
  }
  return {
    issues,
    total: totalCount,
    next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    unread: (nodes ?? []).length - issues.length,
    blobs: blobsOf(repository, paths),
    webUrl: new URL(repository.url).origin,
    allowance: rateLimit && { left: rateLimit.remaining, of: rateLimit.limit, resetsAt: rateLimit.resetAt },
  };
}

/** A large page that GitHub does not give in time is asked for in smaller parts, and not once more as it is. */
const triedOnce = (size: number) => (size > 10 ? { request: { retries: 0 } } : {});

const refOf = ({ owner, name }: RepositoryRef, { number }: IssueNode) => ({ owner, repository: name, number });

/** An error's path within the page: `repository.issues.nodes.<index>.…`. */
function indexOf({ path = [] }: GraphError): number | null {
  const index = path[2] === 'nodes' ? path[3] : undefined;
  return typeof index === 'number' ? index : null;
}

const withinIssue = (error: GraphError): GraphError => ({ ...error, path: error.path?.slice(4) ?? [] });
