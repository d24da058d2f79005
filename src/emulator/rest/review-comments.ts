import { deleteReviewComment, editReviewComment, faultsOf, type NewReviewComment } from '../changes/review-comments.ts';
import { createReview } from '../changes/reviews.ts';
import { type Answer, type Call, created, noContent, ok, type Routes, requiredText } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { type Fields, readBody } from '../http/read-body.ts';
import { type FieldError, invalid, notFound } from '../refusal.ts';
import { reviewCommentShape } from '../shapes/review.ts';
import { diffOf, lineAt } from '../state/diff.ts';
import type { Commit, PullRequest, ReviewComment } from '../state/entities.ts';
import { headCommit } from '../state/git.ts';
import { commitsOf, publicComments } from '../state/pull-request.ts';
import { pullIn, repositoryOf, reviewCommentIn, writingTo } from './targets.ts';

const resource = 'PullRequestReviewComment';
const sides = ['LEFT', 'RIGHT'] as const;

/** Source: GitHub docs, REST API, Pull request review comments. */
export const reviewCommentRoutes: Routes = {
  'GET /repos/{owner}/{repo}/pulls/comments': (call) => {
    const pulls = [...repositoryOf(call).issues.values()].flatMap(({ pull }) => pull ?? []);
    return list(
      call,
      pulls.flatMap(publicComments).sort((a, b) => a.id - b.id),
    );
  },
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments': (call) =>
    list(call, publicComments(pullIn(repositoryOf(call), call))),
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/comments': comment,
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies': (call) => {
    const { repository } = writingTo(call);
    const pull = pullIn(repository, call);
    const asked = reviewCommentIn(repository, call);
    if (asked.review.pull !== pull) throw notFound();
    return reply(call, pull, asked);
  },
  'GET /repos/{owner}/{repo}/pulls/comments/{comment_id}': (call) =>
    ok(reviewCommentShape(call.world, reviewCommentIn(repositoryOf(call), call))),
  'PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}': (call) => {
    const { repository, actor } = writingTo(call);
    const found = reviewCommentIn(repository, call);
    editReviewComment(call.world, actor, found, requiredText(call, resource, 'body'));
    return ok(reviewCommentShape(call.world, found));
  },
  'DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}': (call) => {
    const { repository, actor } = writingTo(call);
    deleteReviewComment(call.world, actor, reviewCommentIn(repository, call));
    return noContent;
  },
};

/** The oldest first unless a direction comes with an order. */
function list(call: Call, comments: ReviewComment[]): Answer {
  const { since, sort, direction } = Object.fromEntries(call.query);
  const found = comments.filter(({ updatedAt }) => !since || Date.parse(updatedAt) >= Date.parse(since));
  if (sort === 'updated') found.sort((a, b) => Date.parse(a.updatedAt) - Date.parse(b.updatedAt));
  if (sort && direction === 'desc') found.reverse();
  return paginate(call, found, (each) => reviewCommentShape(call.world, each));
}

/** A comment by itself is a review of its own. */
function comment(call: Call): Answer {
  const { repository, actor } = writingTo(call);
  const pull = pullIn(repository, call);
  const asked = call.body.in_reply_to;
  if (asked !== undefined) {
    const found = publicComments(pull).find(({ id }) => id === asked);
    if (!found) throw invalid({ resource, field: 'in_reply_to', code: 'invalid' });
    return reply(call, pull, found);
  }
  const { sha, ...given } = readBody(call.body, (fields) => readComment(fields, pull));
  const [fault] = faultsOf(pull, [given]);
  if (fault !== undefined) throw invalid(...errorsOf(fault));
  const commit = commitAsked(pull, sha);
  const review = createReview(call.world, actor, pull, { body: '', commit, comments: [given], verdict: 'COMMENT' });
  return answerWith(call, pull, review.id);
}

function reply(call: Call, pull: PullRequest, asked: ReviewComment): Answer {
  const { actor } = writingTo(call);
  if (asked.inReplyTo) throw invalid({ resource, field: 'in_reply_to', code: 'invalid' });
  const { path, line, side, startLine, startSide } = asked;
  const body = readBody(call.body, (fields) => {
    fields.need('body');
    return fields.text('body') ?? '';
  });
  if (body.trim() === '') throw invalid({ resource, field: 'body', code: 'missing_field' });
  const answer = { path, line, side, startLine, startSide, body, inReplyTo: asked };
  const given = { body: '', commit: asked.review.commit, comments: [answer], verdict: 'COMMENT' as const };
  return answerWith(call, pull, createReview(call.world, actor, pull, given).id);
}

function answerWith(call: Call, pull: PullRequest, review: number): Answer {
  const made = pull.reviewComments.find((each) => each.review.id === review);
  if (!made) throw new TypeError('a review has the comment that it was made with');
  return created(reviewCommentShape(call.world, made));
}

function readComment(fields: Fields, pull: PullRequest): NewReviewComment & { sha: string } {
  fields.need('body', 'commit_id', 'path');
  const path = fields.text('path') ?? '';
  const position = fields.integer('position');
  const line = fields.integer('line');
  if (line === undefined && position === undefined) fields.need('line');
  const placed = position === undefined || line !== undefined ? null : lineAt(diffOf(pull), path, position);
  const startLine = fields.integer('start_line') ?? null;
  const side = fields.choice('side', sides) ?? 'RIGHT';
  return {
    path,
    body: fields.text('body') ?? '',
    sha: fields.text('commit_id') ?? '',
    line: line ?? 0,
    side,
    ...placed,
    startLine,
    startSide: startLine === null ? null : (fields.choice('start_side', sides) ?? null),
  };
}

function commitAsked(pull: PullRequest, sha: string): Commit {
  const found = [headCommit(pull), ...commitsOf(pull)].find((commit) => commit.sha === sha);
  if (found) return found;
  const message = 'commit_id is not part of the pull request';
  throw invalid({ resource, field: 'commit_id', code: 'custom', message });
}

/** This address tells by fields what that of reviews tells in a sentence. */
function errorsOf(fault: string): FieldError[] {
  const thread = 'pull_request_review_thread';
  const hunk: FieldError = { resource, field: `${thread}.diff_hunk`, code: 'missing_field' };
  if (fault.startsWith('Path')) return [{ resource, field: `${thread}.path`, code: 'invalid' }, hunk];
  const field = `${thread}.${/start line/i.test(fault) ? 'start_line' : 'line'}`;
  const because = /must .*$/.exec(fault)?.[0] ?? 'must be part of the diff';
  return [{ resource, field, code: 'custom', message: `${field} ${because}` }, hunk];
}
