import type { RepositoryRef } from '../../model/facts.ts';
import { ask, type Client } from './client.ts';
import { explainGraph } from './errors.ts';
import { type List, seen } from './issue-answer.ts';
import { pageSize } from './issue-document.ts';

interface OpenIssuesAnswer {
  repository: { issues: IssuesNode } | null;
}

interface IssuesNode extends List<{ number: number; milestone: { title: string } | null }> {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const document = `query ($owner: String!, $name: String!, $labels: [String!], $after: String) {
  repository(owner: $owner, name: $name) {
    issues(
      first: ${pageSize}, after: $after, labels: $labels, states: [OPEN]
      orderBy: { field: CREATED_AT, direction: DESC }
    ) {
      pageInfo { hasNextPage endCursor }
      nodes { number milestone { title } }
    }
  }
}`;

/**
 * @returns the numbers of the open issues, newest first, read 100 a request. A milestone is compared here and not by
 * GitHub, whose filter knows milestones by number only. Errors: `Refused` when the repository can't be seen.
 */
export async function openIssues(
  client: Client,
  { owner, name }: RepositoryRef,
  { label, milestone }: { label?: string; milestone?: string } = {},
): Promise<number[]> {
  const numbers = new Set<number>();
  const filter = label === undefined ? {} : { labels: [label] };
  let after: { after: string } | Record<string, never> = {};
  for (;;) {
    const page = await readPage(client, { owner, name, ...filter, ...after });
    for (const issue of seen(page)) {
      if (milestone === undefined || issue.milestone?.title === milestone) numbers.add(issue.number);
    }
    const { hasNextPage, endCursor } = page.pageInfo;
    if (!hasNextPage || endCursor === null) break;
    after = { after: endCursor };
  }
  // A transferred issue keeps the date of its opening; its number tells when it came.
  return [...numbers].sort((one, other) => other - one);
}

async function readPage(
  client: Client,
  variables: { owner: string; name: string; labels?: string[]; after?: string },
): Promise<IssuesNode> {
  const doing = `reading the open issues of ${variables.owner}/${variables.name}`;
  const { data, errors } = await ask<OpenIssuesAnswer>(client, { document, variables, doing });
  if (errors.length > 0 || !data.repository) throw explainGraph(errors, doing);
  return data.repository.issues;
}
