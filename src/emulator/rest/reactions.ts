import { react, unreact } from '../changes/reactions.ts';
import { type Answer, type Call, choiceField, noContent, type Routes } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { invalid, notFound } from '../refusal.ts';
import { reactionContents, reactionShape } from '../shapes/issue.ts';
import type { Issue, IssueComment, Repository, ReviewComment } from '../state/entities.ts';
import { commentIn, issueIn, repositoryOf, reviewCommentIn, writingTo } from './targets.ts';

type Subject = Issue | IssueComment | ReviewComment;
type FindSubject = (repository: Repository, call: Call) => Subject;

/** Source: GitHub docs, REST API, Reactions. */
export const reactionRoutes: Routes = {
  ...routesBelow('/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions', commentIn),
  ...routesBelow('/repos/{owner}/{repo}/issues/{issue_number}/reactions', issueIn),
  ...routesBelow('/repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions', reviewCommentIn),
};

function routesBelow(path: string, subjectIn: FindSubject): Routes {
  return {
    [`GET ${path}`]: (call) => list(call, subjectIn(repositoryOf(call), call)),
    [`POST ${path}`]: (call) => add(call, subjectIn),
    [`DELETE ${path}/{reaction_id}`]: (call) => remove(call, subjectIn),
  };
}

function list(call: Call, subject: Subject): Answer {
  const content = call.query.get('content');
  const found = subject.reactions.filter((each) => content === null || each.content === content);
  return paginate(call, found, (reaction) => reactionShape(call.world, reaction));
}

function add(call: Call, subjectIn: FindSubject): Answer {
  const { repository, actor } = writingTo(call);
  const content = choiceField(call, 'Reaction', 'content', reactionContents);
  if (content === undefined) throw invalid({ resource: 'Reaction', field: 'content', code: 'missing_field' });
  const { reaction, isNew } = react(call.world, actor, subjectIn(repository, call), content);
  return { status: isNew ? 201 : 200, body: reactionShape(call.world, reaction) };
}

function remove(call: Call, subjectIn: FindSubject): Answer {
  const { repository } = writingTo(call);
  const id = Number(call.params.reaction_id);
  const reaction = subjectIn(repository, call).reactions.find((each) => each.id === id);
  if (!reaction) throw notFound();
  unreact(call.world, reaction);
  return noContent;
}
