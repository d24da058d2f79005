import type { Issue } from '../state/entities.ts';

/** Adds an issue to the numbers of issues that its repository and milestone tell, or with -1 takes it out. */
export function count(issue: Issue, by: 1 | -1): void {
  if (issue.state === 'open') issue.repository.openIssues += by;
  if (issue.milestone) issue.milestone.issues[issue.state] += by;
}

/** Makes a change to an issue's state or milestone so that the numbers stay right: counting anew would be slow. */
export function recounting(issue: Issue, change: () => void): void {
  count(issue, -1);
  change();
  count(issue, 1);
}
