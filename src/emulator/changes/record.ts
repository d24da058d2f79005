import { forbidden, Refusal } from '../refusal.ts';
import { issueShape } from '../shapes/issue.ts';
import { pullShape } from '../shapes/pull-request.ts';
import type { Account, Issue, PullRequest, Repository, TimelineDetail, TimelineEvent } from '../state/entities.ts';
import { register } from '../state/state.ts';
import type { ActionOf, EventName } from '../webhooks/events.ts';
import type { Actor, World } from '../world.ts';

/** Writes what an actor did to an issue into its timeline. */
export function record(world: World, actor: Actor, issue: Issue, detail: TimelineDetail): TimelineEvent {
  const event = enter(world, actor, issue, detail);
  issue.updatedAt = event.createdAt;
  return event;
}

/** Writes into an issue's timeline what left the issue itself as it was. */
export function enter(world: World, actor: Actor, issue: Issue, detail: TimelineDetail): TimelineEvent {
  const createdAt = world.now();
  const { id, nodeId } = world.state.ids.next(detail.kind, issue.repository.id);
  // With the detail last, all events of a kind share one shape in the engine, and take half of the memory.
  const event = { id, nodeId, issue, actor: actor.account, viaApp: actor.viaApp, createdAt, ...detail };
  issue.timeline.push(event);
  return register(world.state, event);
}

/** What happens to issues and pull requests alike. */
type SharedAction = Extract<ActionOf<'issues'>, ActionOf<'pull_request'>>;

/** Tells of a change to an issue or a pull request; what it is about besides goes into `extra`. */
export function announceIssue(
  world: World,
  actor: Actor,
  issue: Issue,
  action: SharedAction,
  extra: () => Record<string, unknown> = () => ({}),
): void {
  const { pull, repository } = issue;
  if (pull) announcePull(world, actor, pull, action, extra);
  else announce(world, actor, repository, 'issues', action, () => ({ issue: issueShape(world, issue), ...extra() }));
}

/** Tells of a change to a pull request, of which GitHub tells by an event of its own. */
export function announcePull(
  world: World,
  actor: Actor,
  pull: PullRequest,
  action: ActionOf<'pull_request'>,
  extra: () => Record<string, unknown> = () => ({}),
): void {
  const { number, repository } = pull.issue;
  announce(world, actor, repository, 'pull_request', action, () => ({
    number,
    pull_request: pullShape(world, pull),
    ...extra(),
  }));
}

/** Tells of a change in a repository. The payload is made at once: later changes must not show in it. */
export function announce<Name extends EventName>(
  world: World,
  actor: Actor,
  repository: Repository,
  event: Name,
  action: ActionOf<Name>,
  content: () => Record<string, unknown>,
): void {
  if (!world.isHeard()) return;
  world.announce({ event, action, owner: repository.owner, repository, sender: actor.account, content: content() });
}

/** Tells of a change in an organisation that is in none of its repositories. */
export function announceIn<Name extends EventName>(
  world: World,
  actor: Actor,
  organization: Account,
  event: Name,
  action: ActionOf<Name>,
  content: () => Record<string, unknown>,
): void {
  if (!world.isHeard()) return;
  world.announce({ event, action, owner: organization, repository: null, sender: actor.account, content: content() });
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
