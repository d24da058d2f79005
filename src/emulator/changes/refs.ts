import { unprocessable } from '../refusal.ts';
import type { Commit, Repository } from '../state/entities.ts';
import { isWithin } from '../state/history.ts';
import { branchOf, isRefName, refsOf } from '../state/refs.ts';
import type { Actor, World } from '../world.ts';
import { moveBranch, moveRef } from './branches.ts';

/** @throws Refusal 422 for a name that git would not take, and for one that is there. */
export function createRef(
  world: World,
  actor: Actor,
  repository: Repository,
  { ref, to }: { ref: string; to: Commit },
): void {
  if (!ref.startsWith('refs/')) throw unprocessable("Reference name must start with 'refs/'.");
  if (ref.split('/').length < 3) {
    throw unprocessable('Reference name must contain at least three slash-separated components.');
  }
  if (!isRefName(ref) || isReadOnly(ref)) throw unprocessable(`${ref} is not a valid ref name.`);
  if (findRef(repository, ref)) throw unprocessable('Reference already exists');
  move(world, actor, repository, ref, to);
}

/** @throws Refusal 422 for a ref that is not there, and for a commit that does not follow on its last unless forced to. */
export function updateRef(
  world: World,
  actor: Actor,
  repository: Repository,
  { ref, to, force }: { ref: string; to: Commit; force: boolean },
): void {
  const before = findRef(repository, ref);
  if (!before || isReadOnly(ref)) throw unprocessable('Reference does not exist');
  if (!force && !isWithin(before, to)) throw unprocessable('Update is not a fast forward');
  move(world, actor, repository, ref, to);
}

/** @throws Refusal 422 for a ref that is not there, and for the default branch. */
export function deleteRef(world: World, actor: Actor, repository: Repository, ref: string): void {
  if (!findRef(repository, ref) || isReadOnly(ref)) throw unprocessable('Reference does not exist');
  if (branchOf(ref) === repository.defaultBranch) throw unprocessable('Cannot delete the default branch');
  move(world, actor, repository, ref, null);
}

/** Refs of pull requests move with their branches. */
function isReadOnly(ref: string): boolean {
  return ref.startsWith('refs/pull/');
}

export function findRef(repository: Repository, ref: string): Commit | undefined {
  return refsOf(repository).find(([name]) => name === ref)?.[1];
}

function move(world: World, actor: Actor, repository: Repository, ref: string, to: Commit | null): void {
  const branch = branchOf(ref);
  if (branch === null) moveRef(world, actor, repository, { ref, to });
  else moveBranch(world, actor, repository, { branch, to });
}
