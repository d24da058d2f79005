import { type Change, type IssueFacts, type IssueRef, printRef } from '../../model/facts.ts';
import type { Effect } from '../../model/plan.ts';
import { sameOnGitHub } from '../../text/github-names.ts';
import type { Command } from '../command.ts';
import { cannotTell, done, refuse } from '../outcome.ts';

/** Seconds: what Remit writes at one time is told as happening within them. */
const together = 10;

const remit = { login: 'remit[bot]', kind: 'program', own: true } as const;
const person = { login: 'octo-lead-1', kind: 'person' } as const;

export default {
  usage: ['/undo'],
  summary: 'Takes back Remit’s last change of labels, milestone, assignees or epic',
  why: 'A mistake of a program should cost one line. Given again, it takes back the change before.',
  who: ['triage'],
  obey({ issue, because }) {
    if (!issue.history.known) return cannotTell(issue.history.because);
    const batch = lastBatch(issue.history.value);
    if (batch.length > 0)
      return done(...batch.toReversed().flatMap((change) => inverseOf(change, { batch, issue, because })));
    if (!issue.historyIsWhole) return cannotTell('what Remit did lies further back than was read');
    return refuse('Remit has changed nothing here that it could take back');
  },
  examples: [
    {
      name: 'a label that Remit added, and one that it took off with it',
      comment: '/undo',
      issue: {
        labels: [{ id: 'L_1', name: 'area/networking' }],
        history: {
          known: true,
          value: [
            { what: 'labeled', label: 'bug', by: person, at: '2026-01-05T08:00:00Z' },
            { what: 'labeled', label: 'area/networking', by: remit, at: '2026-01-05T09:00:00Z' },
            { what: 'unlabeled', label: 'needs-triage', by: remit, at: '2026-01-05T09:00:01Z' },
          ],
        },
      },
      effects: [{ do: 'label', add: ['needs-triage'], remove: ['area/networking'] }],
    },
    {
      name: 'what was taken back already, so that the change before is taken back',
      comment: '/undo',
      issue: {
        milestone: { id: 'M_1', number: 1, title: '1.4', state: 'open' },
        history: {
          known: true,
          value: [
            { what: 'milestoned', milestone: '1.4', by: remit, at: '2026-01-05T08:00:00Z' },
            { what: 'labeled', label: 'P1', by: remit, at: '2026-01-05T09:00:00Z' },
            { what: 'unlabeled', label: 'P1', by: remit, at: '2026-01-05T10:00:00Z' },
          ],
        },
      },
      effects: [{ do: 'milestone', title: null }],
    },
    {
      name: 'what a person has taken back meanwhile',
      comment: '/undo',
      issue: {
        history: {
          known: true,
          value: [
            { what: 'labeled', label: 'P1', by: remit, at: '2026-01-05T09:00:00Z' },
            { what: 'unlabeled', label: 'P1', by: person, at: '2026-01-05T10:00:00Z' },
          ],
        },
      },
    },
    {
      name: 'nothing to take back',
      comment: '/undo',
      refused: 'Remit has changed nothing here that it could take back',
    },
    {
      name: 'a history that can’t be read',
      comment: '/undo',
      issue: { history: { known: false, because: 'the timeline can’t be read' } },
      unknown: 'the timeline can’t be read',
    },
  ],
} satisfies Command;

/** @returns Remit's last changes that were made at one time and that it did not take back itself, oldest first. */
function lastBatch(history: Change[]): Change[] {
  const standing: Change[] = [];
  for (const change of history.filter(({ by, what }) => by.own && what !== 'own comment deleted')) {
    const taken = standing.findLastIndex((each) => isInverse(each, change));
    if (taken >= 0) standing.splice(taken, 1);
    else standing.push(change);
  }
  const last = standing.at(-1);
  if (!last) return [];
  return standing.filter(({ at }) => Date.parse(last.at) - Date.parse(at) <= together * 1000);
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
};

const isInverse = (one: Change, other: Change): boolean =>
  opposites[one.what] === other.what && subjectOf(one) === subjectOf(other);

function subjectOf(change: Change): string {
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
    case 'own comment deleted':
      return '';
  }
}

/** What a person made of it meanwhile stays. */
function inverseOf(
  change: Change,
  { batch, issue, because }: { batch: Change[]; issue: IssueFacts; because: string },
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
    case 'own comment deleted':
      return [];
  }
}

function isParent(ref: IssueRef | null, { ancestry }: IssueFacts): boolean {
  const [parent] = ancestry.parents;
  return ref !== null && parent !== undefined && sameOnGitHub(printRef(ref), printRef(parent.ref));
}
