import { unprocessable } from '../refusal.ts';
import { issueShape } from '../shapes/issue.ts';
import { simpleRepositoryShape } from '../shapes/repository.ts';
import type { Issue } from '../state/entities.ts';
import type { Actor, World } from '../world.ts';
import { announce, assertTakesIssues, record } from './record.ts';

const mostChildren = 100;
const mostLevels = 8;
const refused = 'An error occurred while adding the sub-issue to the parent issue.';

/**
 * Puts an issue below another. Source: GitHub docs, REST API, Sub-issues; and Adding sub-issues, for the limits.
 *
 * @throws Refusal 422 for a second parent, a cycle, another owner, more than 100 children or 8 levels.
 */
export function addSubIssue(
  world: World,
  actor: Actor,
  parent: Issue,
  child: Issue,
  { replaceParent = false }: { replaceParent?: boolean } = {},
): void {
  assertTakesIssues(parent.repository);
  assertTakesIssues(child.repository);
  const because = whyNot(parent, child, replaceParent);
  if (because) throw unprocessable(`${refused} ${because}`);
  if (child.parent) removeSubIssue(world, actor, child.parent, child);
  child.parent = parent;
  parent.children.push(child);
  record(world, actor, parent, { kind: 'SubIssueAddedEvent', subIssue: child });
  record(world, actor, child, { kind: 'ParentIssueAddedEvent', parent });
  tell(world, actor, parent, child, 'added');
}

/** @throws Refusal 422 when the one is not below the other. */
export function removeSubIssue(world: World, actor: Actor, parent: Issue, child: Issue): void {
  assertTakesIssues(parent.repository);
  if (child.parent !== parent) throw unprocessable('The provided sub-issue does not exist');
  child.parent = null;
  parent.children = parent.children.filter((each) => each !== child);
  record(world, actor, parent, { kind: 'SubIssueRemovedEvent', subIssue: child });
  record(world, actor, child, { kind: 'ParentIssueRemovedEvent', parent });
  tell(world, actor, parent, child, 'removed');
}

/** Moves a child behind or before one of its siblings. */
export function reorderSubIssue(parent: Issue, child: Issue, place: { after?: Issue; before?: Issue }): void {
  const sibling = place.after ?? place.before;
  if (child.parent !== parent || !sibling || sibling.parent !== parent || sibling === child) {
    throw unprocessable('The provided sub-issue does not exist');
  }
  const others = parent.children.filter((each) => each !== child);
  others.splice(others.indexOf(sibling) + (place.after ? 1 : 0), 0, child);
  parent.children = others;
}

function whyNot(parent: Issue, child: Issue, replaceParent: boolean): string | null {
  if (child.parent === parent) return 'Issue may not contain duplicate sub-issues';
  if (child.parent && !replaceParent) return 'Sub issue may only have one parent';
  if (parent.repository.owner !== child.repository.owner)
    return 'Sub issue must belong to the same owner as its parent';
  if (parent === child || ancestorsOf(parent).includes(child)) return 'Sub issue may not create a circular dependency';
  if (parent.children.length >= mostChildren) return `Parent cannot have more than ${mostChildren} sub-issues`;
  const levels = ancestorsOf(parent).length + heightOf(child);
  return levels > mostLevels ? `Sub issue cannot be nested more than ${mostLevels} layers deep` : null;
}

function ancestorsOf(issue: Issue): Issue[] {
  const ancestors: Issue[] = [];
  for (let at = issue.parent; at; at = at.parent) ancestors.push(at);
  return ancestors;
}

/** Levels that an issue and what is below it take up. */
function heightOf(issue: Issue): number {
  return 1 + Math.max(0, ...issue.children.map(heightOf));
}

/** GitHub tells both sides: the parent's repository of its child, the child's of its parent. */
function tell(world: World, actor: Actor, parent: Issue, child: Issue, what: 'added' | 'removed'): void {
  const both = () => ({
    sub_issue_id: child.id,
    sub_issue: issueShape(world, child),
    parent_issue_id: parent.id,
    parent_issue: issueShape(world, parent),
  });
  announce(world, actor, child.repository, 'sub_issues', `parent_issue_${what}`, () => ({
    ...both(),
    parent_issue_repo: simpleRepositoryShape(world, parent.repository),
  }));
  announce(world, actor, parent.repository, 'sub_issues', `sub_issue_${what}`, () => ({
    ...both(),
    sub_issue_repo: simpleRepositoryShape(world, child.repository),
  }));
}
