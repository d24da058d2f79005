import type { Account, Entity } from './account.ts';
import type { Issue } from './entities.ts';

/** An issue that stands above the list of its repository's issues. */
export interface PinnedIssue extends Entity {
  kind: 'PinnedIssue';
  issue: Issue;
  pinnedBy: Account;
}

export function findPin(pins: Iterable<PinnedIssue>, issue: Issue): PinnedIssue | undefined {
  return [...pins].find((pin) => pin.issue === issue);
}
