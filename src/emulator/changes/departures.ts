import { unprocessable } from '../refusal.ts';
import { issueShape } from '../shapes/issue.ts';
import { eventRepositoryShape } from '../shapes/webhook.ts';
import type { Issue, Label, Repository } from '../state/entities.ts';
import { isAssignable } from '../state/look-up.ts';
import { itemsOf } from '../state/projects.ts';
import { register } from '../state/state.ts';
import type { Actor, World } from '../world.ts';
import { count } from './counts.ts';
import { forgetDependencies } from './dependencies.ts';
import { createLabel } from './labels.ts';
import { dropPin } from './pins.ts';
import { announce, announceIssue, assertTakesIssues, record } from './record.ts';

/**
 * Moves an issue to another repository of its owner, where it has new ids and the next number. Comments, reactions and
 * relations stay; assignees stay who may be assigned there, labels that are there by name, a milestone that is there by
 * title and due date. Source: GitHub docs, Transferring an issue to another repository.
 *
 * @param missing what becomes of labels that the other repository lacks.
 * @throws Refusal 422 for another owner, the same repository, and from a private repository to a public one.
 */
export function transferIssue(
  world: World,
  actor: Actor,
  issue: Issue,
  target: Repository,
  { missing }: { missing: 'drop' | 'create' },
): void {
  const source = issue.repository;
  assertTakesIssues(source);
  assertTakesIssues(target);
  assertReachable(source, target);
  const labels = labelsThere(world, actor, issue, target, missing);
  const before = world.isHeard()
    ? { issue: issueShape(world, issue), repository: eventRepositoryShape(world, source, 'issues') }
    : null;
  const { number } = issue;
  count(issue, -1);
  dropPin(world, issue);
  source.issues.delete(number);
  source.departed.set(number, issue);
  settle(world, issue, target, labels);
  count(issue, 1);
  record(world, actor, issue, { kind: 'TransferredEvent', fromRepository: source });
  if (!before) return;
  const after = { new_issue: issueShape(world, issue), new_repository: eventRepositoryShape(world, target, 'issues') };
  announce(world, actor, source, 'issues', 'transferred', () => ({ issue: before.issue, changes: after }));
  announceIssue(world, actor, issue, 'opened', () => ({
    changes: { old_issue: before.issue, old_repository: before.repository },
  }));
}

/** Deletes an issue with its comments; its parent loses it, its children stay without a parent. */
export function deleteIssue(world: World, actor: Actor, issue: Issue): void {
  const { state } = world;
  assertTakesIssues(issue.repository);
  issue.repository.issues.delete(issue.number);
  issue.repository.departed.set(issue.number, null);
  count(issue, -1);
  for (const node of [issue, ...issue.timeline]) state.nodes.delete(node.nodeId);
  dropPin(world, issue);
  detachIssue(world, issue);
  announce(world, actor, issue.repository, 'issues', 'deleted', () => ({ issue: issueShape(world, issue) }));
}

/** Takes an issue that goes out of all that others have of it: family, dependencies, projects. */
export function detachIssue({ state }: World, issue: Issue): void {
  if (issue.parent) issue.parent.children = issue.parent.children.filter((child) => child !== issue);
  for (const child of issue.children) child.parent = null;
  forgetDependencies(issue);
  for (const item of itemsOf(state.projects, issue)) {
    item.project.items = item.project.items.filter((each) => each !== item);
    state.nodes.delete(item.nodeId);
  }
}

function assertReachable(source: Repository, target: Repository): void {
  if (source === target) throw unprocessable('The issue is in this repository already');
  if (source.owner !== target.owner) {
    throw unprocessable('An issue can only be transferred to a repository of the same owner');
  }
  if (source.isPrivate && !target.isPrivate) {
    throw unprocessable('An issue of a private repository cannot be transferred to a public one');
  }
}

function labelsThere(
  world: World,
  actor: Actor,
  issue: Issue,
  target: Repository,
  missing: 'drop' | 'create',
): Label[] {
  return issue.labels.flatMap(({ name, color, description }) => {
    const known = target.labels.get(name.toLowerCase());
    if (known || missing === 'drop') return known ?? [];
    return createLabel(world, actor, target, { name, color, description });
  });
}

/** The issue as it is in its new repository. The events of its past keep their ids, which no path names. */
function settle(world: World, issue: Issue, target: Repository, labels: Label[]): void {
  const { state } = world;
  const { milestone } = issue;
  target.lastIssueNumber += 1;
  issue.repository = target;
  issue.number = target.lastIssueNumber;
  issue.labels = labels;
  issue.assignees = issue.assignees.filter((account) => isAssignable(target, account));
  issue.milestone =
    [...target.milestones.values()].find(
      ({ title, dueOn }) => title === milestone?.title && dueOn === milestone.dueOn,
    ) ?? null;
  for (const writing of [issue, ...issue.comments]) {
    state.nodes.delete(writing.nodeId);
    Object.assign(writing, state.ids.next(writing.kind, target.id), { repository: target });
    register(state, writing);
  }
  target.issues.set(issue.number, issue);
}
