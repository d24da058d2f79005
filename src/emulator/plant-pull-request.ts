import { commitFiles } from './changes/files.ts';
import { closeIssue } from './changes/issues.ts';
import { mergePull } from './changes/merges.ts';
import { openPullRequest } from './changes/pull-requests.ts';
import { forkRepository } from './changes/repositories.ts';
import { requestReviews } from './changes/review-requests.ts';
import { createReview, type Verdict } from './changes/reviews.ts';
import { actorFor, person } from './plant-accounts.ts';
import type { SeedPullRequest } from './seed.ts';
import type { PullRequest, Repository } from './state/entities.ts';
import { type FileChanges, headCommit } from './state/git.ts';
import type { Actor, World } from './world.ts';

const verdicts: Record<string, Verdict> = {
  approved: 'APPROVE',
  changes_requested: 'REQUEST_CHANGES',
  commented: 'COMMENT',
};

/**
 * Proposes a change, lets people review it, and closes or merges it.
 *
 * @param host merges it.
 * @throws RangeError for a change of what is not there.
 */
export function plantPullRequest(world: World, repository: Repository, seed: SeedPullRequest, host: Actor): void {
  const author = actorFor(person(world, seed.author));
  const pull = openPullRequest(world, author, repository, {
    number: seed.number ?? repository.lastIssueNumber + 1,
    title: seed.title,
    body: seed.body,
    base: repository.defaultBranch,
    head: plantBranch(world, repository, seed, author),
    isDraft: seed.draft ?? false,
  });
  requestReviews(
    world,
    author,
    pull,
    (seed.reviewers ?? []).map((login) => person(world, login)),
  );
  plantReviews(world, pull, seed.reviews ?? []);
  if (seed.state === 'closed') closeIssue(world, author, pull.issue);
  if (seed.state === 'merged') mergePull(world, host, pull, { method: 'merge' });
}

/** A branch with the change as its one commit. */
function plantBranch(world: World, repository: Repository, seed: SeedPullRequest, author: Actor) {
  const base = repository.branches.get(repository.defaultBranch);
  if (!base) throw new RangeError(`the seed gives ${repository.name} no files that “${seed.title}” could change`);
  const lost = Object.keys(seed.files).find((path) => seed.files[path] === null && !base.tree.has(path));
  if (lost !== undefined) throw new RangeError(`the seed gives ${repository.name} no ${lost} to remove`);
  const number = seed.number ?? repository.lastIssueNumber + 1;
  const head = seed.fork
    ? { repository: forkRepository(world, author.account, repository), ref: `patch-${number}` }
    : { repository, ref: `${author.account.login}-patch-${number}` };
  const files = Object.entries(seed.files).map(([path, text]) => [path, text === null ? null : Buffer.from(text)]);
  head.repository.branches.set(head.ref, base);
  commitFiles(world, author, head.repository, {
    branch: head.ref,
    files: Object.fromEntries(files) as FileChanges,
    message: seed.title,
  });
  return head;
}

function plantReviews(world: World, pull: PullRequest, reviews: NonNullable<SeedPullRequest['reviews']>): void {
  for (const { author, state = 'commented', body = '' } of reviews) {
    const verdict = verdicts[state] ?? 'COMMENT';
    createReview(world, actorFor(person(world, author)), pull, {
      body,
      commit: headCommit(pull),
      comments: [],
      verdict,
    });
  }
}
