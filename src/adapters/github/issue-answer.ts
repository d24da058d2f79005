/** The shape of what `issueDocument` asks for. Lists hold `null` where an entry may not be seen. */
export interface IssueAnswer {
  /** `null` when an error stands in its place. */
  viewer: { login: string } | null;
  repository: RepositoryAnswer | null;
}

/** Besides these, `file0`, `file1`, … in the order of the paths. */
export interface RepositoryAnswer {
  url: string;
  isArchived: boolean;
  hasIssuesEnabled: boolean;
  issue: IssueNode | null;
  [file: `file${number}`]: { oid: string } | null;
}

/** The shape of what `issuePageDocument` asks for. */
export interface IssuePageAnswer {
  viewer: { login: string } | null;
  rateLimit: { limit: number; remaining: number; resetAt: string } | null;
  repository: (Omit<RepositoryAnswer, 'issue'> & { issues: IssuesNode | null }) | null;
}

interface IssuesNode extends List<IssueNode> {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export interface IssueNode {
  __typename: 'Issue' | 'PullRequest';
  id: string;
  number: number;
  title: string;
  body: string;
  /** Only an issue has it. */
  state?: 'OPEN' | 'CLOSED';
  /** Only a pull request has it. */
  pullState?: 'OPEN' | 'CLOSED' | 'MERGED';
  locked: boolean;
  createdAt: string;
  updatedAt: string;
  author: ActorNode | null;
  labels: List<{ id: string; name: string }> | null;
  /** Only an issue has it, and not on every GitHub. */
  issueType?: { name: string } | null;
  assignees: List<{ login: string }> | null;
  milestone: {
    id: string;
    number: number;
    title: string;
    state: 'OPEN' | 'CLOSED';
    closedAt: string | null;
    description: string | null;
  } | null;
  /** The last of them; `null` when an error stands in their place. */
  turns: List<TurnNode> | null;
  /** Only an issue has it. */
  parent?: ParentNode | null;
  /** Only an issue has it. */
  subIssuesSummary?: { completed: number; total: number };
  comments: CommentsNode;
  /** `null` when an error stands in its place. */
  timelineItems: (List<ChangeNode> & { pageInfo: { hasPreviousPage: boolean } }) | null;
}

export interface ParentNode {
  number: number;
  title: string;
  state: 'OPEN' | 'CLOSED';
  labels: List<{ name: string }> | null;
  issueType?: { name: string } | null;
  repository: { name: string; owner: { login: string } };
  parent?: ParentNode | null;
}

export interface CommentsNode extends List<CommentNode> {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export interface CommentNode {
  id: string;
  body: string;
  viewerDidAuthor: boolean;
  author: ActorNode | null;
  /** `null` where nobody edited it. */
  lastEditedAt: string | null;
  editor: ActorNode | null;
}

export type ChangeNode = { createdAt: string; actor: ActorNode | null } & (
  | { __typename: 'LabeledEvent' | 'UnlabeledEvent'; label: { name: string } }
  | { __typename: 'MilestonedEvent' | 'DemilestonedEvent'; milestoneTitle: string }
  | { __typename: 'AssignedEvent' | 'UnassignedEvent'; assignee: { login?: string } | null }
  | {
      __typename: 'ParentIssueAddedEvent' | 'ParentIssueRemovedEvent';
      parent: { number: number; repository: ParentNode['repository'] } | null;
    }
  | { __typename: 'CommentDeletedEvent'; deletedCommentAuthor: ActorNode | null }
);

export type TurnNode = { createdAt: string; actor: ActorNode | null } & (
  | { __typename: 'ClosedEvent' | 'ReopenedEvent' }
  | { __typename: 'RenamedTitleEvent'; previousTitle: string; currentTitle: string }
);

export interface ActorNode {
  __typename: string;
  login: string;
}

export interface List<Node> {
  nodes: (Node | null)[] | null;
}

/** @returns the entries that may be seen. */
export function seen<Node>(list: List<Node> | null): Node[] {
  return (list?.nodes ?? []).filter((node) => node !== null);
}
