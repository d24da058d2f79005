import { addCommit, signatureOf } from '../state/commit.ts';
import type { Commit, Repository } from '../state/entities.ts';
import { changeFiles, type FileChanges } from '../state/git.ts';
import type { Actor, World } from '../world.ts';
import { moveBranch } from './branches.ts';
import { assertWritable } from './record.ts';

/** Commits to a branch, which is made with its first commit. */
export function commitFiles(
  world: World,
  actor: Actor,
  repository: Repository,
  { branch, files, message }: { branch: string; files: FileChanges; message: string },
): Commit {
  assertWritable(repository);
  const parent = repository.branches.get(branch);
  const commit = addCommit(world.state, repository, {
    files: changeFiles(world.state, repository, parent ?? { tree: new Map(), modes: new Map() }, files),
    parents: parent ? [parent] : [],
    message,
    author: signatureOf(actor.account, world.now()),
  });
  moveBranch(world, actor, repository, { branch, to: commit });
  return commit;
}
