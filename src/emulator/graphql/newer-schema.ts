/**
 * What GitHub's schema has had since the package's copy of February 2025, as far as it is answered here. Source: GitHub
 * docs, GraphQL reference, Issues.
 */
const issueTypes = `
  type IssueType implements Node {
    id: ID!
    name: String!
    description: String
    color: IssueTypeColor!
    isEnabled: Boolean!
    isPrivate: Boolean! @deprecated
    issues(
      after: String before: String first: Int last: Int repositoryId: ID!
      filterBy: IssueFilters labels: [String!] orderBy: IssueOrder states: [IssueState!]
    ): IssueConnection!
  }
  enum IssueTypeColor { BLUE GRAY GREEN ORANGE PINK PURPLE RED YELLOW }
  type IssueTypeConnection { edges: [IssueTypeEdge] nodes: [IssueType] pageInfo: PageInfo! totalCount: Int! }
  type IssueTypeEdge { cursor: String! node: IssueType }
  enum IssueTypeOrderField { CREATED_AT NAME }
  input IssueTypeOrder { direction: OrderDirection! field: IssueTypeOrderField! }

  type IssueTypeAddedEvent implements Node { id: ID! actor: Actor createdAt: DateTime! issueType: IssueType }
  type IssueTypeRemovedEvent implements Node { id: ID! actor: Actor createdAt: DateTime! issueType: IssueType }
  type IssueTypeChangedEvent implements Node {
    id: ID! actor: Actor createdAt: DateTime! issueType: IssueType prevIssueType: IssueType
  }
  extend union IssueTimelineItems = IssueTypeAddedEvent | IssueTypeChangedEvent | IssueTypeRemovedEvent
  extend enum IssueTimelineItemsItemType { ISSUE_TYPE_ADDED_EVENT ISSUE_TYPE_CHANGED_EVENT ISSUE_TYPE_REMOVED_EVENT }

  extend type Issue { issueType: IssueType }
  extend type Repository {
    issueType(name: String!): IssueType
    issueTypes(after: String before: String first: Int last: Int orderBy: IssueTypeOrder): IssueTypeConnection
  }
  extend type Organization {
    issueTypes(after: String before: String first: Int last: Int orderBy: IssueTypeOrder): IssueTypeConnection
  }
  extend input IssueFilters { type: String }
  extend input CreateIssueInput { issueTypeId: ID }
  extend input UpdateIssueInput { issueTypeId: ID }

  input CreateIssueTypeInput {
    clientMutationId: String ownerId: ID! name: String! description: String color: IssueTypeColor isEnabled: Boolean!
  }
  input UpdateIssueTypeInput {
    clientMutationId: String issueTypeId: ID! name: String description: String color: IssueTypeColor isEnabled: Boolean
  }
  input DeleteIssueTypeInput { clientMutationId: String issueTypeId: ID! }
  input UpdateIssueIssueTypeInput { clientMutationId: String issueId: ID! issueTypeId: ID }
  type CreateIssueTypePayload { clientMutationId: String issueType: IssueType }
  type UpdateIssueTypePayload { clientMutationId: String issueType: IssueType }
  type DeleteIssueTypePayload { clientMutationId: String deletedIssueTypeId: ID }
  type UpdateIssueIssueTypePayload { clientMutationId: String issue: Issue }
  extend type Mutation {
    createIssueType(input: CreateIssueTypeInput!): CreateIssueTypePayload
    updateIssueType(input: UpdateIssueTypeInput!): UpdateIssueTypePayload
    deleteIssueType(input: DeleteIssueTypeInput!): DeleteIssueTypePayload
    updateIssueIssueType(input: UpdateIssueIssueTypeInput!): UpdateIssueIssueTypePayload
  }
`;

const dependencies = `
  type IssueDependenciesSummary { blockedBy: Int! blocking: Int! totalBlockedBy: Int! totalBlocking: Int! }
  extend type Issue {
    blockedBy(after: String before: String first: Int last: Int): IssueConnection!
    blocking(after: String before: String first: Int last: Int): IssueConnection!
    issueDependenciesSummary: IssueDependenciesSummary!
  }

  type BlockedByAddedEvent implements Node { id: ID! actor: Actor createdAt: DateTime! blockingIssue: Issue }
  type BlockedByRemovedEvent implements Node { id: ID! actor: Actor createdAt: DateTime! blockingIssue: Issue }
  type BlockingAddedEvent implements Node { id: ID! actor: Actor createdAt: DateTime! blockedIssue: Issue }
  type BlockingRemovedEvent implements Node { id: ID! actor: Actor createdAt: DateTime! blockedIssue: Issue }
  extend union IssueTimelineItems =
    BlockedByAddedEvent | BlockedByRemovedEvent | BlockingAddedEvent | BlockingRemovedEvent
  extend enum IssueTimelineItemsItemType {
    BLOCKED_BY_ADDED_EVENT BLOCKED_BY_REMOVED_EVENT BLOCKING_ADDED_EVENT BLOCKING_REMOVED_EVENT
  }

  input AddBlockedByInput { clientMutationId: String issueId: ID! blockingIssueId: ID! }
  input RemoveBlockedByInput { clientMutationId: String issueId: ID! blockingIssueId: ID! }
  type AddBlockedByPayload { clientMutationId: String issue: Issue blockingIssue: Issue }
  type RemoveBlockedByPayload { clientMutationId: String issue: Issue blockingIssue: Issue }
  extend type Mutation {
    addBlockedBy(input: AddBlockedByInput!): AddBlockedByPayload
    removeBlockedBy(input: RemoveBlockedByInput!): RemoveBlockedByPayload
  }
`;

const duplicates = `
  extend type Issue { duplicateOf: Issue }
  extend type ClosedEvent { duplicateOf: IssueOrPullRequest }
`;

export const newerSchema = issueTypes + dependencies + duplicates;
