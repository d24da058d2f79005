import { userShape } from '../shapes/account.ts';
import type { Account, Issue } from '../state/entities.ts';
import { isAssignable } from '../state/look-up.ts';
import type { Actor, World } from '../world.ts';
import { announceIssue, assertTakesIssues, record } from './record.ts';

const mostAssignees = 10;

/** Assigns who can be assigned; GitHub drops everyone else, and who is beyond the tenth, in silence. */
export function assign(world: World, actor: Actor, issue: Issue, accounts: Account[]): void {
  assertTakesIssues(issue.repository);
  for (const assignee of accounts) {
    const isKnown = issue.assignees.includes(assignee);
    if (isKnown || !isAssignable(issue.repository, assignee) || issue.assignees.length >= mostAssignees) continue;
    issue.assignees = [...issue.assignees, assignee];
    record(world, actor, issue, { kind: 'AssignedEvent', assignee });
    announceIssue(world, actor, issue, 'assigned', () => ({ assignee: userShape(world, assignee) }));
  }
}

export function unassign(world: World, actor: Actor, issue: Issue, accounts: Account[]): void {
  assertTakesIssues(issue.repository);
  for (const assignee of accounts) {
    if (!issue.assignees.includes(assignee)) continue;
    issue.assignees = issue.assignees.filter((each) => each !== assignee);
    record(world, actor, issue, { kind: 'UnassignedEvent', assignee });
    announceIssue(world, actor, issue, 'unassigned', () => ({ assignee: userShape(world, assignee) }));
  }
}

export function setAssignees(world: World, actor: Actor, issue: Issue, accounts: Account[]): void {
  unassign(
    world,
    actor,
    issue,
    issue.assignees.filter((each) => !accounts.includes(each)),
  );
  assign(world, actor, issue, accounts);
}
