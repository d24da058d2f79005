import { type Reviewers, removeReviewRequests, requestReviews } from '../changes/review-requests.ts';
import { type Call, created, ok, type Routes } from '../http/call.ts';
import { readBody } from '../http/read-body.ts';
import { userShape } from '../shapes/account.ts';
import { simplePullShape } from '../shapes/pull-request.ts';
import { teamShape } from '../shapes/team.ts';
import type { Repository } from '../state/entities.ts';
import { findAccount } from '../state/look-up.ts';
import { pullIn, repositoryOf, writingTo } from './targets.ts';

/** Source: GitHub docs, REST API, Review requests. */
export const reviewRequestRoutes: Routes = {
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers': (call) => {
    const { reviewers, reviewTeams } = pullIn(repositoryOf(call), call);
    return ok({
      users: reviewers.map((account) => userShape(call.world, account)),
      teams: reviewTeams.map((team) => teamShape(call.world, team)),
    });
  },
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers': (call) => {
    const { repository, actor } = writingTo(call);
    const pull = pullIn(repository, call);
    requestReviews(call.world, actor, pull, reviewersNamed(call, repository));
    return created(simplePullShape(call.world, pull));
  },
  'DELETE /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers': (call) => {
    const { repository, actor } = writingTo(call);
    const pull = pullIn(repository, call);
    removeReviewRequests(call.world, actor, pull, reviewersNamed(call, repository));
    return ok(simplePullShape(call.world, pull));
  },
};

function reviewersNamed({ world, method, body }: Call, { owner }: Repository): Reviewers {
  return readBody(body, (fields) => {
    if (method === 'DELETE') fields.need('reviewers');
    const logins = fields.texts('reviewers') ?? [];
    const slugs = fields.texts('team_reviewers') ?? [];
    return [...logins.map((login) => findAccount(world.state, login)), ...slugs.map((slug) => owner.teams.get(slug))];
  });
}
