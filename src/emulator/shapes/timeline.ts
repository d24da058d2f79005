import { showsIssue } from '../permissions/shows.ts';
import type { Account, Commit, Issue, IssueType, TimelineEvent, TimelineItem } from '../state/entities.ts';
import type { Actor, World } from '../world.ts';
import { appShape, userShape } from './account.ts';
import { repositoryApi } from './addresses.ts';
import { commentShape, issueShape } from './issue.ts';
import { repositoryShape } from './repository.ts';
import { reviewerShape } from './review.ts';

/** The names of events over REST; source: GitHub docs, Issue event types. */
const names: Record<TimelineEvent['kind'], string> = {
  LabeledEvent: 'labeled',
  UnlabeledEvent: 'unlabeled',
  MilestonedEvent: 'milestoned',
  DemilestonedEvent: 'demilestoned',
  AssignedEvent: 'assigned',
  UnassignedEvent: 'unassigned',
  ClosedEvent: 'closed',
  ReopenedEvent: 'reopened',
  MergedEvent: 'merged',
  BaseRefChangedEvent: 'base_ref_changed',
  ReviewRequestedEvent: 'review_requested',
  ReviewRequestRemovedEvent: 'review_request_removed',
  ReviewDismissedEvent: 'review_dismissed',
  ReadyForReviewEvent: 'ready_for_review',
  ConvertToDraftEvent: 'convert_to_draft',
  MarkedAsDuplicateEvent: 'marked_as_duplicate',
  UnmarkedAsDuplicateEvent: 'unmarked_as_duplicate',
  CrossReferencedEvent: 'cross-referenced',
  RenamedTitleEvent: 'renamed',
  CommentDeletedEvent: 'comment_deleted',
  LockedEvent: 'locked',
  UnlockedEvent: 'unlocked',
  PinnedEvent: 'pinned',
  UnpinnedEvent: 'unpinned',
  ParentIssueAddedEvent: 'parent_issue_added',
  ParentIssueRemovedEvent: 'parent_issue_removed',
  SubIssueAddedEvent: 'sub_issue_added',
  SubIssueRemovedEvent: 'sub_issue_removed',
  BlockedByAddedEvent: 'blocked_by_added',
  BlockedByRemovedEvent: 'blocked_by_removed',
  BlockingAddedEvent: 'blocking_added',
  BlockingRemovedEvent: 'blocking_removed',
  TransferredEvent: 'transferred',
  IssueTypeAddedEvent: 'issue_type_added',
  IssueTypeChangedEvent: 'issue_type_changed',
  IssueTypeRemovedEvent: 'issue_type_removed',
};

/** One entry of an issue's timeline: an event, a comment as `commented`, or a reference, which has no id. */
export function timelineShape(world: World, item: TimelineItem, reader: Actor | null) {
  if (item.kind === 'IssueComment') {
    return { ...commentShape(world, item), event: 'commented', actor: userShape(world, item.author) };
  }
  if (item.kind !== 'CrossReferencedEvent') return eventShape(world, item, reader);
  const { source, createdAt } = item;
  return {
    event: names[item.kind],
    actor: userShape(world, item.actor),
    created_at: createdAt,
    updated_at: createdAt,
    source: {
      type: 'issue',
      issue: { ...issueShape(world, source), repository: repositoryShape(world, source.repository) },
    },
  };
}

/** An `issue-event`; source: GitHub docs, REST API, Issue events. */
export function issueEventShape(world: World, event: TimelineEvent, reader: Actor | null) {
  return { ...eventShape(world, event, reader), issue: issueShape(world, event.issue) };
}

/** An event as one issue lists it. @param reader who is not told of issues that they may not see. */
export function eventShape(world: World, event: TimelineEvent, reader: Actor | null) {
  return {
    id: event.id,
    node_id: event.nodeId,
    url: `${repositoryApi(world, event.issue.repository)}/issues/events/${event.id}`,
    actor: userShape(world, event.actor),
    event: names[event.kind],
    commit_id: null,
    commit_url: null,
    created_at: event.createdAt,
    performed_via_github_app: event.viaApp ? appShape(world, event.viaApp, event.issue.repository.owner) : null,
    ...detailShape(world, event, reader),
  };
}

function detailShape(world: World, event: TimelineEvent, reader: Actor | null): Record<string, unknown> {
  const referenceOf = (issue: Issue) => (showsIssue(reader, issue) ? referenceShape(world, issue) : null);
  switch (event.kind) {
    case 'LabeledEvent':
    case 'UnlabeledEvent':
      return { label: { name: event.label.name, color: event.label.color } };
    case 'MilestonedEvent':
    case 'DemilestonedEvent':
      return { milestone: { title: event.milestoneTitle } };
    case 'AssignedEvent':
    case 'UnassignedEvent':
      return assigneeShape(world, event.assignee, event.actor);
    case 'ClosedEvent':
      return {
        state_reason: event.stateReason,
        ...(event.closer?.kind === 'Commit' ? commitShape(world, event.closer) : {}),
      };
    case 'ReopenedEvent':
      return { state_reason: event.stateReason };
    case 'ReviewRequestedEvent':
    case 'ReviewRequestRemovedEvent':
      return { review_requester: userShape(world, event.actor), ...reviewerShape(world, event.reviewer) };
    case 'ReviewDismissedEvent':
      return {
        dismissed_review: {
          state: event.previousState.toLowerCase(),
          review_id: event.review.id,
          dismissal_message: event.message,
        },
      };
    case 'MergedEvent':
      return commitShape(world, event.commit);
    case 'RenamedTitleEvent':
      return { rename: { from: event.previousTitle, to: event.currentTitle } };
    case 'LockedEvent':
      return { lock_reason: event.lockReason };
    case 'BaseRefChangedEvent':
    case 'ReadyForReviewEvent':
    case 'ConvertToDraftEvent':
    case 'CommentDeletedEvent':
    case 'PinnedEvent':
    case 'UnpinnedEvent':
    case 'TransferredEvent':
    case 'MarkedAsDuplicateEvent':
    case 'UnmarkedAsDuplicateEvent':
    case 'CrossReferencedEvent':
      return {};
    case 'UnlockedEvent':
      return { lock_reason: null };
    case 'BlockedByAddedEvent':
    case 'BlockedByRemovedEvent':
      return { blocked_by: referenceOf(event.blockingIssue) };
    case 'BlockingAddedEvent':
    case 'BlockingRemovedEvent':
      return { blocking: referenceOf(event.blockedIssue) };
    case 'ParentIssueAddedEvent':
    case 'ParentIssueRemovedEvent':
      return { parent_issue: referenceOf(event.parent) };
    case 'SubIssueAddedEvent':
    case 'SubIssueRemovedEvent':
      return { sub_issue: referenceOf(event.subIssue) };
    case 'IssueTypeAddedEvent':
      return { issue_type: briefTypeShape(event.issueType) };
    case 'IssueTypeRemovedEvent':
      return { prev_issue_type: briefTypeShape(event.issueType) };
    case 'IssueTypeChangedEvent':
      return { issue_type: briefTypeShape(event.issueType), prev_issue_type: briefTypeShape(event.prevIssueType) };
  }
}

function referenceShape(world: World, { number, title, state, stateReason, repository, type }: Issue) {
  return {
    number,
    title,
    state,
    state_reason: stateReason,
    repository: repositoryShape(world, repository),
    issue_type: type && { ...briefTypeShape(type), node_id: type.nodeId },
  };
}

function briefTypeShape({ id, name, color }: IssueType) {
  return { id, name, color };
}

function assigneeShape(world: World, assignee: Account, assigner: Account) {
  return { assignee: userShape(world, assignee), assigner: userShape(world, assigner) };
}

function commitShape(world: World, { sha, repository }: Commit) {
  return { commit_id: sha, commit_url: `${repositoryApi(world, repository)}/commits/${sha}` };
}
