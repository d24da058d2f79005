import { showsIssue } from '../permissions/shows.ts';
import { dependenciesOf } from '../shapes/issue.ts';
import type { Issue } from '../state/entities.ts';
import { connect } from './connection.ts';
import type { Context, Fields } from './resolvers.ts';

/** What an issue says of those that it waits for and that wait for it. */
export const issueDependencyFields: Fields<Issue> = {
  blockedBy: (issue, args, context) => connect('blockedBy', visible(issue.blockedBy, context), args),
  blocking: (issue, args, context) => connect('blocking', visible(issue.blocking, context), args),
  issueDependenciesSummary: (issue) => {
    const summary = dependenciesOf(issue);
    return {
      blockedBy: summary.blocked_by,
      blocking: summary.blocking,
      totalBlockedBy: summary.total_blocked_by,
      totalBlocking: summary.total_blocking,
    };
  },
};

function visible(issues: Issue[], { actor }: Context): Issue[] {
  return issues.filter((each) => showsIssue(actor, each));
}
