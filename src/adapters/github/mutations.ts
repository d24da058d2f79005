import type { IssueFacts } from '../../model/facts.ts';
import type { ClosingReason, Reaction } from '../../model/plan.ts';
import type { Changes } from './changes.ts';
import type { Ids } from './look-up.ts';

/** One field of a GraphQL mutation. */
export interface Mutation {
  field: string;
  /** Name of the GraphQL type of its input. */
  type: string;
  input: Record<string, unknown>;
}

/** @returns the changes in the order in which they are made; what is not there to be named is left out. */
export function mutationsFor(issue: IssueFacts, changes: Changes, ids: Ids): Mutation[] {
  return [
    ...labelMutations(issue, changes, ids),
    ...fieldMutations(issue, changes, ids),
    ...peopleMutations(issue, ids),
    ...commentMutations(issue, changes),
    ...changes.notices.map((body) => comment(issue, body)),
    ...stateMutations(issue, changes, ids),
    // Whoever finds the reaction finds all that stands before it.
    ...reactionMutations(changes),
    ...(ids.transfer ? [mutation('transferIssue', { issueId: issue.id, repositoryId: ids.transfer })] : []),
  ];
}

function mutation(field: string, input: Record<string, unknown>): Mutation {
  return { field, type: `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`, input };
}

const comment = ({ id }: IssueFacts, body: string) => mutation('addComment', { subjectId: id, body });

export const deletion = (id: string): Mutation => mutation('deleteIssueComment', { id });

function labelMutations({ id: labelableId }: IssueFacts, { removeLabels }: Changes, { labels }: Ids): Mutation[] {
  const removed = removeLabels.map(({ id }) => id);
  return [
    ...(removed.length > 0 ? [mutation('removeLabelsFromLabelable', { labelableId, labelIds: removed })] : []),
    ...(labels.length > 0 ? [mutation('addLabelsToLabelable', { labelableId, labelIds: labels })] : []),
  ];
}

function fieldMutations(issue: IssueFacts, { milestone, title, parent }: Changes, ids: Ids): Mutation[] {
  const fields = {
    ...(milestone === null || ids.milestone !== null ? { milestoneId: ids.milestone } : {}),
    ...(title === null ? {} : { title }),
  };
  const update = issue.isPullRequest
    ? mutation('updatePullRequest', { pullRequestId: issue.id, ...fields })
    : mutation('updateIssue', { id: issue.id, ...fields });
  return [
    ...(Object.keys(fields).length > 0 ? [update] : []),
    ...(parent && ids.parent ? [parentMutation(parent, { issueId: ids.parent, subIssueId: issue.id })] : []),
  ];
}

/** Source: GitHub docs, GraphQL mutations: without `replaceParent` an issue that has a parent is refused another. */
function parentMutation(parent: NonNullable<Changes['parent']>, input: Record<string, string>): Mutation {
  return 'add' in parent
    ? mutation('addSubIssue', { ...input, replaceParent: true })
    : mutation('removeSubIssue', input);
}

function peopleMutations({ id: assignableId }: IssueFacts, { assign, unassign }: Ids): Mutation[] {
  return [
    ...(unassign.length > 0
      ? [mutation('removeAssigneesFromAssignable', { assignableId, assigneeIds: unassign })]
      : []),
    ...(assign.length > 0 ? [mutation('addAssigneesToAssignable', { assignableId, assigneeIds: assign })] : []),
  ];
}

function commentMutations(issue: IssueFacts, { comment, deleteComments, replies }: Changes): Mutation[] {
  const write = (body: string, id: string | null) =>
    id === null ? mutation('addComment', { subjectId: issue.id, body }) : mutation('updateIssueComment', { id, body });
  const gone = [...deleteComments, ...replies.flatMap((reply) => (reply.body === null && reply.in ? [reply.in] : []))];
  return [
    ...(comment ? [write(comment.body, comment.in === 'new' ? null : comment.in.id)] : []),
    ...replies.flatMap((reply) => (reply.body === null ? [] : [write(reply.body, reply.in)])),
    ...gone.map(deletion),
  ];
}

function reactionMutations({ reactions }: Changes): Mutation[] {
  return reactions.flatMap(({ to: subjectId, with: shown, instead }) => [
    ...(instead ? [mutation('removeReaction', { subjectId, content: contents[instead] })] : []),
    ...(shown ? [mutation('addReaction', { subjectId, content: contents[shown] })] : []),
  ]);
}

export const contents: Record<Reaction, string> = { 'thumbs up': 'THUMBS_UP', confused: 'CONFUSED', eyes: 'EYES' };

function stateMutations({ id, isPullRequest }: IssueFacts, { state }: Changes, ids: Ids): Mutation[] {
  if (!state) return [];
  if (isPullRequest) {
    return [mutation(state.to === 'open' ? 'reopenPullRequest' : 'closePullRequest', { pullRequestId: id })];
  }
  if (state.to === 'open') return [mutation('reopenIssue', { issueId: id })];
  const original = ids.original ? { duplicateIssueId: ids.original } : {};
  return [mutation('closeIssue', { issueId: id, stateReason: stateReasons[state.as], ...original })];
}

const stateReasons: Record<ClosingReason, string> = {
  completed: 'COMPLETED',
  'not planned': 'NOT_PLANNED',
  duplicate: 'DUPLICATE',
};
