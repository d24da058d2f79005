import { assertMayWrite, maySee } from '../access.ts';
import { type Answer, actorOf, type Call } from '../http/call.ts';
import { invalid, notFound, Refusal, unprocessable } from '../refusal.ts';
import { apiAddress } from '../shapes/addresses.ts';
import type {
  Account,
  Commit,
  Issue,
  IssueComment,
  Milestone,
  PullRequest,
  Repository,
  ReviewComment,
} from '../state/entities.ts';
import { resolveCommit } from '../state/git.ts';
import { findAccount, findComment, findRepository } from '../state/look-up.ts';
import { publicComments } from '../state/pull-request.ts';
import type { Actor } from '../world.ts';

/** @throws Refusal 404 where there is no such repository, or none that the caller may see. */
export function repositoryOf(call: Call): Repository {
  const { owner = '', repo = '' } = call.params;
  const repository = findRepository(call.world.state, owner, repo);
  if (!repository || !maySee(call.actor, repository)) throw notFound();
  return repository;
}

/** The repository and who writes to it. @throws Refusal 401, 403 for another's installation, 404. */
export function writingTo(call: Call): { repository: Repository; actor: Actor } {
  const repository = repositoryOf(call);
  const actor = actorOf(call);
  assertMayWrite(actor, repository);
  return { repository, actor };
}

/** @throws Refusal 404 where there is no such issue, be it that it went elsewhere; 410 where it was deleted. */
export function issueIn(repository: Repository, call: Call): Issue {
  const number = Number(call.params.issue_number);
  const issue = repository.issues.get(number);
  if (issue) return issue;
  throw repository.departed.get(number) === null ? new Refusal(410, 'This issue was deleted') : notFound();
}

/** Where an issue is that was transferred; null for one that is here. Only the issue itself redirects, nothing below it. */
export function redirectOf(call: Call): Answer | null {
  const issue = repositoryOf(call).departed.get(Number(call.params.issue_number));
  if (!issue || !maySee(call.actor, issue.repository)) return null;
  const url = apiAddress(call.world, `/repositories/${issue.repository.id}/issues/${issue.number}`);
  const body = { message: 'Moved Permanently', url, documentation_url: 'https://docs.github.com/rest' };
  return { status: 301, headers: { location: url }, body };
}

export function pullIn(repository: Repository, call: Call): PullRequest {
  const pull = repository.issues.get(Number(call.params.pull_number))?.pull;
  if (!pull) throw notFound();
  return pull;
}

export function reviewCommentIn(repository: Repository, call: Call): ReviewComment {
  for (const { pull } of repository.issues.values()) {
    const comments = pull ? publicComments(pull) : [];
    const comment = comments.find(({ id }) => id === Number(call.params.comment_id));
    if (comment) return comment;
  }
  throw notFound();
}

/** @throws Refusal 409 where nothing was ever committed. */
export function assertNotEmpty({ branches }: Repository): void {
  if (branches.size === 0) throw new Refusal(409, 'Git Repository is empty.');
}

/** @throws Refusal 422 for a name or sha that no commit has. */
export function commitNamed(repository: Repository, name: string): Commit {
  const commit = resolveCommit(repository, name);
  if (!commit) throw unprocessable(`No commit found for SHA: ${name}`);
  return commit;
}

export function commentIn(repository: Repository, call: Call): IssueComment {
  const comment = findComment(repository, Number(call.params.comment_id));
  if (!comment) throw notFound();
  return comment;
}

export function milestoneIn(repository: Repository, call: Call): Milestone {
  const milestone = repository.milestones.get(Number(call.params.milestone_number));
  if (!milestone) throw notFound();
  return milestone;
}

/** @throws Refusal 422 for a login that nobody has; who merely is not assignable passes. */
export function accountsNamed(call: Call, logins: string[]): Account[] {
  return logins.map((value) => {
    const account = findAccount(call.world.state, value);
    if (!account) throw invalid({ resource: 'Issue', field: 'assignees', code: 'invalid', value });
    return account;
  });
}
