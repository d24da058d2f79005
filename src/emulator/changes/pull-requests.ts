import type { Issue, PullRequest, Repository } from '../state/entities.ts';
import { register } from '../state/state.ts';
import type { Actor, World } from '../world.ts';
import { openIssue } from './issues.ts';
import { announcePull } from './record.ts';

export interface NewPullRequest {
  /** One that no issue of the repository has. */
  number: number;
  title: string;
  body?: string | undefined;
  /** A branch that exists. */
  head: PullRequest['head'];
}

/**
 * Proposes a branch for the default branch as it is now.
 *
 * @throws RangeError for a number that is taken or no number of an issue, and where there is nothing to merge into.
 */
export function openPullRequest(
  world: World,
  actor: Actor,
  repository: Repository,
  { number, title, body, head }: NewPullRequest,
): PullRequest {
  const ref = repository.defaultBranch;
  const commit = repository.branches.get(ref);
  if (!commit) throw new RangeError(`${repository.name} has no branch ${ref}`);
  if (!Number.isSafeInteger(number) || number < 1 || repository.issues.has(number)) {
    throw new RangeError(`${repository.name} can’t number a pull request ${number}`);
  }
  const last = repository.lastIssueNumber;
  repository.lastIssueNumber = number - 1;
  const ids = world.state.ids.next('PullRequest', repository.id);
  const makePull = (issue: Issue) => {
    issue.pull = { ...ids, issue, base: { ref, commit }, head, reviews: [], reviewComments: [] };
    // The issue that a pull request is too has its node id, though an id of its own.
    world.state.nodes.delete(issue.nodeId);
    issue.nodeId = ids.nodeId;
    register(world.state, issue);
  };
  const { pull } = openIssue(world, actor, repository, { title, body, makePull });
  repository.lastIssueNumber = Math.max(last, number);
  if (!pull) throw new RangeError(`${repository.name} did not take the pull request ${number}`);
  return pull;
}

/** Tells of new commits on the branch of open pull requests. */
export function synchronizePulls(world: World, actor: Actor, repository: Repository, branch: string, before: string) {
  if (!world.isHeard()) return;
  const after = repository.branches.get(branch)?.sha;
  for (const base of [repository, ...(repository.source ? [repository.source] : [])]) {
    for (const { pull, state } of base.issues.values()) {
      if (pull?.head.repository !== repository || pull.head.ref !== branch || state === 'closed') continue;
      announcePull(world, actor, pull, 'synchronize', () => ({ before, after }));
    }
  }
}
