import type { IssueRef } from '../../model/facts.ts';
import type { Child } from '../../model/ports.ts';
import { ask, type Client } from './client.ts';
import { explainGraph } from './errors.ts';
import { type List, seen } from './issue-answer.ts';
import { pageSize } from './issue-document.ts';

interface ChildrenAnswer {
  repository: { issue: { subIssues: ChildrenNode } | null } | null;
}

interface ChildrenNode extends List<ChildNode> {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface ChildNode {
  number: number;
  state: 'OPEN' | 'CLOSED';
  subIssuesSummary: { total: number };
  repository: { name: string; owner: { login: string } };
}

const document = `query ($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    issue(number: $number) {
      subIssues(first: ${pageSize}, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { number state subIssuesSummary { total } repository { name owner { login } } }
      }
    }
  }
}`;

/** @returns an issue's own sub-issues, read 100 a request; none where there is no such issue any more. */
export async function childrenOf(client: Client, { owner, repository: name, number }: IssueRef): Promise<Child[]> {
  const doing = `reading the sub-issues of ${owner}/${name}#${number}`;
  const children: Child[] = [];
  let after: string | null = null;
  do {
    const variables: Record<string, unknown> = { owner, name, number, after };
    const { data, errors } = await ask<ChildrenAnswer>(client, { document, variables, doing });
    if (errors.some(({ type }) => type !== 'NOT_FOUND')) throw explainGraph(errors, doing);
    const page: ChildrenNode | undefined = data.repository?.issue?.subIssues;
    if (!page) break;
    children.push(...seen(page).map(childOf));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return children;
}

const childOf = ({ number, state, subIssuesSummary, repository }: ChildNode): Child => ({
  ref: { owner: repository.owner.login, repository: repository.name, number },
  state: state === 'OPEN' ? 'open' : 'closed',
  isParent: subIssuesSummary.total > 0,
});
