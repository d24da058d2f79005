import { hasRole } from '../permissions/lack.ts';
import { forbidden, invalid } from '../refusal.ts';
import { commentShape, issueShape } from '../shapes/issue.ts';
import type { Issue, IssueComment } from '../state/entities.ts';
import { register } from '../state/state.ts';
import type { ActionOf } from '../webhooks/events.ts';
import type { Actor, World } from '../world.ts';
import { crossReference } from './cross-references.ts';
import { longestBody } from './issues.ts';
import { isLonger } from './lengths.ts';
import { announce, assertTakesIssues, record } from './record.ts';

/** @throws Refusal 422 when the text is missing or too long; 403 on a locked issue for who may not write. */
export function createComment(world: World, actor: Actor, issue: Issue, body: string): IssueComment {
  assertTakesIssues(issue.repository);
  checkText(body);
  if (issue.locked && !hasRole(actor, issue.repository, 'write'))
    throw forbidden('Unable to create comment because issue is locked.');
  const at = world.now();
  const comment = register(world.state, {
    kind: 'IssueComment' as const,
    ...world.state.ids.next('IssueComment', issue.repository.id),
    repository: issue.repository,
    issue,
    author: actor.account,
    viaApp: actor.viaApp,
    body,
    reactions: [],
    createdAt: at,
    updatedAt: at,
    lastEditedAt: null,
    editor: null,
  });
  issue.comments = [...issue.comments, comment];
  issue.timeline.push(comment);
  issue.updatedAt = at;
  crossReference(world, actor, issue, body);
  announceComment(world, actor, comment, 'created');
  return comment;
}

export function editComment(world: World, actor: Actor, comment: IssueComment, body: string): void {
  assertTakesIssues(comment.repository);
  checkText(body);
  if (body === comment.body) return;
  const changes = { body: { from: comment.body } };
  comment.body = body;
  comment.updatedAt = world.now();
  comment.lastEditedAt = comment.updatedAt;
  comment.editor = actor.account;
  crossReference(world, actor, comment.issue, body);
  announceComment(world, actor, comment, 'edited', { changes });
}

/** Leaves an entry in the timeline. Source: GitHub docs, Managing disruptive comments, “Deleting a comment”. */
export function deleteComment(world: World, actor: Actor, comment: IssueComment): void {
  assertTakesIssues(comment.repository);
  const { issue } = comment;
  issue.comments = issue.comments.filter((each) => each !== comment);
  issue.timeline = issue.timeline.filter((each) => each !== comment);
  world.state.nodes.delete(comment.nodeId);
  record(world, actor, issue, { kind: 'CommentDeletedEvent', commentAuthor: comment.author });
  announceComment(world, actor, comment, 'deleted');
}

function announceComment(
  world: World,
  actor: Actor,
  comment: IssueComment,
  action: ActionOf<'issue_comment'>,
  extra = {},
): void {
  announce(world, actor, comment.repository, 'issue_comment', action, () => ({
    issue: issueShape(world, comment.issue),
    comment: commentShape(world, comment),
    ...extra,
  }));
}

function checkText(body: string): void {
  if (body.trim() === '') throw invalid({ resource: 'IssueComment', field: 'body', code: 'missing_field' });
  if (isLonger(body, longestBody)) {
    const message = `Body is too long (maximum is ${longestBody} characters)`;
    throw invalid({ resource: 'IssueComment', field: 'data', code: 'unprocessable', message });
  }
}
