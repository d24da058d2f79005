/** A webhook that something here causes. */
interface SentEvent {
  /** None where GitHub has none. */
  actions: readonly string[];
  /** What GitHub does otherwise, as a sentence or two. */
  differences?: string;
}

/** All webhooks that are sent by themselves; what is not here can't be told of. */
export const sentEvents = {
  check_run: {
    actions: ['created', 'completed', 'rerequested', 'requested_action'],
    differences: 'There is no `check_suite` beside it.',
  },
  create: {
    actions: [],
    differences: 'It comes before the `push`; GitHub documents no order, nor that of `delete`.',
  },
  delete: { actions: [] },
  installation: {
    actions: ['created', 'deleted', 'suspend', 'unsuspend'],
    differences: 'What the app asks for itself has its bot as the sender; GitHub documents none.',
  },
  installation_repositories: { actions: ['added', 'removed'] },
  issue_comment: { actions: ['created', 'edited', 'deleted'] },
  issue_dependencies: {
    actions: ['blocked_by_added', 'blocked_by_removed', 'blocking_added', 'blocking_removed'],
  },
  issues: {
    actions: [
      'opened',
      'edited',
      'closed',
      'reopened',
      'labeled',
      'unlabeled',
      'assigned',
      'unassigned',
      'milestoned',
      'demilestoned',
      'locked',
      'unlocked',
      'typed',
      'untyped',
      'transferred',
      'pinned',
      'unpinned',
      'deleted',
    ],
    differences:
      'The issue is sent as REST gives it, with `closed_by`. Another type is told as `untyped` of the one, then `typed` of the other; GitHub does not document what it tells.',
  },
  label: { actions: ['created', 'edited', 'deleted'] },
  member: { actions: ['added', 'edited', 'removed'] },
  membership: { actions: ['added', 'removed'] },
  milestone: { actions: ['created', 'edited', 'opened', 'closed', 'deleted'] },
  organization: {
    actions: ['member_added', 'member_removed'],
    differences: 'Nobody is invited, and no organisation renamed or deleted.',
  },
  ping: { actions: [], differences: 'It is sent when `installations.ping` asks for it, not by itself.' },
  pull_request: {
    actions: [
      'opened',
      'edited',
      'closed',
      'reopened',
      'labeled',
      'unlabeled',
      'assigned',
      'unassigned',
      'milestoned',
      'demilestoned',
      'locked',
      'unlocked',
      'synchronize',
      'converted_to_draft',
      'ready_for_review',
      'review_requested',
      'review_request_removed',
    ],
  },
  pull_request_review: { actions: ['submitted', 'edited', 'dismissed'] },
  pull_request_review_comment: { actions: ['created', 'edited', 'deleted'] },
  push: { actions: [] },
  repository: {
    actions: ['created', 'edited', 'renamed', 'archived', 'unarchived', 'publicized', 'privatized', 'deleted'],
  },
  status: { actions: [] },
  sub_issues: {
    actions: ['parent_issue_added', 'parent_issue_removed', 'sub_issue_added', 'sub_issue_removed'],
  },
  team: {
    actions: ['created', 'edited', 'deleted', 'added_to_repository', 'removed_from_repository'],
    differences: 'What goes with a repository or an organisation is not told one by one.',
  },
  team_add: { actions: [] },
} as const satisfies Record<string, SentEvent>;

export type EventName = keyof typeof sentEvents;

/** Null for an event that has no actions. */
export type ActionOf<Name extends EventName> = (typeof sentEvents)[Name]['actions'] extends readonly []
  ? null
  : (typeof sentEvents)[Name]['actions'][number];
