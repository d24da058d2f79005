import { type Change, type IssueFacts, type IssueRef, printRef, type Turn } from '../model/facts.ts';
import type { Effect } from '../model/plan.ts';
import { quote } from '../text/escape.ts';
import { sameOnGitHub } from '../text/github-names.ts';

/** Seconds: what Remit writes at one time is told as happening within them. */
const together = 10;

/** What can be taken back. */
export type OwnChange = Exclude<Change, { what: 'own comment deleted' }> | Turn;

/**
 * @param happened what happened to the issue, oldest first.
 * @returns Remit's last changes that were made at one time and that it did not take back itself, oldest first.
 */
export function lastChanges(happened: (Change | Turn)[]): OwnChange[] {
  const isOwn = (each: Change | Turn): each is OwnChange => each.by.own === true && each.what !== 'own comment deleted';
  let standing: OwnChange[][] = [];
  for (const moment of momentsOf(happened.filter(isOwn)))
    standing = withoutTaken(standing, moment) ?? [...standing, moment];
  return standing.at(-1) ?? [];
}

/** What cancels out within a moment is not in it. */
function momentsOf(changes: OwnChange[]): OwnChange[][] {
  const moments: { begin: number; changes: OwnChange[] }[] = [];
  for (const change of changes) {
    const at = Date.parse(change.at);
    const last = moments.at(-1);
    if (!last || at - last.begin > together * 1000) {
      moments.push({ begin: at, changes: [change] });
      continue;
    }
    const taken = last.changes.findLastIndex((each) => isInverse(each, change));
    if (taken >= 0) last.changes.splice(taken, 1);
    else last.changes.push(change);
  }
  return moments.map((moment) => moment.changes);
}

/**
 * A priority in the place of another takes that one off, too, and yet takes nothing back. @returns the moments without
 * the last ones, where all of those and nothing else was taken back; `null` where something else was done.
 */
function withoutTaken(standing: OwnChange[][], moment: OwnChange[]): OwnChange[][] | null {
  if (moment.length === 0) return standing;
  const rest = [...moment];
  for (const change of standing.at(-1) ?? []) {
    const inverse = rest.findIndex((each) => isInverse(change, each));
    if (inverse < 0) return null;
    rest.splice(inverse, 1);
  }
  return standing.length === 0 ? null : withoutTaken(standing.slice(0, -1), rest);
}

/** What somebody else made of it meanwhile stays. @returns why it is not taken back, in one clause; `null` where it may be. */
export function objectionTo(
  change: OwnChange,
  happened: (Change | Turn)[],
  { milestone }: Pick<IssueFacts, 'milestone'>,
): string | null {
  const thing = thingOf(change);
  const since = happened.slice(happened.indexOf(change) + 1);
  const later = since.find((each) => !each.by.own && thingOf(each) === thing);
  if (later) return `${quote(later.by.login)} has changed ${thing} since`;
  // A milestone that was renamed or deleted leaves no change on the issue.
  const isOther = change.what === 'milestoned' && milestone?.title !== change.milestone;
  return isOther ? `the milestone is not ${quote(change.milestone)} any more` : null;
}

function thingOf(change: Change | Turn): string {
  switch (change.what) {
    case 'closed':
    case 'reopened':
      return 'the state';
    case 'retitled':
      return 'the title';
    case 'labeled':
    case 'unlabeled':
      return `the label ${quote(change.label)}`;
    case 'assigned':
    case 'unassigned':
      return `the assignee ${quote(change.assignee)}`;
    case 'milestoned':
    case 'demilestoned':
      return 'the milestone';
    case 'parented':
    case 'unparented':
      return 'the epic';
    case 'own comment deleted':
      return 'the checklist';
  }
}

const opposites: Record<string, string> = {
  labeled: 'unlabeled',
  unlabeled: 'labeled',
  milestoned: 'demilestoned',
  demilestoned: 'milestoned',
  assigned: 'unassigned',
  unassigned: 'assigned',
  parented: 'unparented',
  unparented: 'parented',
  closed: 'reopened',
  reopened: 'closed',
};

function isInverse(one: OwnChange, other: OwnChange): boolean {
  if (one.what === 'retitled') return other.what === 'retitled' && one.from === other.to && one.to === other.from;
  return opposites[one.what] === other.what && subjectOf(one) === subjectOf(other);
}

function subjectOf(change: OwnChange): string {
  switch (change.what) {
    case 'labeled':
    case 'unlabeled':
      return change.label.toLowerCase();
    case 'milestoned':
    case 'demilestoned':
      return change.milestone;
    case 'assigned':
    case 'unassigned':
      return change.assignee.toLowerCase();
    case 'parented':
    case 'unparented':
      return change.parent ? printRef(change.parent).toLowerCase() : '';
    case 'closed':
    case 'reopened':
    case 'retitled':
      return '';
  }
}

/** @returns what takes a change back, given those that were made together with it. */
export function inverseOf(
  change: OwnChange,
  { batch, issue, because }: { batch: OwnChange[]; issue: IssueFacts; because: string },
): Effect[] {
  switch (change.what) {
    case 'labeled':
      return [{ do: 'label', add: [], remove: [change.label], because }];
    case 'unlabeled':
      return [{ do: 'label', add: [change.label], remove: [], because }];
    case 'assigned':
      return [{ do: 'assign', add: [], remove: [change.assignee], because }];
    case 'unassigned':
      return [{ do: 'assign', add: [change.assignee], remove: [], because }];
    case 'milestoned': {
      const before = batch.find((each) => each.what === 'demilestoned');
      const title = before?.what === 'demilestoned' ? before.milestone : null;
      return issue.milestone?.title === change.milestone ? [{ do: 'milestone', title, because }] : [];
    }
    case 'demilestoned':
      return issue.milestone === null ? [{ do: 'milestone', title: change.milestone, because }] : [];
    case 'parented': {
      const before = batch.find((each) => each.what === 'unparented');
      const parent = before?.what === 'unparented' ? before.parent : null;
      return isParent(change.parent, issue) ? [{ do: 'parent', issue: parent, because }] : [];
    }
    case 'unparented':
      return issue.ancestry.parents.length === 0 && change.parent
        ? [{ do: 'parent', issue: change.parent, because }]
        : [];
    case 'closed':
      return [{ do: 'state', to: 'open', because }];
    case 'reopened':
      return [{ do: 'state', to: 'closed', as: 'completed', of: null, because }];
    case 'retitled':
      return [{ do: 'title', title: change.from, because }];
  }
}

function isParent(ref: IssueRef | null, { ancestry }: IssueFacts): boolean {
  const [parent] = ancestry.parents;
  return ref !== null && parent !== undefined && sameOnGitHub(printRef(ref), printRef(parent.ref));
}
