import { showsEntry, showsIssue } from '../permissions/shows.ts';
import { issuePage } from '../shapes/addresses.ts';
import { summaryOf } from '../shapes/issue.ts';
import type { Account, Issue, TimelineItem } from '../state/entities.ts';
import { findPin } from '../state/pins.ts';
import { connect } from './connection.ts';
import { writingFields } from './resolve-comment.ts';
import { viewedIssueFields } from './resolve-viewer.ts';
import type { Fields } from './resolvers.ts';

export const issueFields: Fields<Issue> = {
  ...(writingFields as Fields<Issue>),
  number: (issue) => issue.number,
  title: (issue) => issue.title,
  url: (issue, _, { world }) => issuePage(world, issue),
  resourcePath: (issue, _, { world }) => issuePage(world, issue).slice(world.url.length),
  state: (issue) => issue.state.toUpperCase(),
  stateReason: (issue) => issue.stateReason?.toUpperCase() ?? null,
  duplicateOf: ({ duplicateOf }, _, { actor }) => (duplicateOf && showsIssue(actor, duplicateOf) ? duplicateOf : null),
  closed: (issue) => issue.state === 'closed',
  closedAt: (issue) => issue.closedAt,
  locked: (issue) => issue.locked,
  activeLockReason: (issue) => issue.lockReason?.replace('-', '_').replace(' ', '_').toUpperCase() ?? null,
  isPinned: (issue, _, { world }) => findPin(world.state.pins, issue) !== undefined,
  issueType: (issue) => issue.type,
  labels: (issue, args) => connect('labels', [...issue.labels].sort(byNumber), args),
  milestone: (issue) => issue.milestone,
  assignees: (issue, args) => connect('assignees', issue.assignees, args),
  participants: (issue, args) => connect('participants', participantsOf(issue), args),
  comments: (issue, args) => connect('comments', ordered(issue, args.orderBy), args),
  timelineItems: (issue, args, { actor }) => {
    const { itemTypes, since, skip } = args as { itemTypes?: string[]; since?: string; skip?: number };
    const isWanted = (item: TimelineItem) =>
      showsEntry(actor, item) &&
      (!itemTypes || itemTypes.includes(constantOf(item.kind))) &&
      (!since || Date.parse(item.createdAt) >= Date.parse(since));
    const items = issue.timeline.filter(isWanted).slice(skip ?? 0);
    return { ...connect('timelineItems', items, args), updatedAt: issue.updatedAt };
  },
  parent: ({ parent }, _, { actor }) => (parent && showsIssue(actor, parent) ? parent : null),
  subIssues: (issue, args, { actor }) => {
    const visible = issue.children.filter((child) => showsIssue(actor, child));
    return connect('subIssues', visible, args);
  },
  subIssuesSummary: (issue) => {
    const { total, completed, percent_completed } = summaryOf(issue);
    return { total, completed, percentCompleted: percent_completed };
  },
  ...viewedIssueFields,
};

function byNumber(a: { id: number }, b: { id: number }): number {
  return a.id - b.id;
}

function ordered(issue: Issue, order: { direction?: string } | undefined) {
  const comments = [...issue.comments].sort((a, b) =>
    a.updatedAt < b.updatedAt ? -1 : a.updatedAt > b.updatedAt ? 1 : 0,
  );
  if (!order) return issue.comments;
  return order.direction === 'DESC' ? comments.reverse() : comments;
}

function participantsOf(issue: Issue): Account[] {
  return [...new Set([issue.author, ...issue.assignees, ...issue.comments.map((comment) => comment.author)])];
}

/** `LabeledEvent` as the schema's enumeration writes it: `LABELED_EVENT`. */
function constantOf(kind: string): string {
  return kind.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
}
