import { type FieldError, invalid } from '../refusal.ts';
import type { Commit, Issue, PullRequest, Repository } from '../state/entities.ts';
import { commitsBetween, isWithin, mergeBase } from '../state/history.ts';
import { register } from '../state/state.ts';
import type { Actor, World } from '../world.ts';
import { closeIssue, openIssue } from './issues.ts';
import { announcePull, assertWritable, record } from './record.ts';

export interface NewPullRequest {
  title: string;
  body?: string | null | undefined;
  /** The branch that it is for. */
  base: string;
  head: { ref: string; repository: Repository };
  isDraft?: boolean;
  /** The next unless said: one that no issue of the repository has. */
  number?: number;
}

/**
 * Proposes a branch for another as it is now.
 *
 * @throws Refusal 422 where there is nothing to merge, or nothing to merge into; RangeError for a number that is taken.
 */
export function openPullRequest(
  world: World,
  actor: Actor,
  repository: Repository,
  { title, body, base: ref, head: source, isDraft = false, number }: NewPullRequest,
): PullRequest {
  assertWritable(repository);
  const { base, head } = endsOf(repository, ref, source);
  assertNew(repository, ref, source);
  const highest = repository.lastIssueNumber;
  if (number !== undefined) {
    if (!Number.isSafeInteger(number) || number < 1 || repository.issues.has(number)) {
      throw new RangeError(`${repository.name} can’t number a pull request ${number}`);
    }
    repository.lastIssueNumber = number - 1;
  }
  const ids = world.state.ids.next('PullRequest', repository.id);
  const makePull = (issue: Issue) => {
    issue.pull = {
      ...ids,
      issue,
      base,
      head,
      merged: null,
      isDraft,
      reviewers: [],
      reviewTeams: [],
      reviews: [],
      reviewComments: [],
    };
    // The issue that a pull request is too has its node id, though an id of its own.
    world.state.nodes.delete(issue.nodeId);
    issue.nodeId = ids.nodeId;
    register(world.state, issue);
  };
  const { pull } = openIssue(world, actor, repository, { title, body, makePull });
  repository.lastIssueNumber = Math.max(highest, repository.lastIssueNumber);
  if (!pull) throw new RangeError(`${repository.name} did not take the pull request “${title}”`);
  return pull;
}

/** Makes a pull request be for another branch. @throws Refusal 422 where there is no such, or it is not open. */
export function changeBase(world: World, actor: Actor, pull: PullRequest, ref: string): void {
  const { issue, base: former } = pull;
  assertWritable(issue.repository);
  if (ref === former.ref) return;
  if (issue.state === 'closed') throw refused('base', 'Cannot change the base branch of a closed pull request.');
  const { base } = endsOf(issue.repository, ref, pull.head);
  pull.base = base;
  record(world, actor, issue, { kind: 'BaseRefChangedEvent', previousRefName: former.ref, currentRefName: ref });
  const changes = { base: { ref: { from: former.ref }, sha: { from: former.commit.sha } } };
  announcePull(world, actor, pull, 'edited', () => ({ changes }));
}

/** Says that a pull request is to be reviewed now, or not yet. */
export function setDraft(world: World, actor: Actor, pull: PullRequest, isDraft: boolean): void {
  assertWritable(pull.issue.repository);
  if (pull.isDraft === isDraft) return;
  pull.isDraft = isDraft;
  record(world, actor, pull.issue, { kind: isDraft ? 'ConvertToDraftEvent' : 'ReadyForReviewEvent' });
  announcePull(world, actor, pull, isDraft ? 'converted_to_draft' : 'ready_for_review');
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
    if (!after) continue;
    if (isHead) synchronize(world, actor, pull, { before, after });
    // What was pushed by hand is merged as well.
    if (isBase && isWithin(pull.head.commit, after)) markMerged(world, actor, pull, after);
  }
}

function synchronize(
  world: World,
  actor: Actor,
  pull: PullRequest,
  { before, after }: { before: Commit | null; after: Commit },
): void {
  pull.head.commit = after;
  pull.base.commit = pull.issue.repository.branches.get(pull.base.ref) ?? pull.base.commit;
  announcePull(world, actor, pull, 'synchronize', () => ({ before: before?.sha, after: after.sha }));
}

/** Closes a pull request of which a commit brought the change into its base. */
export function markMerged(world: World, actor: Actor, pull: PullRequest, commit: Commit): void {
  const { issue, base } = pull;
  pull.merged = { at: world.now(), by: actor.account, commit };
  record(world, actor, issue, { kind: 'MergedEvent', commit, ref: base.ref });
  closeIssue(world, actor, issue);
}

/** @throws Refusal 422 where one of the branches is not there, or they have the same, or nothing in common. */
function endsOf(
  repository: Repository,
  ref: string,
  source: NewPullRequest['head'],
): Pick<PullRequest, 'base' | 'head'> {
  const commit = repository.branches.get(ref);
  const tip = source.repository.branches.get(source.ref);
  const faults: FieldError[] = [
    ...(tip ? [] : [{ resource: 'PullRequest', field: 'head', code: 'invalid' as const }]),
    ...(commit ? [] : [{ resource: 'PullRequest', field: 'base', code: 'invalid' as const }]),
  ];
  if (!commit || !tip) throw invalid(...faults);
  if (!mergeBase(commit, tip)) throw refused(null, `The ${source.ref} branch has no history in common with ${ref}`);
  if (commitsBetween([commit], tip).length === 0) {
    throw refused(
      null,
      `No commits between ${labelOf(repository, ref, source)} and ${labelOf(source.repository, source.ref, { ref, repository })}`,
    );
  }
  return { base: { ref, commit }, head: { ...source, commit: tip } };
}

/** Names the owner where the other branch has another. */
function labelOf({ owner }: Repository, ref: string, other: NewPullRequest['head']): string {
  return owner === other.repository.owner ? ref : `${owner.login}:${ref}`;
}

function assertNew(repository: Repository, base: string, { ref, repository: site }: NewPullRequest['head']): void {
  const isSame = ({ pull, state }: Issue) =>
    state === 'open' && pull?.base.ref === base && pull.head.ref === ref && pull.head.repository === site;
  if ([...repository.issues.values()].some(isSame)) {
    throw refused(null, `A pull request already exists for ${site.owner.login}:${ref}.`);
  }
}

function refused(field: string | null, message: string) {
  return invalid({ resource: 'PullRequest', ...(field === null ? {} : { field }), code: 'custom', message });
}

/** Of a repository and of what it was forked from. */
function issuesAround(repository: Repository): Issue[] {
  return [repository, repository.source].flatMap((each) => (each ? [...each.issues.values()] : []));
}
