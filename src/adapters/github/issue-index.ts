import type { DatedMilestone, RepositoryRef } from '../../model/facts.ts';
import type { IssueIndex } from '../../model/ports.ts';
import { ask, type Client } from './client.ts';
import { explainGraph } from './errors.ts';
import { type List, seen } from './issue-answer.ts';
import { pageSize } from './issue-document.ts';

interface Page<Node> extends List<Node> {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface MilestoneNode extends Omit<DatedMilestone, 'state'> {
  state: 'OPEN' | 'CLOSED';
}

type LabelList = List<{ name: string }> | null;

const issuesField = `issues(first: ${pageSize}, after: $after, states: [OPEN], orderBy: { field: CREATED_AT, direction: DESC }) {
      pageInfo { hasNextPage endCursor }
      nodes { number labels(first: ${pageSize}) { nodes { name } } }
    }`;

const milestonesField = `milestones(first: ${pageSize}, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { id number title state dueOn }
    }`;

const labelsField = `labels(first: ${pageSize}, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { name }
    }`;

/** @returns a repository's open issues and its labels, as whoever the client is signed in as may see them. */
export function indexOf(client: Client): IssueIndex {
  return {
    async labelledIssues(repository) {
      const nodes = await readAll<{ number: number; labels: LabelList }>(client, repository, {
        field: issuesField,
        name: 'issues',
      });
      const issues = nodes.map(({ number, labels }) => ({ number, labels: seen(labels).map(({ name }) => name) }));
      // An issue that was opened while the pages were read pushes another one onto the next page.
      return [...new Map(issues.map((issue) => [issue.number, issue])).values()];
    },
    async labels(repository) {
      const nodes = await readAll<{ name: string }>(client, repository, { field: labelsField, name: 'labels' });
      return nodes.map(({ name }) => name);
    },
    async milestones(repository) {
      const nodes = await readAll<MilestoneNode>(client, repository, { field: milestonesField, name: 'milestones' });
      return nodes.map(({ state, ...node }) => ({ ...node, state: state === 'OPEN' ? 'open' : 'closed' }));
    },
  };
}

async function readAll<Node>(
  client: Client,
  { owner, name }: RepositoryRef,
  connection: { field: string; name: string },
): Promise<Node[]> {
  const document = `query ($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    ${connection.field}
  }
}`;
  const doing = `reading the ${connection.name} of ${owner}/${name}`;
  const nodes: Node[] = [];
  let after: string | null = null;
  do {
    const variables: Record<string, unknown> = { owner, name, after };
    const { data, errors } = await ask<{ repository: Record<string, Page<Node>> | null }>(client, {
      document,
      variables,
      doing,
    });
    const page = data.repository?.[connection.name];
    if (errors.length > 0 || !page) throw explainGraph(errors, doing);
    nodes.push(...seen(page));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return nodes;
}
