import { type Need, needs } from './need.ts';

/** By name of the mutation. Source: GitHub docs, Repository roles for an organization. */
const changing: Record<string, Need | null> = {
  createIssue: needs.openIssue,
  updateIssue: needs.triageOwn,
  closeIssue: needs.triageOwn,
  reopenIssue: needs.triageOwn,
  unmarkIssueAsDuplicate: needs.triage,
  deleteIssue: needs.deleteIssue,
  transferIssue: needs.transfer,
  pinIssue: needs.pin,
  unpinIssue: needs.pin,
  lockLockable: needs.moderate,
  unlockLockable: needs.moderate,
  addAssigneesToAssignable: needs.triage,
  removeAssigneesFromAssignable: needs.triage,
  addLabelsToLabelable: needs.triage,
  removeLabelsFromLabelable: needs.triage,
  clearLabelsFromLabelable: needs.triage,
  addSubIssue: needs.relate,
  removeSubIssue: needs.relate,
  reprioritizeSubIssue: needs.relate,
  addBlockedBy: needs.relate,
  removeBlockedBy: needs.relate,
  updateIssueIssueType: needs.giveType,
  createPullRequest: needs.openPull,
  mergePullRequest: needs.merge,
  updatePullRequest: needs.triageOwnPull,
  closePullRequest: needs.triageOwnPull,
  reopenPullRequest: needs.triageOwnPull,
  convertPullRequestToDraft: needs.editOwnPull,
  markPullRequestReadyForReview: needs.editOwnPull,
  addPullRequestReview: needs.review,
  submitPullRequestReview: needs.takeBackOwnReview,
  dismissPullRequestReview: needs.moderatePull,
  requestReviews: needs.triagePull,
  addComment: needs.takePart,
  updateIssueComment: needs.editOwn,
  deleteIssueComment: needs.editOwn,
  addReaction: needs.takePart,
  removeReaction: needs.takePart,
  createLabel: needs.moderate,
  updateLabel: needs.moderate,
  deleteLabel: needs.moderate,
  createIssueType: null,
  updateIssueType: null,
  deleteIssueType: null,
  addProjectV2ItemById: needs.planProject,
  deleteProjectV2Item: needs.planProject,
  updateProjectV2ItemFieldValue: needs.planProject,
  clearProjectV2ItemFieldValue: needs.planProject,
};

/**
 * @returns null for a mutation of what belongs to no repository, which asks for more than that by itself.
 * @throws TypeError for one that is not in the table, which is a gap of ours: whoever adds one says who may.
 */
export function mutationNeed(name: string): Need | null {
  const need = changing[name];
  if (need === undefined) throw new TypeError(`the table of mutation-needs.ts does not say who may ${name}`);
  return need;
}
