import type { AskedBeside } from '../../model/command-ports.ts';
import type { IssueRef, RepositoryRef } from '../../model/facts.ts';
import { type FieldsBeside, pageSize, parentFields } from './issue-document.ts';

const reactable = 'body viewerDidAuthor reactionGroups { content viewerHasReacted }';

/** What a page of a repository's labels or milestones holds. */
export const listed = {
  labels: { arguments: '', fields: 'id name' },
  milestones: { arguments: ', orderBy: { field: NUMBER, direction: DESC }', fields: 'id number title state' },
};

export type Listed = keyof typeof listed;

const page = (list: Listed, after = '') =>
  `${list}(first: ${pageSize}${listed[list].arguments}${after}) {
      pageInfo { hasNextPage endCursor }
      nodes { ${listed[list].fields} }
    }`;

/** Asks for a further page of a list. */
export const listDocument = (list: Listed): string => `query ($owner: String!, $name: String!, $after: String!) {
  repository(owner: $owner, name: $name) { ${page(list, ', after: $after')} }
}`;

/** Asks for what commands name, and for what has become of the comment that they stand in. */
export function askedFields({ needs }: AskedBeside, types: 'with types' | 'without types'): FieldsBeside {
  const type = types === 'with types' ? 'issueType { name }' : '';
  const { labels, milestones, logins, issues, repositories } = needs;
  return {
    parameters: [
      ', $to: ID!',
      ...logins.map((_, index) => `, $login${index}: String!`),
      ...issues.map((_, index) => `, ${placeParameters('issue', index)}, $issueNumber${index}: Int!`),
      ...repositories.map((_, index) => `, ${placeParameters('place', index)}`),
    ].join(''),
    inRepository: [
      'isPrivate owner { __typename }',
      ...(labels ? [`all${page('labels').replace(/^l/, 'Labels: l')}`] : []),
      ...(milestones ? [`all${page('milestones').replace(/^m/, 'Milestones: m')}`] : []),
      ...logins.map(
        (_, index) => `assignable${index}: assignableUsers(first: 20, query: $login${index}) { nodes { id login } }`,
      ),
    ].join('\n    '),
    inQuery: [
      `comment: node(id: $to) {
    ... on IssueComment { ${reactable} }
    ... on Issue { ${reactable} }
    ... on PullRequest { ${reactable} }
  }`,
      ...issues.map(
        (_, index) => `issue${index}: repository(${placeArguments('issue', index)}) {
    issue: issueOrPullRequest(number: $issueNumber${index}) {
      __typename
      ... on Issue { id title state subIssuesSummary { total } ${parentFields(type)} }
      ... on PullRequest { id title pullState: state }
    }
  }`,
      ),
      ...repositories.map(
        (_, index) => `place${index}: repository(${placeArguments('place', index)}) {
    id name owner { login } isArchived hasIssuesEnabled isPrivate
  }`,
      ),
    ].join('\n  '),
  };
}

/** The values of its parameters. */
export function askedVariables({ to, needs: { logins, issues, repositories } }: AskedBeside): Record<string, unknown> {
  const named = <Each>(each: Each[], entries: (each: Each, index: number) => [string, unknown][]) =>
    each.flatMap((one, index) => entries(one, index));
  return Object.fromEntries([
    ['to', to],
    ...named(logins, (login, index) => [[`login${index}`, login]]),
    ...named(issues, ({ owner, repository, number }: IssueRef, index) => [
      [`issueOwner${index}`, owner],
      [`issueName${index}`, repository],
      [`issueNumber${index}`, number],
    ]),
    ...named(repositories, ({ owner, name }: RepositoryRef, index) => [
      [`placeOwner${index}`, owner],
      [`placeName${index}`, name],
    ]),
  ]);
}

const placeParameters = (of: string, index: number) => `$${of}Owner${index}: String!, $${of}Name${index}: String!`;
const placeArguments = (of: string, index: number) => `owner: $${of}Owner${index}, name: $${of}Name${index}`;
