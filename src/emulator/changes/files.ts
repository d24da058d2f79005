import { repositoryPage } from '../shapes/addresses.ts';
import { signatureShape } from '../shapes/git.ts';
import type { Commit, Repository } from '../state/entities.ts';
import { addCommit, type FileChanges } from '../state/git.ts';
import type { Actor, World } from '../world.ts';
import { synchronizePulls } from './pull-requests.ts';
import { announce, assertWritable } from './record.ts';

const noCommit = '0'.repeat(40);

/** Commits to a branch, which GitHub tells as a push. */
export function commitFiles(
  world: World,
  actor: Actor,
  repository: Repository,
  { branch, files, message }: { branch: string; files: FileChanges; message: string },
): Commit {
  assertWritable(repository);
  const commit = addCommit(world.state, repository, { branch, files, message, author: actor.account, at: world.now() });
  announce(world, actor, repository, 'push', null, () => pushOf(world, commit, branch));
  synchronizePulls(world, actor, repository, branch, commit.parent?.sha ?? noCommit);
  return commit;
}

/** Source: GitHub docs, Webhook events and payloads, push. */
function pushOf(world: World, commit: Commit, branch: string): Record<string, unknown> {
  const before = commit.parent?.sha ?? noCommit;
  const page = repositoryPage(world, commit.repository);
  const { name, email } = signatureShape(commit);
  const author = { name, email, username: commit.author.login };
  const told = {
    id: commit.sha,
    tree_id: commit.treeSha,
    distinct: true,
    message: commit.message,
    timestamp: commit.committedAt,
    url: `${page}/commit/${commit.sha}`,
    author,
    committer: author,
    added: commit.added,
    removed: commit.removed,
    modified: commit.modified,
  };
  return {
    ref: `refs/heads/${branch}`,
    before,
    after: commit.sha,
    base_ref: null,
    created: commit.parent === null,
    deleted: false,
    forced: false,
    compare: `${page}/compare/${before.slice(0, 12)}...${commit.sha.slice(0, 12)}`,
    commits: [told],
    head_commit: told,
    pusher: { name: commit.author.login, email },
  };
}
