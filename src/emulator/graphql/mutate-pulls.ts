import { setAssignees } from '../changes/assignees.ts';
import { closeIssue, editIssue, reopenIssue } from '../changes/issues.ts';
import { assertFewLabels, setLabels } from '../changes/labelling.ts';
import { type MergeMethod, mergePull } from '../changes/merges.ts';
import { setMilestone } from '../changes/milestones.ts';
import { changeBase, openPullRequest, setDraft } from '../changes/pull-requests.ts';
import { issueSubject, mayReopen } from '../permissions/lack.ts';
import { needs } from '../permissions/need.ts';
import type { Issue } from '../state/entities.ts';
import { planOf } from './mutate-issues.ts';
import { assertMay, lacksRole, pullOf, target } from './mutation-targets.ts';
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
  updatePullRequest(input, context) {
    const pull = pullOf(context, input.pullRequestId);
    const { title, body, baseRefName, state } = input;
    if (title || body || baseRefName) {
      assertMay(context, pull.issue.repository, needs.editOwnPull, issueSubject(pull.issue));
    }
    if (state === 'OPEN' && !mayReopen(context.actor, pull.issue)) throw lacksRole(context);
    const { labels, milestone, assignees } = planOf(input, context, pull.issue.repository);
    assertFewLabels(labels ?? []);
    editIssue(context.world, context.actor, pull.issue, { title: title ?? undefined, body: body ?? undefined });
    if (labels) setLabels(context.world, context.actor, pull.issue, labels);
    if (milestone !== undefined) setMilestone(context.world, context.actor, pull.issue, milestone);
    if (assignees) setAssignees(context.world, context.actor, pull.issue, assignees);
    if (baseRefName) changeBase(context.world, context.actor, pull, branchOf(baseRefName));
    if (state === 'CLOSED') closeIssue(context.world, context.actor, pull.issue);
    if (state === 'OPEN') reopenIssue(context.world, context.actor, pull.issue);
    return { pullRequest: pull.issue, actor: context.actor.account };
  },
  closePullRequest(input, context) {
    const { issue } = pullOf(context, input.pullRequestId);
    closeIssue(context.world, context.actor, issue);
    return { pullRequest: issue };
  },
  reopenPullRequest(input, context) {
    const { issue } = pullOf(context, input.pullRequestId);
    if (!mayReopen(context.actor, issue)) throw lacksRole(context);
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

function branchOf(name: string): string {
  return name.replace(/^refs\/heads\//, '');
}
