import { invalid } from '../refusal.ts';
import type { PullRequest } from '../state/entities.ts';

/**
 * Lets a pull request that was closed go on from where its branch is now.
 *
 * @throws Refusal 422 for one that was merged, and where one of its branches is there no longer.
 */
export function reopenPull(pull: PullRequest): void {
  const { issue, head, base, merged } = pull;
  const tip = head.repository.branches.get(head.ref);
  const last = issue.repository.branches.get(base.ref);
  if (merged) throw refused('The pull request cannot be reopened.');
  if (!tip) throw refused(`The ${head.ref} branch has been deleted.`);
  if (!last) throw refused(`The ${base.ref} branch has been deleted.`);
  head.commit = tip;
  base.commit = last;
}

function refused(because: string) {
  const message = `state cannot be changed. ${because}`;
  return invalid({ resource: 'PullRequest', field: 'state', code: 'custom', message });
}
