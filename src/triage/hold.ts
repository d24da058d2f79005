import type { IssueFacts } from '../model/facts.ts';
import type { Policy } from '../model/policy.ts';
import { quote } from '../text/escape.ts';
import { isAmong } from '../text/github-names.ts';

/** @returns why nothing may be written to the issue at all; `null` when it may. */
export function holdOf(issue: IssueFacts, policy: Policy): string | null {
  const standing = holdOfRepository(issue);
  if (standing !== null) return standing;
  if (issue.isPullRequest && !policy.triage.pullRequests) return 'it is a pull request';
  if (issue.state === 'closed') return 'the issue is closed';
  if (issue.locked) return 'the issue is locked';
  return whyIgnored(issue, policy);
}

/** @returns why the project wants the issue left alone; `null` where it doesn't. */
export function whyIgnored(issue: IssueFacts, { triage: { ignore } }: Policy): string | null {
  const label = issue.labels.find(({ name }) => isAmong(ignore.labels, name));
  if (label) return `the label ${quote(label.name)} is ignored`;
  if (issue.type !== null && isAmong(ignore.types, issue.type)) return `the type ${quote(issue.type)} is ignored`;
  return isAmong(ignore.authors, issue.author.login) ? `the author ${quote(issue.author.login)} is ignored` : null;
}

/** @returns why nothing can be written to any such issue of its repository; `null` where that can be. */
export function holdOfRepository({ archived, issuesDisabled, isPullRequest }: IssueFacts): string | null {
  if (archived) return 'the repository is archived';
  return issuesDisabled && !isPullRequest ? 'issues are disabled in the repository' : null;
}
