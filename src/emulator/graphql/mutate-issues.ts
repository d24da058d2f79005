import { assign, setAssignees, unassign } from '../changes/assignees.ts';
import { deleteIssue, transferIssue } from '../changes/departures.ts';
import { unmarkAsDuplicate } from '../changes/duplicates.ts';
import { setType } from '../changes/issue-types.ts';
import { closeIssue, editIssue, lockIssue, openIssue, reopenIssue, unlockIssue } from '../changes/issues.ts';
import { assertFewLabels, setLabels } from '../changes/labelling.ts';
import { setMilestone } from '../changes/milestones.ts';
import { pinIssue, unpinIssue } from '../changes/pins.ts';
import { addSubIssue, removeSubIssue } from '../changes/sub-issues.ts';
import { hasRole, issueSubject, mayReopen } from '../permissions/lack.ts';
import { needs } from '../permissions/need.ts';
import { notFound } from '../refusal.ts';
import type { Account, Issue, IssueType, Label, Milestone, Repository, StateReason } from '../state/entities.ts';
import { typeNamed } from './mutate-issue-types.ts';
import { assertMay, lacksRole, named, target, targets } from './mutation-targets.ts';
import type { Args, Context, Mutate } from './resolvers.ts';

export const issueMutations: Record<string, Mutate> = {
  createIssue(input, context) {
    const repository = target(context, input.repositoryId, 'Repository');
    const parent = input.parentIssueId ? target(context, input.parentIssueId, 'Issue') : null;
    if (parent) assertMay(context, parent.repository, needs.relate);
    const { title, body } = input;
    const issue = openIssue(context.world, context.actor, repository, {
      title,
      body,
      ...planOf(input, context, repository),
    });
    if (parent) addSubIssue(context.world, context.actor, parent, issue);
    return { issue };
  },
  updateIssue,
  closeIssue(input, context) {
    const issue = target(context, input.issueId, 'Issue');
    const duplicateOf = input.duplicateIssueId ? named(context, input.duplicateIssueId, 'Issue') : null;
    const reason = input.stateReason ?? (duplicateOf ? 'DUPLICATE' : 'COMPLETED');
    closeIssue(context.world, context.actor, issue, reason.toLowerCase() as StateReason, { duplicateOf });
    return { issue };
  },
  unmarkIssueAsDuplicate(input, context) {
    const duplicate = target(context, input.duplicateId, 'Issue');
    unmarkAsDuplicate(context.world, context.actor, duplicate, named(context, input.canonicalId, 'Issue'));
    return { duplicate };
  },
  reopenIssue(input, context) {
    const issue = target(context, input.issueId, 'Issue');
    if (!mayReopen(context.actor, issue)) throw lacksRole(context);
    reopenIssue(context.world, context.actor, issue);
    return { issue };
  },
  deleteIssue(input, context) {
    const issue = issueProper(context, input.issueId);
    deleteIssue(context.world, context.actor, issue);
    return { repository: issue.repository };
  },
  transferIssue(input, context) {
    const issue = issueProper(context, input.issueId);
    const repository = target(context, input.repositoryId, 'Repository');
    const missing = input.createLabelsIfMissing ? 'create' : 'drop';
    transferIssue(context.world, context.actor, issue, repository, { missing });
    return { issue };
  },
  pinIssue(input, context) {
    const issue = issueProper(context, input.issueId);
    pinIssue(context.world, context.actor, issue);
    return { issue };
  },
  unpinIssue(input, context) {
    const issue = issueProper(context, input.issueId);
    unpinIssue(context.world, context.actor, issue);
    return { id: issue.nodeId, issue };
  },
  lockLockable(input, context) {
    const lockedRecord = target(context, input.lockableId, 'Issue');
    lockIssue(context.world, context.actor, lockedRecord, lockReasonOf(input.lockReason));
    return { actor: context.actor.account, lockedRecord };
  },
  unlockLockable(input, context) {
    const unlockedRecord = target(context, input.lockableId, 'Issue');
    unlockIssue(context.world, context.actor, unlockedRecord);
    return { actor: context.actor.account, unlockedRecord };
  },
  addAssigneesToAssignable(input, context) {
    const assignable = target(context, input.assignableId, 'Issue');
    assign(context.world, context.actor, assignable, targets(context, input.assigneeIds, 'User', 'Bot'));
    return { assignable };
  },
  removeAssigneesFromAssignable(input, context) {
    const assignable = target(context, input.assignableId, 'Issue');
    unassign(context.world, context.actor, assignable, targets(context, input.assigneeIds, 'User', 'Bot'));
    return { assignable };
  },
  addSubIssue(input, context) {
    const issue = target(context, input.issueId, 'Issue');
    const subIssue = input.subIssueId
      ? target(context, input.subIssueId, 'Issue')
      : issueAt(context, input.subIssueUrl);
    addSubIssue(context.world, context.actor, issue, subIssue, { replaceParent: input.replaceParent === true });
    return { issue, subIssue };
  },
  removeSubIssue(input, context) {
    const issue = target(context, input.issueId, 'Issue');
    const subIssue = target(context, input.subIssueId, 'Issue');
    removeSubIssue(context.world, context.actor, issue, subIssue);
    return { issue, subIssue };
  },
};

/** What the input does not speak of stays; a milestone of null is taken off. */
function updateIssue(input: Args, context: Context) {
  const { world, actor } = context;
  const issue = target(context, input.id, 'Issue');
  const { title, body, state } = input;
  if (title || body) assertMay(context, issue.repository, needs.editOwn, issueSubject(issue));
  if (state === 'OPEN' && !mayReopen(actor, issue)) throw lacksRole(context);
  const { labels, milestone, assignees, type } = planOf(input, context, issue.repository);
  assertFewLabels(labels ?? []);
  editIssue(world, actor, issue, { title: title ?? undefined, body: body ?? undefined });
  if (labels) setLabels(world, actor, issue, labels);
  if (milestone !== undefined) setMilestone(world, actor, issue, milestone);
  if (assignees) setAssignees(world, actor, issue, assignees);
  if (type !== undefined) setType(world, actor, issue, type);
  if (state === 'CLOSED') closeIssue(world, actor, issue);
  if (state === 'OPEN') reopenIssue(world, actor, issue);
  return { issue, actor: actor.account };
}

/** An issue that is no pull request. */
function issueProper(context: Context, id: string): Issue {
  const issue = target(context, id, 'Issue');
  if (issue.pull) throw notFound(`Could not resolve to Issue node with the global id of '${id}'.`);
  return issue;
}

interface Plan {
  labels?: Label[] | undefined;
  milestone?: Milestone | null | undefined;
  assignees?: Account[] | undefined;
  type?: IssueType | null | undefined;
}

/** What an input says of labels, milestone, assignees and type; nothing for who may not triage, as over REST. */
export function planOf(
  { labelIds, milestoneId, assigneeIds, issueTypeId }: Args,
  context: Context,
  repository: Repository,
): Plan {
  if (!hasRole(context.actor, repository, 'triage')) return {};
  return {
    labels: labelIds ? targets(context, labelIds, 'Label') : undefined,
    milestone: milestoneId ? target(context, milestoneId, 'Milestone') : milestoneId,
    assignees: assigneeIds ? targets(context, assigneeIds, 'User', 'Bot') : undefined,
    type: hasRole(context.actor, repository, 'write') ? typeNamed(context, { repository }, issueTypeId) : undefined,
  };
}

function issueAt(context: Context, url: string | undefined): Issue {
  const path = (url ?? '').slice(context.world.url.length);
  const [, owner = '', name = '', number] = /^\/([^/]+)\/([^/]+)\/issues\/(\d+)$/.exec(path) ?? [];
  const repository = context.world.state.repositories.get(`${owner}/${name}`.toLowerCase());
  const issue = repository?.issues.get(Number(number));
  if (!issue) throw notFound(`Could not resolve to a node with the URL '${url}'.`);
  return target(context, issue.nodeId, 'Issue');
}

function lockReasonOf(name: string | undefined): string | null {
  if (!name) return null;
  return name === 'OFF_TOPIC' ? 'off-topic' : name.toLowerCase().replace('_', ' ');
}
