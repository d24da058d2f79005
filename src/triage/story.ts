import type { Cause, Decision, FactsInBrief, LeftAlone, TurnInBrief, Written } from '../model/decision.ts';
import { type Change, printRef } from '../model/facts.ts';
import type { Verdict } from '../model/plan.ts';

/** What was found on an issue. */
interface Findings {
  at: string;
  /** Those that are not as they were in the decision before. */
  verdicts: Verdict[];
  /** Ids of all requirements that were missing or in conflict. */
  open: string[];
  owners: string[];
  /** What it left to people, without what it did in the decision before. */
  withheld: LeftAlone[];
  hold: string | null;
  /** The web address of each file that governed, by path; without those that did so in the decision before. */
  governedBy: Record<string, string>;
}

/** What somebody did to the issue. */
export type Happened = Change | TurnInBrief;

/** One thing in the story of an issue. */
export type StoryEvent =
  | { kind: 'opened'; at: string; by: string }
  | { kind: 'changed'; at: string; by: string; change: Happened }
  | ({ kind: 'decided'; cause: Cause | null; written: Written[] } & Findings)
  /** By whoever tells the story; nothing was written. */
  | ({ kind: 'found' } & Findings);

/**
 * Tells what happened to an issue, and what was decided on it and why, from the decisions that are kept of it, oldest
 * first. What was written comes back in the next decision's changes; it is told once, with its reason.
 */
export function storyOf(decisions: Decision[]): StoryEvent[] {
  const [first] = decisions;
  if (!first) return [];
  const echoes = echoesAmong(decisions);
  return [
    { kind: 'opened', at: first.facts.createdAt, by: first.facts.author },
    ...decisions.flatMap((decision, index) => [
      ...happenedBefore(decision)
        .filter((change) => !echoes.has(change))
        .map((change): StoryEvent => ({ kind: 'changed', at: change.at, by: change.by.login, change })),
      decided(decision, decisions[index - 1] ?? null),
    ]),
  ];
}

/** Tells what happened to an issue from its history alone, and what is found on it now. */
export function storyOfHistory(now: Decision): StoryEvent[] {
  return storyOf([now]).map((event): StoryEvent => {
    if (event.kind !== 'decided') return event;
    const { cause: _, written: __, ...findings } = event;
    return { ...findings, kind: 'found' };
  });
}

function happenedBefore({ facts: { changes, turns = [] } }: Decision): Happened[] {
  return [...changes, ...turns].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

function decided(decision: Decision, before: Decision | null): StoryEvent {
  const { at, cause, written, verdicts, owners, withheld, hold, governedBy } = decision;
  const said = new Set(before?.verdicts.map(textOf));
  const left = new Set(before?.withheld.map(leftAs));
  return {
    kind: 'decided',
    cause,
    written,
    at,
    verdicts: verdicts.filter((verdict) => !said.has(textOf(verdict))),
    open: verdicts.filter(({ status }) => status === 'missing' || status === 'conflict').map(idOf),
    owners,
    withheld: withheld.filter((each) => !left.has(leftAs(each))),
    hold,
    governedBy: changedIn(governedBy, before?.governedBy),
  };
}

const idOf = ({ requirement }: Verdict): string => requirement;

const textOf = ({ requirement, status, message }: Verdict): string => JSON.stringify([requirement, status, message]);

const leftAs = ({ change: { because: _, ...change }, because }: LeftAlone): string => JSON.stringify([change, because]);

function changedIn(now: Record<string, string>, before: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(now).filter(([path, url]) => before[path] !== url));
}

function echoesAmong(decisions: Decision[]): Set<Happened> {
  const echoes = new Set<Happened>();
  const expected: string[] = [];
  for (const decision of decisions) {
    const { facts, written } = decision;
    for (const change of happenedBefore(decision)) {
      const index = change.by.kind === 'program' ? expected.indexOf(keyOf(change)) : -1;
      if (index < 0) continue;
      expected.splice(index, 1);
      echoes.add(change);
    }
    expected.push(...written.flatMap((each) => echoesOf(each, facts)));
  }
  return echoes;
}

function keyOf(change: Happened): string {
  switch (change.what) {
    case 'labeled':
    case 'unlabeled':
      return `${change.what} ${change.label}`;
    case 'milestoned':
    case 'demilestoned':
      return `${change.what} ${change.milestone}`;
    case 'assigned':
    case 'unassigned':
      return `${change.what} ${change.assignee}`;
    case 'parented':
      return `parented ${change.parent && printRef(change.parent)}`;
    default:
      return change.what;
  }
}

/** @returns keys of the changes that writing this makes. */
function echoesOf(written: Written, { milestone }: FactsInBrief): string[] {
  switch (written.do) {
    case 'label':
      return [
        ...written.add.map((label) => `labeled ${label}`),
        ...written.remove.map((label) => `unlabeled ${label}`),
      ];
    case 'milestone':
      return [
        ...(milestone ? [`demilestoned ${milestone.title}`] : []),
        ...(written.title === null ? [] : [`milestoned ${written.title}`]),
      ];
    case 'assign':
      return [
        ...written.add.map((login) => `assigned ${login}`),
        ...written.remove.map((login) => `unassigned ${login}`),
      ];
    case 'parent':
      return written.issue === null ? ['unparented'] : [`parented ${printRef(written.issue)}`];
    case 'assign-one':
      return written.of.slice(0, 1).map((login) => `assigned ${login}`);
    case 'checklist':
    case 'reply':
      return written.written === 'taken away' ? ['own comment deleted'] : [];
    case 'title':
      return ['retitled'];
    case 'state':
      return [written.to === 'open' ? 'reopened' : 'closed'];
    case 'create-label':
    case 'reopen-milestone':
    case 'roll-over':
    case 'notify':
    case 'react':
    case 'transfer':
      return [];
  }
}
