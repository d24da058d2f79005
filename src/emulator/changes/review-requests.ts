import { unprocessable } from '../refusal.ts';
import { reviewerShape } from '../shapes/review.ts';
import type { Account, PullRequest, Team } from '../state/entities.ts';
import { isAssignable } from '../state/look-up.ts';
import type { Actor, World } from '../world.ts';
import { announcePull, assertWritable, record } from './record.ts';

/** People and teams, as they were named; undefined for a name that nobody has. */
export type Reviewers = (Account | Team | undefined)[];

/** Asks for reviews; each is an event of its own. @throws Refusal 422 for its author, and for who has no part in it. */
export function requestReviews(world: World, actor: Actor, pull: PullRequest, reviewers: Reviewers): void {
  const { issue } = pull;
  const { repository } = issue;
  assertWritable(repository);
  if (reviewers.includes(issue.author)) throw unprocessable('Review cannot be requested from pull request author.');
  const known = reviewers.filter((each) => each !== undefined);
  const isPart = (each: Account | Team) =>
    each.kind === 'Team' ? each.organization === repository.owner : isAssignable(repository, each);
  if (known.length < reviewers.length || !known.every(isPart)) {
    const name = `${repository.owner.login}/${repository.name}`;
    throw unprocessable(
      `Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the ${name} repository.`,
    );
  }
  for (const reviewer of known) {
    if (isRequested(pull, reviewer)) continue;
    if (reviewer.kind === 'Team') pull.reviewTeams = [...pull.reviewTeams, reviewer];
    else pull.reviewers = [...pull.reviewers, reviewer];
    record(world, actor, issue, { kind: 'ReviewRequestedEvent', reviewer });
    announcePull(world, actor, pull, 'review_requested', () => reviewerShape(world, reviewer));
  }
}

/** Asks no longer; who was not asked is passed over. */
export function removeReviewRequests(world: World, actor: Actor, pull: PullRequest, reviewers: Reviewers): void {
  assertWritable(pull.issue.repository);
  for (const reviewer of reviewers) {
    if (!reviewer || !isRequested(pull, reviewer)) continue;
    pull.reviewers = pull.reviewers.filter((each) => each !== reviewer);
    pull.reviewTeams = pull.reviewTeams.filter((each) => each !== reviewer);
    record(world, actor, pull.issue, { kind: 'ReviewRequestRemovedEvent', reviewer });
    announcePull(world, actor, pull, 'review_request_removed', () => reviewerShape(world, reviewer));
  }
}

function isRequested({ reviewers, reviewTeams }: PullRequest, reviewer: Account | Team): boolean {
  return reviewer.kind === 'Team' ? reviewTeams.includes(reviewer) : reviewers.includes(reviewer);
}
