import { maySee } from '../access.ts';
import { showsIssue } from '../permissions/shows.ts';
import { issuePage } from '../shapes/addresses.ts';
import type { TimelineEvent } from '../state/entities.ts';
import { refOf } from './resolve-git.ts';
import type { Context, Fields } from './resolvers.ts';

type Of<Kind extends TimelineEvent['kind']> = TimelineEvent & { kind: Kind };

const shared: Fields<TimelineEvent> = {
  id: (event) => event.nodeId,
  actor: (event) => event.actor,
  createdAt: (event) => event.createdAt,
};

const labelled = { ...shared, label: (event) => event.label, labelable: (event) => event.issue } as Fields<
  Of<'LabeledEvent' | 'UnlabeledEvent'>
>;
const milestoned = {
  ...shared,
  milestoneTitle: (event) => event.milestoneTitle,
  subject: (event) => event.issue,
} as Fields<Of<'MilestonedEvent' | 'DemilestonedEvent'>>;
const assigned = {
  ...shared,
  assignable: (event) => event.issue,
  assignee: (event) => event.assignee,
  user: (event) => (event.assignee.kind === 'User' ? event.assignee : null),
} as Fields<Of<'AssignedEvent' | 'UnassignedEvent'>>;
const stated = {
  ...shared,
  closable: (event) => event.issue,
  stateReason: (event) => event.stateReason?.toUpperCase() ?? null,
} as Fields<Of<'ClosedEvent' | 'ReopenedEvent'>>;
const parented = { ...shared, parent: (event, _, context) => visible(event.parent, context) } as Fields<
  Of<'ParentIssueAddedEvent' | 'ParentIssueRemovedEvent'>
>;
const childed = { ...shared, subIssue: (event, _, context) => visible(event.subIssue, context) } as Fields<
  Of<'SubIssueAddedEvent' | 'SubIssueRemovedEvent'>
>;

const typed = { ...shared, issueType: (event) => event.issueType } as Fields<
  Of<'IssueTypeAddedEvent' | 'IssueTypeRemovedEvent' | 'IssueTypeChangedEvent'>
>;

const blocked = { ...shared, blockingIssue: (event, _, context) => visible(event.blockingIssue, context) } as Fields<
  Of<'BlockedByAddedEvent' | 'BlockedByRemovedEvent'>
>;
const blocking = { ...shared, blockedIssue: (event, _, context) => visible(event.blockedIssue, context) } as Fields<
  Of<'BlockingAddedEvent' | 'BlockingRemovedEvent'>
>;

const duplicated = {
  ...shared,
  canonical: (event, _, context) => visible(event.canonical, context),
  duplicate: (event, _, context) => visible(event.duplicate, context),
  isCrossRepository: ({ canonical, duplicate }) => canonical.repository !== duplicate.repository,
} as Fields<Of<'MarkedAsDuplicateEvent' | 'UnmarkedAsDuplicateEvent'>>;

const requested = {
  ...shared,
  pullRequest: (event) => event.issue,
  requestedReviewer: (event) => event.reviewer,
} as Fields<Of<'ReviewRequestedEvent' | 'ReviewRequestRemovedEvent'>>;

/** The events of a timeline; their types have the names that `kind` has. */
export const timelineTypes = {
  LabeledEvent: labelled,
  UnlabeledEvent: labelled,
  MilestonedEvent: milestoned,
  DemilestonedEvent: milestoned,
  AssignedEvent: assigned,
  UnassignedEvent: assigned,
  ClosedEvent: {
    ...stated,
    closer: (event) => event.closer,
    duplicateOf: ({ issue }, _, context) => issue.duplicateOf && visible(issue.duplicateOf, context),
    url: (event, _, { world }) => `${issuePage(world, event.issue)}#event-${event.id}`,
  } as Fields<Of<'ClosedEvent'>>,
  ReopenedEvent: stated,
  MergedEvent: {
    ...shared,
    commit: (event) => event.commit,
    mergeRefName: (event) => event.ref,
    mergeRef: ({ issue, ref }) => refOf(issue.repository, ref),
    pullRequest: (event) => event.issue,
    url: (event, _, { world }) => `${issuePage(world, event.issue)}#event-${event.id}`,
    resourcePath: (event, _, { world }) => `${issuePage(world, event.issue).slice(world.url.length)}#event-${event.id}`,
  } as Fields<Of<'MergedEvent'>>,
  BaseRefChangedEvent: {
    ...shared,
    databaseId: (event) => event.id,
    previousRefName: (event) => event.previousRefName,
    currentRefName: (event) => event.currentRefName,
    pullRequest: (event) => event.issue,
  } as Fields<Of<'BaseRefChangedEvent'>>,
  ReviewRequestedEvent: requested,
  ReviewRequestRemovedEvent: requested,
  ReviewDismissedEvent: {
    ...shared,
    databaseId: (event) => event.id,
    dismissalMessage: (event) => event.message,
    previousReviewState: (event) => event.previousState,
    pullRequest: (event) => event.issue,
    review: (event) => event.review,
  } as Fields<Of<'ReviewDismissedEvent'>>,
  ReadyForReviewEvent: { ...shared, pullRequest: (event) => event.issue } as Fields<TimelineEvent>,
  ConvertToDraftEvent: { ...shared, pullRequest: (event) => event.issue } as Fields<TimelineEvent>,
  MarkedAsDuplicateEvent: duplicated,
  UnmarkedAsDuplicateEvent: duplicated,
  CrossReferencedEvent: {
    ...shared,
    isCrossRepository: ({ issue, source }) => issue.repository !== source.repository,
    referencedAt: (event) => event.createdAt,
    source: (event) => event.source,
    target: (event) => event.issue,
    willCloseTarget: () => false,
    url: (event, _, { world }) => issuePage(world, event.source),
    resourcePath: (event, _, { world }) => issuePage(world, event.source).slice(world.url.length),
  } as Fields<Of<'CrossReferencedEvent'>>,
  RenamedTitleEvent: {
    ...shared,
    previousTitle: (event) => event.previousTitle,
    currentTitle: (event) => event.currentTitle,
    subject: (event) => event.issue,
  } as Fields<Of<'RenamedTitleEvent'>>,
  CommentDeletedEvent: {
    ...shared,
    databaseId: (event) => event.id,
    deletedCommentAuthor: (event) => event.commentAuthor,
  } as Fields<Of<'CommentDeletedEvent'>>,
  LockedEvent: { ...shared, lockable: (event) => event.issue, lockReason } as Fields<Of<'LockedEvent'>>,
  PinnedEvent: { ...shared, issue: (event) => event.issue } as Fields<TimelineEvent>,
  UnpinnedEvent: { ...shared, issue: (event) => event.issue } as Fields<TimelineEvent>,
  UnlockedEvent: { ...shared, lockable: (event) => event.issue } as Fields<TimelineEvent>,
  ParentIssueAddedEvent: parented,
  ParentIssueRemovedEvent: parented,
  SubIssueAddedEvent: childed,
  SubIssueRemovedEvent: childed,
  BlockedByAddedEvent: blocked,
  BlockedByRemovedEvent: blocked,
  BlockingAddedEvent: blocking,
  BlockingRemovedEvent: blocking,
  TransferredEvent: {
    ...shared,
    issue: (event) => event.issue,
    fromRepository: ({ fromRepository }, _, { actor }) => (maySee(actor, fromRepository) ? fromRepository : null),
  } as Fields<Of<'TransferredEvent'>>,
  IssueTypeAddedEvent: typed,
  IssueTypeRemovedEvent: typed,
  IssueTypeChangedEvent: { ...typed, prevIssueType: (event) => event.prevIssueType } as Fields<
    Of<'IssueTypeChangedEvent'>
  >,
};

function lockReason(event: Of<'LockedEvent'>): string | null {
  return event.lockReason?.replace(/[- ]/g, '_').toUpperCase() ?? null;
}

function visible(issue: Of<'ParentIssueAddedEvent'>['parent'], { actor }: Context) {
  return showsIssue(actor, issue) ? issue : null;
}
