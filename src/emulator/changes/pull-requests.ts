import type { Commit, Issue, PullRequest, Repository } from '../state/entities.ts';
import { register } from '../state/state.ts';
import type { Actor, World } from '../world.ts';
import { closeIssue, openIssue } from './issues.ts';
import { announcePull } from './record.ts';

export interface NewPullRequest {
  /** One that no issue of the repository has. */
  number: number;
  title: string;
  body?: string | undefined;
  head: Omit<PullRequest['head'], 'commit'>;
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
  { number, title, body, head: source }: NewPullRequest,
): PullRequest {
  const ref = repository.defaultBranch;
  const commit = repository.branches.get(ref);
  const last = source.repository.branches.get(source.ref);
  if (!commit || !last) throw new RangeError(`${repository.name} has no branch ${commit ? source.ref : ref}`);
  const head = { ...source, commit: last };
  if (!Number.isSafeInteger(number) || number < 1 || repository.issues.has(number)) {
    throw new RangeError(`${repository.name} can’t number a pull request ${number}`);
  }
  const highest = repository.lastIssueNumber;
  repository.lastIssueNumber = number - 1;
  const ids = world.state.ids.next('PullRequest', repository.id);
  const makePull = (issue: Issue) => {
    issue.pull = { ...ids, issue, base: { ref, commit }, head, merged: null, reviews: [], reviewComments: [] };
    // The issue that a pull request is too has its node id, though an id of its own.
    world.state.nodes.delete(issue.nodeId);
    issue.nodeId = ids.nodeId;
    register(world.state, issue);
  };
  const { pull } = openIssue(world, actor, repository, { title, body, makePull });
  repository.lastIssueNumber = Math.max(highest, number);
  if (!pull) throw new RangeError(`${repository.name} did not take the pull request ${number}`);
  return pull;
}

/** Open pull requests go on with their branch; one whose branch is no longer there is closed. */
export function followBranch(
  world: World,
  actor: Actor,
  repository: Repository,
  { branch, before, after }: { branch: string; before: Commit | null; after: Commit | null },
): void {
  for (const { pull, state } of issuesAround(repository)) {
    if (!pull || state === 'closed') continue;
    const isBase = pull.issue.repository === repository && pull.base.ref === branch;
    const isHead = pull.head.repository === repository && pull.head.ref === branch;
    if (!after && (isBase || isHead)) closeIssue(world, actor, pull.issue);
    if (!after || !isHead) continue;
    pull.head.commit = after;
    pull.base.commit = pull.issue.repository.branches.get(pull.base.ref) ?? pull.base.commit;
    announcePull(world, actor, pull, 'synchronize', () => ({ before: before?.sha, after: after.sha }));
  }
}

/** Of a repository and of what it was forked from. */
function issuesAround(repository: Repository): Issue[] {
  return [repository, repository.source].flatMap((each) => (each ? [...each.issues.values()] : []));
}
