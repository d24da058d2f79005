import type { IssueFacts } from '../model/facts.ts';
import type { Policy } from '../model/policy.ts';
import { quote } from '../text/escape.ts';

/** @returns why nothing may be written to the issue at all; `null` when it may. */
export function holdOf(issue: IssueFacts, { triage: { ignore } }: Policy): string | null {
  if (issue.archived) return 'the repository is archived';
  if (issue.isPullRequest) return 'it is a pull request';
  if (issue.state === 'closed') return 'the issue is closed';
  if (issue.locked) return 'the issue is locked';
  const label = issue.labels.find(({ name }) => hasName(ignore.labels, name));
  if (label) return `the label ${quote(label.name)} is ignored`;
  return hasName(ignore.authors, issue.author.login) ? `the author ${quote(issue.author.login)} is ignored` : null;
}

/** Labels and logins that differ in letter case only are the same to GitHub. */
function hasName(names: string[], name: string): boolean {
  return names.length > 0 && names.some((each) => each.toLowerCase() === name.toLowerCase());
}
