import type { CommitChecks, Push } from '../model/commit-check.ts';
import type { RepositoryRef } from '../model/facts.ts';
import { checkOfPush } from './commit-check.ts';
import { type CommitState, stateAt } from './commit-state.ts';
import type { Governing } from './governing.ts';

/** What a branch has before its first commit. */
const nothing: CommitState = { faults: [], broken: null, charter: 'none' };

/**
 * Tells whoever pushed, on the commit that they pushed, when the configuration or the charter can't be read any more, and
 * when it can be again: judged by the two commits alone, so that it is the same whenever it is done.
 * @returns why it could not be said there, in a clause; `null` where it was, and where there is nothing to say. Errors:
 * rejects when GitHub does not answer.
 */
export async function tellPusher(
  { repository, push }: { repository: RepositoryRef; push: Push },
  { github, governing }: { github: CommitChecks; governing: Governing },
): Promise<string | null> {
  const reading = { repository, github, likely: Object.keys(governing.blobs) };
  const after = await stateAt(push.after, reading);
  const before = push.before === null ? nothing : await stateAt(push.before, reading);
  const check = checkOfPush({ before, after, hasEarlier: governing.policy !== null });
  return check && github.checkCommit(repository, push.after, check);
}
