import type { Account, Team, TimelineEvent } from '../state/entities.ts';
import { type Html, html } from './html.ts';
import { labelBadge } from './layout.ts';

/** One event of a timeline as a line of the issue's page. */
export function eventLine(event: TimelineEvent): Html {
  return html`<p class="quiet" id="event-${event.id}"><b>${event.actor.login}</b> ${sentence(event)} · ${event.createdAt}</p>
`;
}

function sentence(event: TimelineEvent): Html {
  switch (event.kind) {
    case 'LabeledEvent':
      return html`added ${labelBadge(event.label)}`;
    case 'UnlabeledEvent':
      return html`removed ${labelBadge(event.label)}`;
    case 'MilestonedEvent':
      return html`added this to the milestone ${event.milestoneTitle}`;
    case 'DemilestonedEvent':
      return html`removed this from the milestone ${event.milestoneTitle}`;
    case 'AssignedEvent':
      return html`assigned ${event.assignee.login}`;
    case 'UnassignedEvent':
      return html`unassigned ${event.assignee.login}`;
    case 'RenamedTitleEvent':
      return html`changed the title from “${event.previousTitle}” to “${event.currentTitle}”`;
    case 'ClosedEvent':
      if (event.issue.pull) return html`closed this`;
      return html`closed this as ${event.stateReason?.replace('_', ' ') ?? 'completed'}`;
    case 'ReopenedEvent':
      return html`reopened this`;
    case 'MergedEvent':
      return html`merged commit ${event.commit.sha.slice(0, 7)} into ${event.ref}`;
    case 'BaseRefChangedEvent':
      return html`changed the base branch from ${event.previousRefName} to ${event.currentRefName}`;
    case 'ReviewRequestedEvent':
      return html`requested a review from ${nameOf(event.reviewer)}`;
    case 'ReviewRequestRemovedEvent':
      return html`no longer requests a review from ${nameOf(event.reviewer)}`;
    case 'ReviewDismissedEvent':
      return html`dismissed the review of ${event.review.author.login}: ${event.message}`;
    case 'ReadyForReviewEvent':
      return html`marked this as ready for review`;
    case 'ConvertToDraftEvent':
      return html`marked this as a draft`;
    case 'CommentDeletedEvent':
      return html`deleted a comment of ${event.commentAuthor.login}`;
    case 'LockedEvent':
      return html`locked this`;
    case 'UnlockedEvent':
      return html`unlocked this`;
    case 'PinnedEvent':
      return html`pinned this`;
    case 'UnpinnedEvent':
      return html`unpinned this`;
    case 'ParentIssueAddedEvent':
      return html`put this below #${event.parent.number}`;
    case 'ParentIssueRemovedEvent':
      return html`took this from below #${event.parent.number}`;
    case 'SubIssueAddedEvent':
      return html`put #${event.subIssue.number} below this`;
    case 'SubIssueRemovedEvent':
      return html`took #${event.subIssue.number} from below this`;
    case 'BlockedByAddedEvent':
      return html`marked this as blocked by #${event.blockingIssue.number}`;
    case 'BlockedByRemovedEvent':
      return html`unmarked this as blocked by #${event.blockingIssue.number}`;
    case 'BlockingAddedEvent':
      return html`marked this as blocking #${event.blockedIssue.number}`;
    case 'BlockingRemovedEvent':
      return html`unmarked this as blocking #${event.blockedIssue.number}`;
    case 'MarkedAsDuplicateEvent':
      return html`marked #${event.duplicate.number} as a duplicate of #${event.canonical.number}`;
    case 'UnmarkedAsDuplicateEvent':
      return html`unmarked #${event.duplicate.number} as a duplicate of #${event.canonical.number}`;
    case 'CrossReferencedEvent':
      return html`mentioned this in #${event.source.number}`;
    case 'TransferredEvent':
      return html`transferred this from ${event.fromRepository.name}`;
    case 'IssueTypeAddedEvent':
      return html`added the type ${event.issueType.name}`;
    case 'IssueTypeRemovedEvent':
      return html`removed the type ${event.issueType.name}`;
    case 'IssueTypeChangedEvent':
      return html`changed the type from ${event.prevIssueType.name} to ${event.issueType.name}`;
  }
}

function nameOf(reviewer: Account | Team): string {
  return reviewer.kind === 'Team' ? reviewer.name : reviewer.login;
}
