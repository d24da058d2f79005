import { maySee } from '../access.ts';
import type { Commit, Issue, Repository } from '../state/entities.ts';
import { findRepository } from '../state/look-up.ts';
import { closedBy } from '../state/references.ts';
import type { Actor, World } from '../world.ts';
import { closeIssue } from './issues.ts';

/** Closes the issues of which a text says that it does, such as `Fixes #12`, once it came to the default branch. */
export function closeAsSaid(
  world: World,
  actor: Actor,
  { text, at, closer }: { text: string; at: Repository; closer: Issue | Commit },
): void {
  for (const issue of issuesClosedBy(world, text, at)) {
    if (issue.state === 'open' && maySee(actor, issue.repository))
      closeIssue(world, actor, issue, 'completed', { closer });
  }
}

/** The issues that a text says it closes; pull requests close none of their kind. */
export function issuesClosedBy({ state, url }: World, text: string, { owner, name }: Repository): Issue[] {
  return closedBy(text, { owner: owner.login, name, base: url }).flatMap((reference) => {
    const issue = findRepository(state, reference.owner, reference.name)?.issues.get(reference.number);
    return issue && !issue.pull ? [issue] : [];
  });
}
