import { closeIssue, reopenIssue } from '../changes/issues.ts';
import { type MergeMethod, mergePull } from '../changes/merges.ts';
import { openPullRequest, setDraft } from '../changes/pull-requests.ts';
import { notFound } from '../refusal.ts';
import type { Issue, PullRequest } from '../state/entities.ts';
import { target } from './mutation-targets.ts';
import type { Context, Mutate } from './resolvers.ts';

/** A pull request's id is that of the issue that it is too. */
export const pullMutations: Record<string, Mutate> = {
  createPullRequest(input, context) {
    const repository = target(context, input.repositoryId, 'Repository');
    const site = input.headRepositoryId ? target(context, input.headRepositoryId, 'Repository') : repository;
    const { issue } = openPullRequest(context.world, context.actor, repository, {
      title: input.title,
      body: input.body,
      base: branchOf(input.baseRefName),
      head: { ref: branchOf(input.headRefName), repository: site },
      isDraft: input.draft ?? false,
    });
    return { pullRequest: issue };
  },
  mergePullRequest(input, context) {
    const pull = pullOf(context, input.pullRequestId);
    mergePull(context.world, context.actor, pull, {
      method: (input.mergeMethod ?? 'MERGE').toLowerCase() as MergeMethod,
      title: input.commitHeadline ?? undefined,
      message: input.commitBody ?? undefined,
      sha: input.expectedHeadOid ?? undefined,
    });
    return { pullRequest: pull.issue, actor: context.actor.account };
  },
  closePullRequest(input, context) {
    const { issue } = pullOf(context, input.pullRequestId);
    closeIssue(context.world, context.actor, issue);
    return { pullRequest: issue };
  },
  reopenPullRequest(input, context) {
    const { issue } = pullOf(context, input.pullRequestId);
    reopenIssue(context.world, context.actor, issue);
    return { pullRequest: issue };
  },
  convertPullRequestToDraft: (input, context) => draft(context, input.pullRequestId, true),
  markPullRequestReadyForReview: (input, context) => draft(context, input.pullRequestId, false),
};

function draft(context: Context, id: string, isDraft: boolean): { pullRequest: Issue } {
  const pull = pullOf(context, id);
  setDraft(context.world, context.actor, pull, isDraft);
  return { pullRequest: pull.issue };
}

function pullOf(context: Context, id: string): PullRequest {
  const { pull } = target(context, id, 'Issue');
  if (!pull) throw notFound(`Could not resolve to PullRequest node with the global id of '${id}'.`);
  return pull;
}

function branchOf(name: string): string {
  return name.replace(/^refs\/heads\//, '');
}
