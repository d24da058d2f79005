import { invalid } from '../refusal.ts';
import { milestoneShape } from '../shapes/issue.ts';
import type { Issue, Milestone, Repository } from '../state/entities.ts';
import { register } from '../state/state.ts';
import type { ActionOf } from '../webhooks/events.ts';
import type { Actor, World } from '../world.ts';
import { recounting } from './counts.ts';
import { announce, announceIssue, assertTakesIssues, assertWritable, record } from './record.ts';

export interface MilestoneText {
  title?: string | undefined;
  description?: string | null | undefined;
  state?: 'open' | 'closed' | undefined;
  dueOn?: string | null | undefined;
}

/** @throws Refusal 422 when the title is missing or another milestone has it. */
export function createMilestone(world: World, actor: Actor, repository: Repository, text: MilestoneText): Milestone {
  assertWritable(repository);
  checkTitle(repository, text.title ?? '');
  const at = world.now();
  repository.lastMilestoneNumber += 1;
  const milestone = register(world.state, {
    kind: 'Milestone' as const,
    ...world.state.ids.next('Milestone', repository.id),
    repository,
    number: repository.lastMilestoneNumber,
    title: text.title ?? '',
    description: text.description ?? null,
    state: 'open',
    creator: actor.account,
    issues: { open: 0, closed: 0 },
    dueOn: text.dueOn ?? null,
    createdAt: at,
    updatedAt: at,
    closedAt: null,
  });
  repository.milestones.set(milestone.number, milestone);
  announce(world, actor, repository, 'milestone', 'created', () => ({ milestone: milestoneShape(world, milestone) }));
  // Of one that comes closed GitHub tells as of any other: it is created open.
  if (text.state === 'closed') editMilestone(world, actor, milestone, { state: 'closed' });
  return milestone;
}

export function editMilestone(world: World, actor: Actor, milestone: Milestone, text: MilestoneText): void {
  const { repository } = milestone;
  assertWritable(repository);
  if (text.title !== undefined) checkTitle(repository, text.title, milestone);
  const changes: Record<string, { from: string | null }> = {};
  if (text.title !== undefined && text.title !== milestone.title) changes.title = { from: milestone.title };
  if (text.description !== undefined && text.description !== milestone.description) {
    changes.description = { from: milestone.description ?? '' };
  }
  if (text.dueOn !== undefined && text.dueOn !== milestone.dueOn) changes.due_on = { from: milestone.dueOn ?? '' };
  milestone.title = text.title ?? milestone.title;
  if (text.description !== undefined) milestone.description = text.description;
  if (text.dueOn !== undefined) milestone.dueOn = text.dueOn;
  milestone.updatedAt = world.now();
  const tell = (action: ActionOf<'milestone'>, extra = {}) =>
    announce(world, actor, repository, 'milestone', action, () => ({
      milestone: milestoneShape(world, milestone),
      ...extra,
    }));
  if (Object.keys(changes).length > 0) tell('edited', { changes });
  if (text.state === undefined || text.state === milestone.state) return;
  milestone.state = text.state;
  milestone.closedAt = text.state === 'closed' ? world.now() : null;
  tell(text.state === 'closed' ? 'closed' : 'opened');
}

/** Deletes the milestone and takes it off its issues, which causes no event on the issues. */
export function deleteMilestone(world: World, actor: Actor, milestone: Milestone): void {
  const { repository } = milestone;
  assertWritable(repository);
  repository.milestones.delete(milestone.number);
  world.state.nodes.delete(milestone.nodeId);
  for (const issue of repository.issues.values()) if (issue.milestone === milestone) issue.milestone = null;
  announce(world, actor, repository, 'milestone', 'deleted', () => ({ milestone: milestoneShape(world, milestone) }));
}

/** Puts an issue into a milestone, from one into another, or with null out of it. */
export function setMilestone(world: World, actor: Actor, issue: Issue, milestone: Milestone | null): void {
  assertTakesIssues(issue.repository);
  const former = issue.milestone;
  if (former === milestone) return;
  recounting(issue, () => {
    issue.milestone = milestone;
  });
  if (former) {
    record(world, actor, issue, { kind: 'DemilestonedEvent', milestoneTitle: former.title });
    announceIssue(world, actor, issue, 'demilestoned', () => ({ milestone: milestoneShape(world, former) }));
  }
  if (milestone) {
    record(world, actor, issue, { kind: 'MilestonedEvent', milestoneTitle: milestone.title });
    announceIssue(world, actor, issue, 'milestoned', () => ({ milestone: milestoneShape(world, milestone) }));
  }
}

function checkTitle(repository: Repository, title: string, known?: Milestone): void {
  if (title.trim() === '') throw invalid({ resource: 'Milestone', field: 'title', code: 'missing_field' });
  const taken = [...repository.milestones.values()].some((each) => each !== known && each.title === title);
  if (taken) throw invalid({ resource: 'Milestone', field: 'title', code: 'already_exists' });
}
