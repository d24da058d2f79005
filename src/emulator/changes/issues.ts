import { invalid } from '../refusal.ts';
import type {
  Account,
  Commit,
  Issue,
  IssueType,
  Label,
  Milestone,
  Repository,
  StateReason,
} from '../state/entities.ts';
import { register } from '../state/state.ts';
import type { Actor, World } from '../world.ts';
import { assign } from './assignees.ts';
import { count, recounting } from './counts.ts';
import { crossReference } from './cross-references.ts';
import { markAsDuplicate } from './duplicates.ts';
import { setType } from './issue-types.ts';
import { addLabels, assertFewLabels } from './labelling.ts';
import { isLonger } from './lengths.ts';
import { setMilestone } from './milestones.ts';
import { announceIssue, assertTakesIssues, record } from './record.ts';
import { reopenPull } from './reopen-pull.ts';

const longestTitle = 256;
export const longestBody = 65_536;

export interface NewIssue {
  title: string;
  body?: string | null | undefined;
  labels?: Label[] | undefined;
  milestone?: Milestone | null | undefined;
  assignees?: Account[] | undefined;
  type?: IssueType | null | undefined;
  /** Makes a pull request of it before anybody is told. */
  makePull?: ((issue: Issue) => void) | undefined;
}

/** @throws Refusal 422 when the title is missing or something is too long. */
export function openIssue(world: World, actor: Actor, repository: Repository, text: NewIssue): Issue {
  assertTakesIssues(repository);
  checkTitle(text.title);
  checkBody(text.body);
  assertFewLabels(text.labels ?? []);
  const at = world.now();
  repository.lastIssueNumber += 1;
  const issue: Issue = register(world.state, {
    kind: 'Issue' as const,
    ...world.state.ids.next('Issue', repository.id),
    repository,
    number: repository.lastIssueNumber,
    title: text.title,
    body: text.body ?? null,
    author: actor.account,
    viaApp: actor.viaApp,
    state: 'open' as const,
    stateReason: null,
    closedAt: null,
    closedBy: null,
    locked: false,
    lockReason: null,
    labels: [],
    milestone: null,
    assignees: [],
    type: null,
    comments: [],
    timeline: [],
    reactions: [],
    parent: null,
    children: [],
    blockedBy: [],
    blocking: [],
    duplicateOf: null,
    pull: null,
    createdAt: at,
    updatedAt: at,
    lastEditedAt: null,
    editor: null,
  });
  repository.issues.set(issue.number, issue);
  count(issue, 1);
  text.makePull?.(issue);
  announceIssue(world, actor, issue, 'opened');
  addLabels(world, actor, issue, text.labels ?? []);
  if (text.milestone) setMilestone(world, actor, issue, text.milestone);
  assign(world, actor, issue, text.assignees ?? []);
  if (text.type) setType(world, actor, issue, text.type);
  crossReference(world, actor, issue, issue.body);
  return issue;
}

/** Changes title or body or both, in one `edited` event. */
export function editIssue(
  world: World,
  actor: Actor,
  issue: Issue,
  text: { title?: string | undefined; body?: string | null | undefined },
): void {
  assertTakesIssues(issue.repository);
  if (text.title !== undefined) checkTitle(text.title);
  checkBody(text.body);
  const changes: Record<string, { from: string }> = {};
  if (text.title !== undefined && text.title !== issue.title) {
    changes.title = { from: issue.title };
    record(world, actor, issue, { kind: 'RenamedTitleEvent', previousTitle: issue.title, currentTitle: text.title });
    issue.title = text.title;
  }
  if (text.body !== undefined && text.body !== issue.body) {
    changes.body = { from: issue.body ?? '' };
    issue.body = text.body;
    issue.updatedAt = world.now();
    issue.lastEditedAt = issue.updatedAt;
    issue.editor = actor.account;
    crossReference(world, actor, issue, issue.body);
  }
  if (Object.keys(changes).length > 0) announceIssue(world, actor, issue, 'edited', () => ({ changes }));
}

/** Closes an issue; of a closed one only the reason changes, and what it is a duplicate of. */
export function closeIssue(
  world: World,
  actor: Actor,
  issue: Issue,
  reason: StateReason = 'completed',
  { duplicateOf = null, closer = null }: { duplicateOf?: Issue | null; closer?: Issue | Commit | null } = {},
): void {
  assertTakesIssues(issue.repository);
  if (duplicateOf) markAsDuplicate(world, actor, issue, duplicateOf);
  const wasOpen = issue.state === 'open';
  if (!wasOpen && (issue.pull || issue.stateReason === reason)) return;
  recounting(issue, () => {
    issue.state = 'closed';
  });
  const stateReason = issue.pull ? null : reason;
  issue.stateReason = stateReason;
  if (!wasOpen) return;
  issue.closedAt = world.now();
  issue.closedBy = actor.account;
  record(world, actor, issue, { kind: 'ClosedEvent', stateReason, closer });
  announceIssue(world, actor, issue, 'closed');
}

export function reopenIssue(world: World, actor: Actor, issue: Issue): void {
  assertTakesIssues(issue.repository);
  if (issue.state === 'open') return;
  if (issue.pull) reopenPull(issue.pull);
  recounting(issue, () => {
    issue.state = 'open';
  });
  issue.stateReason = issue.pull ? null : 'reopened';
  issue.duplicateOf = null;
  issue.closedAt = null;
  issue.closedBy = null;
  record(world, actor, issue, { kind: 'ReopenedEvent', stateReason: issue.stateReason });
  announceIssue(world, actor, issue, 'reopened');
}

const lockReasons = ['off-topic', 'too heated', 'resolved', 'spam'];

/** @throws Refusal 422 for a reason that GitHub does not know. */
export function lockIssue(world: World, actor: Actor, issue: Issue, reason: string | null): void {
  assertTakesIssues(issue.repository);
  if (reason !== null && !lockReasons.includes(reason)) {
    throw invalid({ resource: 'Issue', field: 'lock_reason', code: 'invalid', value: reason });
  }
  if (issue.locked) return;
  issue.locked = true;
  issue.lockReason = reason;
  record(world, actor, issue, { kind: 'LockedEvent', lockReason: reason });
  announceIssue(world, actor, issue, 'locked');
}

export function unlockIssue(world: World, actor: Actor, issue: Issue): void {
  assertTakesIssues(issue.repository);
  if (!issue.locked) return;
  issue.locked = false;
  issue.lockReason = null;
  record(world, actor, issue, { kind: 'UnlockedEvent' });
  announceIssue(world, actor, issue, 'unlocked');
}

function checkTitle(title: string): void {
  if (title.trim() === '') throw invalid({ resource: 'Issue', field: 'title', code: 'missing_field' });
  if (isLonger(title, longestTitle)) {
    const message = `title is too long (maximum is ${longestTitle} characters)`;
    throw invalid({ resource: 'Issue', field: 'title', code: 'custom', message });
  }
}

function checkBody(body: string | null | undefined): void {
  if (!isLonger(body ?? '', longestBody)) return;
  const message = `body is too long (maximum is ${longestBody} characters)`;
  throw invalid({ resource: 'Issue', field: 'body', code: 'custom', message });
}
