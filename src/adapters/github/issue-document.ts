/** How deep sub-issues can be nested; source: GitHub docs, Adding sub-issues. */
const mostLevels = 8;

/** The most that GitHub gives of a list at once. */
export const pageSize = 100;

const commentFields = `
  totalCount
  pageInfo { hasNextPage endCursor }
  nodes { id body viewerDidAuthor author { __typename login } }`;

const changes = '[LABELED_EVENT, UNLABELED_EVENT, MILESTONED_EVENT, DEMILESTONED_EVENT]';

const changeFields = (event: string, what: string) =>
  `... on ${event} { createdAt actor { __typename login } ${what} }`;

/** Issues and pull requests have these alike, though GitHub's schema has no name for it. */
const sharedFields = `
  id number title body locked createdAt
  author { __typename login }
  labels(first: ${pageSize}) { nodes { id name } }
  milestone { id number title state }
  comments(first: ${pageSize}) {${commentFields} }
  timelineItems(last: ${pageSize}, itemTypes: ${changes}) {
    pageInfo { hasPreviousPage }
    nodes {
      __typename
      ${changeFields('LabeledEvent', 'label { name }')}
      ${changeFields('UnlabeledEvent', 'label { name }')}
      ${changeFields('MilestonedEvent', 'milestoneTitle')}
      ${changeFields('DemilestonedEvent', 'milestoneTitle')}
    }
  }`;

/** The chain of parents, one inside the other. */
function parentFields(levels: number): string {
  if (levels === 0) return '';
  return `parent {
    number title state
    labels(first: 20) { nodes { name } }
    repository { name owner { login } }
    ${parentFields(levels - 1)}
  }`;
}

/** Asks for one issue, and for the blob ids of as many files of the default branch. */
export function issueDocument(files: number): string {
  const indexes = Array.from({ length: files }, (_, index) => index);
  const parameters = indexes.map((index) => `, $file${index}: String!`).join('');
  const blobs = indexes.map((index) => `file${index}: object(expression: $file${index}) { oid }`).join('\n    ');
  return `query ($owner: String!, $name: String!, $number: Int!${parameters}) {
  repository(owner: $owner, name: $name) {
    url isArchived
    issue: issueOrPullRequest(number: $number) {
      __typename
      ... on Issue { ${sharedFields} state ${parentFields(mostLevels)} }
      ... on PullRequest { ${sharedFields} pullState: state }
    }
    ${blobs}
  }
}`;
}

/** Asks for a further page of an issue's comments. */
export const commentsDocument = `query ($id: ID!, $after: String!) {
  node(id: $id) {
    ... on Issue { comments(first: ${pageSize}, after: $after) {${commentFields} } }
    ... on PullRequest { comments(first: ${pageSize}, after: $after) {${commentFields} } }
  }
}`;
