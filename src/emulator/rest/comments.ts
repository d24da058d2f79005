import { createComment, deleteComment, editComment } from '../changes/comments.ts';
import { created, noContent, ok, type Routes, requiredText } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { issueSubject, mayRead } from '../permissions/lack.ts';
import { talk } from '../permissions/need.ts';
import { commentShape } from '../shapes/issue.ts';
import type { IssueComment } from '../state/entities.ts';
import { commentIn, issueIn, repositoryOf, writingTo } from './targets.ts';

/** Source: GitHub docs, REST API, Issue comments. */
export const commentRoutes: Routes = {
  'GET /repos/{owner}/{repo}/issues/comments': (call) => {
    const repository = repositoryOf(call);
    const readable = [...repository.issues.values()].filter((issue) =>
      mayRead(call.actor, repository, talk, issueSubject(issue)),
    );
    const all = readable.flatMap((issue) => issue.comments);
    const found = since(all, call.query).sort((a, b) => a.id - b.id);
    const sort = call.query.get('sort');
    if (sort === 'updated') found.sort((a, b) => Date.parse(a.updatedAt) - Date.parse(b.updatedAt));
    if (call.query.get('direction') === 'desc' && sort !== null) found.reverse();
    return paginate(call, found, (comment) => commentShape(call.world, comment));
  },
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments': (call) => {
    const issue = issueIn(repositoryOf(call), call);
    return paginate(call, since(issue.comments, call.query), (comment) => commentShape(call.world, comment));
  },
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': (call) => {
    const { repository, actor } = writingTo(call);
    const body = requiredText(call, 'IssueComment', 'body');
    return created(commentShape(call.world, createComment(call.world, actor, issueIn(repository, call), body)));
  },
  'GET /repos/{owner}/{repo}/issues/comments/{comment_id}': (call) =>
    ok(commentShape(call.world, commentIn(repositoryOf(call), call))),
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': (call) => {
    const { repository, actor } = writingTo(call);
    const comment = commentIn(repository, call);
    editComment(call.world, actor, comment, requiredText(call, 'IssueComment', 'body'));
    return ok(commentShape(call.world, comment));
  },
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}': (call) => {
    const { repository, actor } = writingTo(call);
    deleteComment(call.world, actor, commentIn(repository, call));
    return noContent;
  },
};

function since(comments: IssueComment[], query: URLSearchParams): IssueComment[] {
  const from = query.get('since');
  return from ? comments.filter((comment) => Date.parse(comment.updatedAt) >= Date.parse(from)) : comments;
}
