import { addBlockedBy, removeBlockedBy } from '../changes/dependencies.ts';
import type { Issue } from '../state/entities.ts';
import { target } from './mutation-targets.ts';
import type { Args, Context, Mutate } from './resolvers.ts';

export const dependencyMutations: Record<string, Mutate> = {
  addBlockedBy(input, context) {
    const both = bothOf(input, context);
    addBlockedBy(context.world, context.actor, both.issue, both.blockingIssue);
    return both;
  },
  removeBlockedBy(input, context) {
    const both = bothOf(input, context);
    removeBlockedBy(context.world, context.actor, both.issue, both.blockingIssue);
    return both;
  },
};

function bothOf(input: Args, context: Context): { issue: Issue; blockingIssue: Issue } {
  return {
    issue: target(context, input.issueId, 'Issue'),
    blockingIssue: target(context, input.blockingIssueId, 'Issue'),
  };
}
