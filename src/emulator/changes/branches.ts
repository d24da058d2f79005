import { type Move, pushShape } from '../shapes/push.ts';
import type { Commit, Repository } from '../state/entities.ts';
import { commitsBetween } from '../state/history.ts';
import type { Actor, World } from '../world.ts';
import { closeAsSaid } from './closing.ts';
import { followBranch } from './pull-requests.ts';
import { announce, assertWritable } from './record.ts';

/** Lets a branch end with a commit, or with null takes it away: GitHub tells it as a push, pull requests follow. */
export function moveBranch(
  world: World,
  actor: Actor,
  repository: Repository,
  { branch, to }: { branch: string; to: Commit | null },
): void {
  assertWritable(repository);
  const before = repository.branches.get(branch) ?? null;
  if (before === to) return;
  if (to) repository.branches.set(branch, to);
  else repository.branches.delete(branch);
  repository.pushedAt = world.now();
  tellOfRef(world, actor, repository, { ref: `refs/heads/${branch}`, before, after: to });
  tellPush(world, actor, repository, { ref: `refs/heads/${branch}`, before, after: to });
  followBranch(world, actor, repository, { branch, before, after: to });
  if (!to || branch !== repository.defaultBranch) return;
  for (const commit of commitsBetween(before ? [before] : [], to).reverse()) {
    closeAsSaid(world, actor, { text: commit.message, at: repository, closer: commit });
  }
}

/** The same for a ref that is no branch, such as a tag. */
export function moveRef(
  world: World,
  actor: Actor,
  repository: Repository,
  { ref, to }: { ref: string; to: Commit | null },
): void {
  assertWritable(repository);
  const before = repository.otherRefs.get(ref) ?? null;
  if (before === to) return;
  if (to) repository.otherRefs.set(ref, to);
  else repository.otherRefs.delete(ref);
  tellOfRef(world, actor, repository, { ref, before, after: to });
  tellPush(world, actor, repository, { ref, before, after: to });
}

/** Tells of a branch or a tag that is new or gone. Source: GitHub docs, Webhook events and payloads, create and delete. */
function tellOfRef(world: World, actor: Actor, repository: Repository, { ref, before, after }: Move): void {
  const [, kind, name] = /^refs\/(heads|tags)\/(.+)$/.exec(ref) ?? [];
  if (kind === undefined || (before && after)) return;
  const about = { ref: name, ref_type: kind === 'heads' ? 'branch' : 'tag', pusher_type: 'user' };
  const { defaultBranch, description } = repository;
  if (after) {
    announce(world, actor, repository, 'create', null, () => ({ ...about, master_branch: defaultBranch, description }));
  } else {
    announce(world, actor, repository, 'delete', null, () => about);
  }
}

function tellPush(world: World, actor: Actor, repository: Repository, move: Move): void {
  announce(world, actor, repository, 'push', null, () => pushShape(world, repository, move, actor));
}
