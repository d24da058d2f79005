import type { Commit, PullRequest } from './entities.ts';
import { headCommit } from './git.ts';
import { commitsBetween } from './history.ts';

/** @returns the commits that a pull request's head has and its base has not, the oldest first. */
export function commitsOf(pull: PullRequest): Commit[] {
  return commitsBetween([pull.base.commit], headCommit(pull)).reverse();
}
