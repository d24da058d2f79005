import type { PinnedIssue } from '../state/pins.ts';
import type { Fields } from './resolvers.ts';

export const pinnedIssueFields: Fields<PinnedIssue> = {
  id: (pin) => pin.nodeId,
  databaseId: (pin) => pin.id,
  fullDatabaseId: (pin) => String(pin.id),
  issue: (pin) => pin.issue,
  pinnedBy: (pin) => pin.pinnedBy,
  repository: (pin) => pin.issue.repository,
};
