import { Refusal } from '../refusal.ts';
import { addCommit, type NewCommit, signatureOf } from '../state/commit.ts';
import type { Commit, PullRequest } from '../state/entities.ts';
import { changeFiles, headCommit } from '../state/git.ts';
import { type Merged, mergeFiles } from '../state/merge.ts';
import { tryMerge } from '../state/mergeable.ts';
import { commitsOf } from '../state/pull-request.ts';
import type { Actor, World } from '../world.ts';
import { moveBranch } from './branches.ts';
import { closeAsSaid } from './closing.ts';
import { markMerged } from './pull-requests.ts';
import { assertWritable } from './record.ts';

export type MergeMethod = 'merge' | 'squash' | 'rebase';

export interface Merge {
  method: MergeMethod;
  /** Of the commit that comes of it, but for a rebase. */
  title?: string | undefined;
  message?: string | undefined;
  /** What the head must be. */
  sha?: string | undefined;
}

const impossible = 'Pull Request is not mergeable';

/**
 * Brings a pull request into its base, closes it and the issues that it says it closes.
 *
 * @throws Refusal 405 where it can't be merged, 409 where its head is another by now.
 */
export function mergePull(world: World, actor: Actor, pull: PullRequest, merge: Merge): Commit {
  const { issue, base } = pull;
  const { repository } = issue;
  assertWritable(repository);
  const tip = repository.branches.get(base.ref);
  if (issue.state === 'closed' || !tip) throw new Refusal(405, impossible);
  if (pull.isDraft) throw new Refusal(405, 'Pull Request is still a draft');
  if (merge.sha !== undefined && merge.sha !== headCommit(pull).sha) {
    throw new Refusal(409, 'Head branch was modified. Review and try the merge again.');
  }
  const commit = commitOf(world, actor, pull, tip, merge);
  markMerged(world, actor, pull, commit);
  moveBranch(world, actor, repository, { branch: base.ref, to: commit });
  if (base.ref === repository.defaultBranch)
    closeAsSaid(world, actor, { text: issue.body ?? '', at: repository, closer: issue });
  return commit;
}

function commitOf(world: World, actor: Actor, pull: PullRequest, tip: Commit, merge: Merge): Commit {
  if (merge.method === 'rebase') return rebase(world, actor, pull, tip);
  const merged = tryMerge(pull);
  if (!merged) throw new Refusal(405, impossible);
  const squashed = merge.method === 'squash';
  const usual = squashed ? squashText(pull) : mergeText(pull);
  return write(world, pull, merged, {
    parents: squashed ? [tip] : [tip, headCommit(pull)],
    message: textOf({ title: merge.title ?? usual.title, message: merge.message ?? usual.message }),
    author: signatureOf(squashed ? pull.issue.author : actor.account, world.now()),
    committer: signatureOf(actor.account, world.now()),
  });
}

/** Each commit once more, on top of the base; merges among them are left out. */
function rebase(world: World, actor: Actor, pull: PullRequest, tip: Commit): Commit {
  let last = tip;
  for (const commit of commitsOf(pull)) {
    const [parent, second] = commit.parents;
    if (second) continue;
    const merged = mergeFiles(parent, last, commit);
    if (!merged) throw new Refusal(405, 'This branch can’t be rebased');
    const { message, author } = commit;
    const committer = signatureOf(actor.account, world.now());
    last = write(world, pull, merged, { parents: [last], message, author, committer });
  }
  return last;
}

function write(
  { state }: World,
  pull: PullRequest,
  { files, texts }: Merged,
  commit: Omit<NewCommit, 'files'>,
): Commit {
  const { repository } = pull.issue;
  return addCommit(state, repository, { ...commit, files: changeFiles(state, repository, files, texts) });
}

/** Source: GitHub docs, About pull request merges. */
function mergeText({ issue, head }: PullRequest) {
  const title = `Merge pull request #${issue.number} from ${head.repository.owner.login}/${head.ref}`;
  return { title, message: issue.title };
}

/** Of one commit its own words, of several those of the pull request and a list. */
function squashText(pull: PullRequest) {
  const commits = commitsOf(pull);
  const [first = '', ...rest] = (commits[0]?.message ?? '').split('\n');
  const number = `(#${pull.issue.number})`;
  if (commits.length === 1) return { title: `${first} ${number}`, message: rest.join('\n').trim() };
  const list = commits.map(({ message }) => `* ${message}`);
  return { title: `${pull.issue.title} ${number}`, message: list.join('\n\n') };
}

function textOf({ title, message }: { title: string; message: string }): string {
  return message === '' ? title : `${title}\n\n${message}`;
}
