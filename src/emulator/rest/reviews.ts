import type { NewReviewComment } from '../changes/review-comments.ts';
import {
  createReview,
  deleteReview,
  dismissReview,
  editReview,
  submitReview,
  type Verdict,
} from '../changes/reviews.ts';
import { type Answer, type Call, ok, type Routes } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { readBody } from '../http/read-body.ts';
import { notFound, unprocessable, unprocessableEntity } from '../refusal.ts';
import { reviewCommentShape, reviewShape } from '../shapes/review.ts';
import { diffOf, lineAt } from '../state/diff.ts';
import type { Commit, PullRequest, Repository, Review, Side } from '../state/entities.ts';
import { headCommit } from '../state/git.ts';
import { commitsOf, reviewsFor } from '../state/pull-request.ts';
import { pullIn, repositoryOf, writingTo } from './targets.ts';

const verdicts: Verdict[] = ['COMMENT', 'APPROVE', 'REQUEST_CHANGES'];

/** Source: GitHub docs, REST API, Pull request reviews. */
export const reviewRoutes: Routes = {
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews': (call) => {
    const reviews = reviewsFor(pullIn(repositoryOf(call), call), call.actor?.account);
    return paginate(call, reviews, (review) => reviewShape(call.world, review));
  },
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews': review,
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}': (call) =>
    ok(reviewShape(call.world, reviewIn(repositoryOf(call), call))),
  'PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}': (call) => {
    const { found, actor } = changing(call);
    editReview(call.world, actor, found, requiredText(call, 'body'));
    return ok(reviewShape(call.world, found));
  },
  'DELETE /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}': (call) => {
    const { found } = changing(call);
    deleteReview(call.world, found);
    return ok(reviewShape(call.world, found));
  },
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/comments': (call) => {
    const found = reviewIn(repositoryOf(call), call);
    const comments = found.pull.reviewComments.filter((comment) => comment.review === found);
    return paginate(call, comments, (comment) => reviewCommentShape(call.world, comment));
  },
  'PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals': (call) => {
    const { found, actor } = changing(call);
    dismissReview(call.world, actor, found, requiredText(call, 'message'));
    return ok(reviewShape(call.world, found));
  },
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/events': (call) => {
    const { found, actor } = changing(call);
    const { verdict, body } = readBody(call.body, (fields) => {
      fields.need('event');
      return { verdict: fields.choice('event', verdicts) ?? 'COMMENT', body: fields.text('body') };
    });
    submitReview(call.world, actor, found, { verdict, body });
    return ok(reviewShape(call.world, found));
  },
};

function review(call: Call): Answer {
  const { repository, actor } = writingTo(call);
  const pull = pullIn(repository, call);
  const { event, sha, body } = readBody(call.body, (fields) => ({
    event: fields.text('event'),
    sha: fields.text('commit_id'),
    body: fields.nullableText('body') ?? '',
  }));
  const verdict = verdicts.find((each) => each === event) ?? null;
  if (event !== undefined && event !== '' && !verdict) {
    throw unprocessableEntity('Variable $event of type PullRequestReviewEvent was provided invalid value');
  }
  const comments = commentsAsked(call, pull);
  const commit = commitAsked(pull, sha);
  return ok(reviewShape(call.world, createReview(call.world, actor, pull, { body, commit, comments, verdict })));
}

function changing(call: Call) {
  const { repository, actor } = writingTo(call);
  return { actor, found: reviewIn(repository, call) };
}

/** @throws Refusal 404 also for another's review that is pending. */
function reviewIn(repository: Repository, call: Call): Review {
  const pull = pullIn(repository, call);
  const found = reviewsFor(pull, call.actor?.account).find(({ id }) => id === Number(call.params.review_id));
  if (!found) throw notFound();
  return found;
}

function requiredText(call: Call, name: string): string {
  return readBody(call.body, (fields) => {
    fields.need(name);
    return fields.text(name) ?? '';
  });
}

/** The commit that was reviewed; the last one unless said. */
function commitAsked(pull: PullRequest, sha: string | undefined): Commit {
  if (sha === undefined) return headCommit(pull);
  const found = commitsOf(pull).find((commit) => commit.sha === sha);
  if (!found) throw unprocessableEntity('The commitOID is not part of the pull request');
  return found;
}

function commentsAsked({ body: { comments } }: Call, pull: PullRequest): NewReviewComment[] {
  if (comments === undefined || comments === null) return [];
  if (!Array.isArray(comments)) throw malformed('comments', 'an array');
  return comments.map((comment: Record<string, unknown> | null) => {
    const { path, body, start_line: startLine, start_side: startSide } = comment ?? {};
    if (typeof path !== 'string') throw malformed('path', 'a string');
    if (typeof body !== 'string' || body.trim() === '') throw malformed('body', 'a string');
    if (startLine !== undefined && startLine !== null && !isLine(startLine))
      throw malformed('start_line', 'an integer');
    const start = { startLine: startLine ?? null, startSide: sideOf(startSide) };
    return { path, body, ...placeOf(pull, path, comment ?? {}), ...start };
  });
}

/** By its line or, as of old, by how far below the start of the diff it is. */
function placeOf(pull: PullRequest, path: string, { line, side, position }: Record<string, unknown>) {
  if (line === undefined && isLine(position)) {
    // No file has a line 0: what the diff does not show is refused with the rest.
    return lineAt(diffOf(pull), path, position) ?? { line: 0, side: 'RIGHT' as const };
  }
  if (!isLine(line)) throw malformed('line', 'an integer');
  return { line, side: sideOf(side) ?? ('RIGHT' as const) };
}

function sideOf(value: unknown): Side | null {
  if (value === undefined || value === null) return null;
  if (value !== 'LEFT' && value !== 'RIGHT') throw malformed('side', 'LEFT or RIGHT');
  return value;
}

function isLine(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function malformed(field: string, wanted: string) {
  return unprocessable(`Invalid request.\n\nFor 'comments', "${field}" is not ${wanted}.`);
}
