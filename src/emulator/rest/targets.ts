import { maySee } from '../access.ts';
import { type Answer, actorOf, type Call } from '../http/call.ts';
import {
  commentSubject,
  issueSubject,
  lackOf,
  mayRead,
  reactionSubject,
  reviewSubject,
  type Subject,
} from '../permissions/lack.ts';
import { type Need, talk } from '../permissions/need.ts';
import { restNeed } from '../permissions/rest-needs.ts';
import { restReading } from '../permissions/rest-reads.ts';
import { forbidden, invalid, notFound, notPermitted, Refusal, unprocessable } from '../refusal.ts';
import { apiAddress } from '../shapes/addresses.ts';
import type {
  Account,
  Commit,
  Issue,
  IssueComment,
  Milestone,
  PullRequest,
  Reaction,
  Repository,
  Review,
  ReviewComment,
} from '../state/entities.ts';
import { resolveCommit } from '../state/git.ts';
import { findAccount, findComment, findRepository } from '../state/look-up.ts';
import { publicComments } from '../state/pull-request.ts';
import type { Actor } from '../world.ts';

/**
 * @throws Refusal 404 where there is no such repository, or none that the caller may see; 403 for an installation that
 * may not read that part of a private one.
 */
export function repositoryOf(call: Call): Repository {
  const repository = visibleRepository(call);
  const permissions = restReading(call.route);
  if (!mayRead(call.actor, repository, permissions)) throw notPermitted();
  // One of the two permissions has been found; of which of them it takes, the thing itself decides.
  const dependsOnThing = permissions === talk && repository.isPrivate && call.actor?.viaApp;
  if (dependsOnThing && !mayRead(call.actor, repository, permissions, subjectOf(repository, call)))
    throw notPermitted();
  return repository;
}

/** @throws Refusal 404 where there is no such repository, or none that the caller may see. */
export function visibleRepository(call: Call): Repository {
  const { owner = '', repo = '' } = call.params;
  const repository = findRepository(call.world.state, owner, repo);
  if (!repository || !maySee(call.actor, repository)) throw notFound();
  return repository;
}

/** The repository and who writes to it. @throws Refusal 401; 403 or 404 for who may not, as rest-needs.ts has it. */
export function writingTo(call: Call): { repository: Repository; actor: Actor } {
  const repository = visibleRepository(call);
  const actor = actorOf(call);
  assertMay(actor, repository, restNeed(call.route), subjectOf(repository, call));
  return { repository, actor };
}

/** @throws Refusal 403 or 404 in the words of the REST API. */
export function assertMay(actor: Actor, repository: Repository, need: Need, subject?: Subject): void {
  const lack = lackOf(actor, repository, need, subject);
  if (lack === 'permission') throw notPermitted();
  if (lack === 'role') throw need.refusal ? notFound() : lacksRole();
}

/** What GitHub says to a person who may not, whatever role it takes. */
export function lacksRole() {
  return forbidden('Must have admin rights to Repository.');
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
  const repository = call.method === 'GET' ? repositoryOf(call) : visibleRepository(call);
  const issue = repository.departed.get(Number(call.params.issue_number));
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

/** @returns what a route is about, by what its path names. @throws Refusal 404 where that is not there. */
function subjectOf(repository: Repository, call: Call): Subject | undefined {
  const { username, reaction_id: reactionId } = call.params;
  const member = username === undefined ? undefined : findAccount(call.world.state, username);
  if (member) return { owner: member, isPull: false };
  const thing = thingOf(repository, call);
  const subject = thing && describe(thing);
  if (!thing || !subject || reactionId === undefined) return subject;
  const { reactions = [] } = thing as { reactions?: Reaction[] };
  const reaction = reactions.find(({ id }) => id === Number(reactionId));
  if (!reaction) throw notFound();
  return reactionSubject(reaction, subject);
}

type Thing = Issue | IssueComment | Review | ReviewComment;

function thingOf(repository: Repository, call: Call): Thing | undefined {
  const { route, params } = call;
  if (route.includes('/pulls/comments/')) return reviewCommentIn(repository, call);
  if (route.includes('/issues/comments/')) return commentIn(repository, call);
  if (params.review_id !== undefined) return reviewIn(repository, call);
  if (params.pull_number !== undefined) return pullIn(repository, call).issue;
  return params.issue_number === undefined ? undefined : issueIn(repository, call);
}

function reviewIn(repository: Repository, call: Call): Review {
  const review = pullIn(repository, call).reviews.find(({ id }) => id === Number(call.params.review_id));
  if (!review) throw notFound();
  return review;
}

function describe(thing: Thing): Subject {
  if ('pull' in thing && 'number' in thing) return issueSubject(thing);
  return 'issue' in thing ? commentSubject(thing) : reviewSubject(thing);
}
