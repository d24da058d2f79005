import { forbidden, Refusal } from '../refusal.ts';
import { issueShape } from '../shapes/issue.ts';
import type { Issue, Repository, TimelineDetail, TimelineEvent } from '../state/entities.ts';
import { register } from '../state/state.ts';
import type { Actor, World } from '../world.ts';

/** Writes what an actor did into the issue's timeline. */
export function record(world: World, actor: Actor, issue: Issue, detail: TimelineDetail): TimelineEvent {
  const createdAt = world.now();
  const ids = world.state.ids.next(detail.kind, issue.repository.id);
  const event = { ...detail, ...ids, issue, actor: actor.account, viaApp: actor.viaApp, createdAt };
  issue.timeline.push(event);
  issue.updatedAt = createdAt;
  return register(world.state, event);
}

/** Tells of a change to an issue; what the event is about besides the issue goes into `extra`. */
export function announceIssue(
  world: World,
  actor: Actor,
  issue: Issue,
  action: string,
  extra: () => Record<string, unknown> = () => ({}),
): void {
  // Of pull requests GitHub tells by an event of their own, which nobody here needs.
  if (issue.pull) return;
  announce(world, actor, issue.repository, 'issues', action, () => ({ issue: issueShape(world, issue), ...extra() }));
}

/** Tells of a change in a repository. The payload is made at once: later changes must not show in it. */
export function announce(
  world: World,
  actor: Actor,
  repository: Repository,
  event: string,
  action: string | null,
  content: () => Record<string, unknown>,
): void {
  if (!world.isHeard()) return;
  world.announce({ event, action, repository, sender: actor.account, content: content() });
}

/** @throws Refusal 403 where the repository is archived, 410 where its issues are switched off. */
export function assertTakesIssues(repository: Repository): void {
  assertWritable(repository);
  if (!repository.hasIssues) throw new Refusal(410, 'Issues has been disabled in this repository.');
}

/** @throws Refusal 403 where the repository is archived. */
export function assertWritable(repository: Repository): void {
  if (repository.isArchived) throw forbidden('Repository was archived so is read-only.');
}
