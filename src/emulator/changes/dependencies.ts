import { Refusal } from '../refusal.ts';
import { issueShape } from '../shapes/issue.ts';
import { simpleRepositoryShape } from '../shapes/repository.ts';
import type { Issue } from '../state/entities.ts';
import type { Actor, World } from '../world.ts';
import { announce, assertTakesIssues, record } from './record.ts';

const most = 50;

/**
 * Has an issue wait for another, be that one open or closed. Source: GitHub docs, Creating issue dependencies.
 *
 * @throws Refusal 422 for one that it waits for already, itself, a cycle, and for a 51st on either side.
 */
export function addBlockedBy(world: World, actor: Actor, blocked: Issue, blocking: Issue): void {
  assertTakesIssues(blocked.repository);
  const because = whyNot(blocked, blocking);
  if (because) {
    const message = `An error occurred while adding the blocking issue to the issue. Validation failed: ${because}`;
    throw new Refusal(422, message, { type: 'VALIDATION' });
  }
  blocked.blockedBy = [...blocked.blockedBy, blocking];
  blocking.blocking = [...blocking.blocking, blocked];
  record(world, actor, blocked, { kind: 'BlockedByAddedEvent', blockingIssue: blocking });
  record(world, actor, blocking, { kind: 'BlockingAddedEvent', blockedIssue: blocked });
  tell(world, actor, blocked, blocking, 'added');
}

/** Has it wait no more; where it did not wait nothing happens, as on GitHub. */
export function removeBlockedBy(world: World, actor: Actor, blocked: Issue, blocking: Issue): void {
  assertTakesIssues(blocked.repository);
  if (!blocked.blockedBy.includes(blocking)) return;
  unlink(blocked, blocking);
  record(world, actor, blocked, { kind: 'BlockedByRemovedEvent', blockingIssue: blocking });
  record(world, actor, blocking, { kind: 'BlockingRemovedEvent', blockedIssue: blocked });
  tell(world, actor, blocked, blocking, 'removed');
}

/** Takes an issue that goes out of what waits for it and what it waits for. */
export function forgetDependencies(issue: Issue): void {
  for (const blocking of issue.blockedBy) unlink(issue, blocking);
  for (const blocked of issue.blocking) unlink(blocked, issue);
}

function unlink(blocked: Issue, blocking: Issue): void {
  blocked.blockedBy = blocked.blockedBy.filter((each) => each !== blocking);
  blocking.blocking = blocking.blocking.filter((each) => each !== blocked);
}

function whyNot(blocked: Issue, blocking: Issue): string | null {
  if (blocked === blocking) return 'An issue cannot block itself';
  if (blocked.pull || blocking.pull) return 'A pull request cannot have dependencies';
  if (blocked.blockedBy.includes(blocking)) return 'Target issue has already been taken';
  if (waitsFor(blocking, blocked)) return 'Dependencies cannot be circular';
  if (blocked.blockedBy.length >= most) return `An issue cannot be blocked by more than ${most} issues`;
  return blocking.blocking.length >= most ? `An issue cannot block more than ${most} issues` : null;
}

function waitsFor(issue: Issue, wanted: Issue): boolean {
  const seen = new Set([issue]);
  for (const each of seen) for (const blocking of each.blockedBy) seen.add(blocking);
  return seen.has(wanted);
}

/** GitHub tells both sides: the repository of the one that waits, and that of the one it waits for. */
function tell(world: World, actor: Actor, blocked: Issue, blocking: Issue, what: 'added' | 'removed'): void {
  const both = () => ({
    blocked_issue_id: blocked.id,
    blocked_issue: issueShape(world, blocked),
    blocking_issue_id: blocking.id,
    blocking_issue: issueShape(world, blocking),
  });
  announce(world, actor, blocked.repository, 'issue_dependencies', `blocked_by_${what}`, () => ({
    ...both(),
    blocking_issue_repo: simpleRepositoryShape(world, blocking.repository),
  }));
  announce(world, actor, blocking.repository, 'issue_dependencies', `blocking_${what}`, () => ({
    ...both(),
    blocked_issue_repo: simpleRepositoryShape(world, blocked.repository),
  }));
}
