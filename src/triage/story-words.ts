import type { Cause, LeftAlone, Written } from '../model/decision.ts';
import { type IssueRef, printRef } from '../model/facts.ts';
import { inTerminal, quote } from '../text/escape.ts';
import { quoteList } from './judgement.ts';
import type { Happened, StoryEvent } from './story.ts';

/** @returns the event as a sentence without a full stop; what was written by its reasons, and after what. */
export function sentenceOf(event: StoryEvent): string {
  switch (event.kind) {
    case 'opened':
      return `${inTerminal(event.by)} opened the issue`;
    case 'changed':
      return `${inTerminal(event.by)} ${didWhat(event.change)}`;
    case 'decided':
      return `Remit ${decidedWhat(event)}`;
    case 'found':
      return event.hold === null
        ? 'Remit was asked what it finds, and wrote nothing'
        : `Remit was asked what it finds, and may write nothing: ${inTerminal(event.hold)}`;
  }
}

/** @returns what one effect did, in the past tense, without who did it. */
export function wroteWhat(written: Written): string {
  switch (written.do) {
    case 'label':
      return [
        ...(written.add.length > 0 ? [`added the ${labels(written.add)}`] : []),
        ...(written.remove.length > 0 ? [`took the ${labels(written.remove)} off`] : []),
      ].join(' and ');
    case 'milestone':
      return written.title === null
        ? 'took it out of its milestone'
        : `put it into the milestone ${quote(written.title)}`;
    case 'roll-over':
      return `moved what is open in ${quote(written.from.title)} to ${quote(written.to)}`;
    case 'reopen-milestone':
      return `opened the milestone ${quote(written.title)} again`;
    case 'checklist':
      return checklists[written.written];
    case 'reply':
      return replies[written.written];
    case 'react':
      return 'reacted to a comment';
    case 'title':
      return 'changed the title';
    case 'state':
      return written.to === 'open' ? 'reopened it' : `closed it as ${written.as}`;
    case 'parent':
      return written.issue === null ? 'took it away from its parent' : `made ${printRef(written.issue)} its parent`;
    case 'assign':
      return [
        ...(written.add.length > 0 ? [`assigned ${written.add.map(inTerminal).join(', ')}`] : []),
        ...(written.remove.length > 0 ? [`unassigned ${written.remove.map(inTerminal).join(', ')}`] : []),
      ].join(' and ');
    case 'transfer':
      return `moved it to ${inTerminal(`${written.to.owner}/${written.to.name}`)}`;
    case 'create-label':
      return `made the label ${quote(written.name)}`;
    case 'assign-one':
      return `assigned the first of ${quoteList(written.of, 'and')} who can be`;
    case 'notify':
      return `told the team of ${quote(written.group)}`;
  }
}

/** @returns what was left to people, and why: `adding the label “P1”, since octo-lead-1 took off “P1”`. */
export function leftWhat({ change, because }: LeftAlone): string {
  const would = wroteWhat(change).replace(/^\w+/, (verb) => gerunds[verb] ?? verb);
  return `${would}, since ${inTerminal(because)}`;
}

/** Of the verbs that `wroteWhat` begins with, as far as what they tell of is ever left to people. */
const gerunds: Record<string, string> = {
  added: 'adding',
  took: 'taking',
  put: 'putting',
  changed: 'changing',
  made: 'making',
  assigned: 'assigning',
  unassigned: 'unassigning',
  told: 'telling',
  opened: 'opening',
};

/** @returns what made Remit look, as a clause: `after octo-user-1 opened the issue`. */
export function afterWhat(cause: Cause | null): string {
  if (cause === null) return 'since the time for it had come';
  const { event, by } = cause;
  const what = events[event] ?? events[event.split('.')[0] ?? ''] ?? `caused ${quote(event)}`;
  return `after ${by === null ? 'somebody' : inTerminal(by)} ${what}`;
}

const checklists = {
  'put up': 'put up a checklist',
  changed: 'changed its checklist',
  'taken away': 'took its checklist away',
};

const replies = {
  'put up': 'answered a comment',
  changed: 'changed its answer to a comment',
  'taken away': 'took its answer to a comment away',
};

function decidedWhat({ written, withheld, hold, verdicts }: Extract<StoryEvent, { kind: 'decided' }>): string {
  if (written.length > 0) return written.map(wroteWhat).join(', and ');
  if (hold !== null) return `wrote nothing: ${inTerminal(hold)}`;
  if (withheld.length > 0) return 'wrote nothing, and left to people what it would have';
  return verdicts.length > 0 ? 'looked again, and had nothing to write' : 'had nothing to write';
}

function didWhat(change: Happened): string {
  switch (change.what) {
    case 'labeled':
      return `added the label ${quote(change.label)}`;
    case 'unlabeled':
      return `took the label ${quote(change.label)} off`;
    case 'milestoned':
      return `put it into the milestone ${quote(change.milestone)}`;
    case 'demilestoned':
      return `took it out of the milestone ${quote(change.milestone)}`;
    case 'assigned':
      return `assigned ${inTerminal(change.assignee)}`;
    case 'unassigned':
      return `unassigned ${inTerminal(change.assignee)}`;
    case 'parented':
      return `made ${parent(change.parent)} its parent`;
    case 'unparented':
      return `took it away from ${parent(change.parent)}`;
    case 'own comment deleted':
      return 'deleted a comment of Remit’s';
    case 'closed':
      return 'closed the issue';
    case 'reopened':
      return 'reopened the issue';
    case 'retitled':
      return 'changed the title';
  }
}

const parent = (ref: IssueRef | null): string => (ref === null ? 'an issue that may not be seen' : printRef(ref));

const labels = (names: string[]): string => `${names.length === 1 ? 'label' : 'labels'} ${quoteList(names, 'and')}`;

/** By event and action, else by event. Source: GitHub docs, Webhook events and payloads. */
const events: Record<string, string> = {
  'issues.opened': 'opened the issue',
  'issues.edited': 'edited the issue',
  'issues.labeled': 'added a label',
  'issues.unlabeled': 'took a label off',
  'issues.milestoned': 'set the milestone',
  'issues.demilestoned': 'cleared the milestone',
  'issues.closed': 'closed the issue',
  'issues.reopened': 'reopened the issue',
  'issues.typed': 'set the type',
  'issues.untyped': 'cleared the type',
  issue_comment: 'commented',
  sub_issues: 'changed its parent',
  push: 'pushed to the default branch',
  label: 'changed a label of the repository',
  milestone: 'changed a milestone of the repository',
};
