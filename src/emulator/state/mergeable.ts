import type { PullRequest } from './entities.ts';
import { headCommit } from './git.ts';
import { mergeBase } from './history.ts';
import { type Merged, mergeFiles } from './merge.ts';

/** What comes of merging an open pull request into its base as that is now; null where the two contradict each other. */
export function tryMerge(pull: PullRequest): Merged | null {
  const tip = pull.issue.repository.branches.get(pull.base.ref);
  const head = headCommit(pull);
  return tip ? mergeFiles(mergeBase(tip, head), tip, head) : null;
}

/** Whether a pull request can be merged; unknown of one that is closed. */
export function mergeStateOf(pull: PullRequest): 'clean' | 'dirty' | 'draft' | 'unknown' {
  if (pull.issue.state === 'closed') return 'unknown';
  if (tryMerge(pull) === null) return 'dirty';
  return pull.isDraft ? 'draft' : 'clean';
}
