import { signatureOf } from '../state/commit.ts';
import type { Commit, Repository, Signature } from '../state/entities.ts';
import { commitsBetween, isWithin } from '../state/history.ts';
import type { Actor, World } from '../world.ts';
import { repositoryPage } from './addresses.ts';

const noCommit = '0'.repeat(40);
/** GitHub names no more commits of a push than this. */
const mostCommits = 2048;

/** A ref that has moved; null where it was not there before, or is there no longer. */
export interface Move {
  ref: string;
  before: Commit | null;
  after: Commit | null;
}

/** Source: GitHub docs, Webhook events and payloads, push. */
export function pushShape(world: World, repository: Repository, { ref, before, after }: Move, { account }: Actor) {
  const page = repositoryPage(world, repository);
  const [from, to] = [before?.sha ?? noCommit, after?.sha ?? noCommit];
  return {
    ref,
    before: from,
    after: to,
    base_ref: null,
    created: before === null,
    deleted: after === null,
    forced: before !== null && after !== null && !isWithin(before, after),
    compare: `${page}/compare/${from.slice(0, 12)}...${to.slice(0, 12)}`,
    commits: newCommits(repository, { ref, before, after }).map((commit) => pushedShape(world, repository, commit)),
    head_commit: after && pushedShape(world, repository, after),
    pusher: { name: account.login, email: signatureOf(account, '').email },
  };
}

/** What the push brought, the oldest first: of a new branch only what no other branch has. */
function newCommits({ branches }: Repository, { ref, before, after }: Move): Commit[] {
  if (!after) return [];
  const others = [...branches].filter(([name]) => `refs/heads/${name}` !== ref).map(([, tip]) => tip);
  return commitsBetween(before ? [before] : others, after)
    .slice(0, mostCommits)
    .reverse();
}

function pushedShape(world: World, repository: Repository, commit: Commit) {
  return {
    id: commit.sha,
    tree_id: commit.treeSha,
    distinct: true,
    message: commit.message,
    timestamp: commit.committer.at,
    url: `${repositoryPage(world, repository)}/commit/${commit.sha}`,
    author: pushedBy(commit.author),
    committer: pushedBy(commit.committer),
    added: commit.added,
    removed: commit.removed,
    modified: commit.modified,
  };
}

function pushedBy({ name, email, account }: Signature) {
  return { name, email, ...(account ? { username: account.login } : {}) };
}
