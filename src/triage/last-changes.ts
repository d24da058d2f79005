import type { Decision } from '../model/decision.ts';
import { type Change, type IssueFacts, type IssueRef, printRef } from '../model/facts.ts';
import type { Effect } from '../model/plan.ts';
import { quote } from '../text/escape.ts';
import { sameOnGitHub } from '../text/github-names.ts';

/** Seconds: what Remit writes at one time is told as happening within them. */
const together = 10;

/** What Remit changed; that it closed or reopened the issue only its own decisions tell. */
export type OwnChange =
  | Exclude<Change, { what: 'own comment deleted' }>
  | { what: 'closed'; at: string }
  | { what: 'reopened'; at: string };

/** Oldest first. */
function ownChanges(history: Change[], decisions: Decision[]): OwnChange[] {
  const told = history.filter((change) => change.by.own && change.what !== 'own comment deleted') as OwnChange[];
  const states = decisions.flatMap(({ written, at }): OwnChange[] =>
    written.flatMap((each) => (each.do === 'state' ? [{ what: each.to === 'open' ? 'reopened' : 'closed', at }] : [])),
  );
  return [...told, ...states].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** @returns Remit's last changes that were made at one time and that it did not take back itself, oldest first. */
export function lastChanges(history: Change[], decisions: Decision[]): OwnChange[] {
  const standing: OwnChange[] = [];
  for (const change of ownChanges(history, decisions)) {
    const taken = standing.findLastIndex((each) => isInverse(each, change));
    if (taken >= 0) standing.splice(taken, 1);
    else standing.push(change);
  }
  const last = standing.at(-1);
  if (!last) return [];
  return standing.filter(({ at }) => Date.parse(last.at) - Date.parse(at) <= together * 1000);
}

/** What somebody else made of it meanwhile stays. @returns why it is not taken back, in one clause; `null` where it may be. */
export function objectionTo(change: OwnChange, { state }: IssueFacts, history: Change[]): string | null {
  if (change.what === 'closed') return state === 'open' ? 'somebody has reopened the issue since' : null;
  if (change.what === 'reopened') return state === 'closed' ? 'somebody has closed the issue since' : null;
  const thing = thingOf(change);
  const since = history.slice(history.indexOf(change) + 1);
  const later = since.find((each) => !each.by.own && thingOf(each) === thing);
  return later ? `${quote(later.by.login)} has changed ${thing} since` : null;
}

function thingOf(change: Change): string {
  switch (change.what) {
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

const isInverse = (one: OwnChange, other: OwnChange): boolean =>
  opposites[one.what] === other.what && subjectOf(one) === subjectOf(other);

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
  }
}

function isParent(ref: IssueRef | null, { ancestry }: IssueFacts): boolean {
  const [parent] = ancestry.parents;
  return ref !== null && parent !== undefined && sameOnGitHub(printRef(ref), printRef(parent.ref));
}
