import { mostTurns } from '../../model/facts.ts';

/** How deep sub-issues can be nested; source: GitHub docs, Adding sub-issues. */
const mostLevels = 8;

/** The most that GitHub gives of a list at once. */
export const pageSize = 100;

const commentFields = `
  totalCount
  pageInfo { hasNextPage endCursor }
  nodes { id body viewerDidAuthor author { __typename login } lastEditedAt editor { __typename login } }`;

const assignee = 'assignee { ... on User { login } ... on Bot { login } ... on Mannequin { login } }';
const parent = 'parent { number repository { name owner { login } } }';

/** What is asked of each kind of change, by its GraphQL type. */
const changes = {
  LabeledEvent: 'label { name }',
  UnlabeledEvent: 'label { name }',
  MilestonedEvent: 'milestoneTitle',
  DemilestonedEvent: 'milestoneTitle',
  AssignedEvent: assignee,
  UnassignedEvent: assignee,
  ParentIssueAddedEvent: parent,
  ParentIssueRemovedEvent: parent,
  CommentDeletedEvent: 'deletedCommentAuthor { __typename login }',
};

const turns = { ClosedEvent: '', ReopenedEvent: '', RenamedTitleEvent: 'previousTitle currentTitle' };

const fieldsOf = (events: Record<string, string>): string =>
  Object.entries(events)
    .map(([event, what]) => `... on ${event} { createdAt actor { __typename login } ${what} }`)
    .join('\n      ');

const kindsOf = (events: Record<string, string>): string =>
  Object.keys(events)
    .map((event) => event.replace(/\B[A-Z]/g, '_$&').toUpperCase())
    .join(', ');

/** Issues and pull requests have these alike, though GitHub's schema has no name for it. */
const sharedFields = `
  id number title body locked createdAt updatedAt
  author { __typename login }
  labels(first: ${pageSize}) { nodes { id name } }
  assignees(first: 10) { nodes { login } }
  milestone { id number title state closedAt description }
  comments(first: ${pageSize}) {${commentFields} }
  turns: timelineItems(last: ${mostTurns}, itemTypes: [${kindsOf(turns)}]) { nodes { __typename ${fieldsOf(turns)} } }
  timelineItems(last: ${pageSize}, itemTypes: [${kindsOf(changes)}]) {
    pageInfo { hasPreviousPage }
    nodes {
      __typename
      ${fieldsOf(changes)}
    }
  }`;

/** The chain of parents, one inside the other. */
export function parentFields(type: string, levels = mostLevels): string {
  if (levels === 0) return '';
  return `parent {
    number title state ${type}
    labels(first: ${pageSize}) { nodes { name } }
    repository { name owner { login } }
    ${parentFields(type, levels - 1)}
  }`;
}

/** What is asked beside the issue. */
interface Asked {
  /** Of so many files of the default branch the blob ids are wanted. */
  files: number;
  types: 'with types' | 'without types';
}

/** Fields that are asked for beside an issue, with the parameters that they need. */
export interface FieldsBeside {
  parameters: string;
  inRepository: string;
  inQuery: string;
}

/** Asks for one issue, for the blob ids of files, and for what else is wanted. */
export function issueDocument({ files, types, beside }: Asked & { beside: FieldsBeside | null }): string {
  return `query ($owner: String!, $name: String!, $number: Int!${fileParameters(files)}${beside?.parameters ?? ''}) {
  viewer { login }
  ${beside?.inQuery ?? ''}
  repository(owner: $owner, name: $name) {
    url isArchived hasIssuesEnabled
    issue: issueOrPullRequest(number: $number) {
      __typename
      ... on Issue { ${issueFields(types)} }
      ... on PullRequest { ${sharedFields} pullState: state }
    }
    ${fileFields(files)}
    ${beside?.inRepository ?? ''}
  }
}`;
}

/** Asks for a page of the open issues, all or those of a milestone, with the same of each, and for the blob ids of files. */
export function issuePageDocument({ files, types, within }: Asked & { within?: 'a milestone' | undefined }): string {
  const [parameter, filter] = within
    ? [', $milestone: String!', ', filterBy: { milestoneNumber: $milestone }']
    : ['', ''];
  return `query (
  $owner: String!, $name: String!, $size: Int!, $after: String, $order: IssueOrder!${parameter}${fileParameters(files)}
) {
  viewer { login }
  rateLimit { limit remaining resetAt }
  repository(owner: $owner, name: $name) {
    url isArchived hasIssuesEnabled
    issues(first: $size, after: $after, states: [OPEN], orderBy: $order${filter}) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { __typename ${issueFields(types)} }
    }
    ${fileFields(files)}
  }
}`;
}

function issueFields(types: Asked['types']): string {
  const type = types === 'with types' ? 'issueType { name }' : '';
  return `${sharedFields} state subIssuesSummary { completed total } ${type} ${parentFields(type)}`;
}

const fileParameters = (files: number): string =>
  Array.from({ length: files }, (_, index) => `, $file${index}: String!`).join('');

const fileFields = (files: number): string =>
  Array.from({ length: files }, (_, index) => `file${index}: object(expression: $file${index}) { oid }`).join('\n    ');

/** Asks for a further page of an issue's comments. */
export const commentsDocument = `query ($id: ID!, $after: String!) {
  node(id: $id) {
    ... on Issue { comments(first: ${pageSize}, after: $after) {${commentFields} } }
    ... on PullRequest { comments(first: ${pageSize}, after: $after) {${commentFields} } }
  }
}`;
