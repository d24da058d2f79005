import type { Charter } from '../model/charter.ts';
import type { IssueFacts } from '../model/facts.ts';
import type { Known } from '../model/known.ts';
import type { Policy } from '../model/policy.ts';
import { quote } from '../text/escape.ts';
import { epicOptions, isEpic } from './epics/epic-options.ts';
import { whyIgnored } from './hold.ts';
import type { Ownership } from './owners.ts';
import type { Priorities } from './priority-source.ts';
import { settingsOf } from './settings.ts';
import { subjectOf } from './subject.ts';

/** How an issue that is open in a milestone keeps it from being achieved; the first weighs most. */
export const blockerKinds = ['urgent', 'epic', 'unowned', 'without-priority', 'unknown'] as const;
export type BlockerKind = (typeof blockerKinds)[number];

export interface Blocker {
  kind: BlockerKind;
  /** One clause, without a full stop. */
  message: string;
}

interface Standing {
  issue: IssueFacts;
  charter: Known<Charter>;
  policy: Policy;
}

/**
 * @returns what keeps a milestone from being achieved while this issue is open in it; empty where nothing does. A project
 * that asks for no owner, or for no priority, isn't kept by the want of one. What is `unknown` may or may not block.
 */
export function blockersOf({ issue, charter, policy }: Standing): Blocker[] {
  const { ownership, priorities } = subjectOf({ issue, charter, policy, links: {} });
  const isIgnored = whyIgnored(issue, policy) !== null;
  const isAskedFor = (requirement: string) => !isIgnored && policy.triage.requirements[requirement] !== false;
  return [
    ...urgency(priorities),
    ...(isOpenEpic(issue, policy) ? [blocker('epic', 'the epic is open')] : []),
    ...(isAskedFor('owner') ? withoutOwner(ownership) : []),
    ...(isAskedFor('priority') ? withoutPriority(priorities) : []),
  ];
}

const blocker = (kind: BlockerKind, message: string): Blocker => ({ kind, message });

/** Of several priorities of which none is known to stand the most urgent one counts: a release is no place to hope. */
function urgency({ given, standing }: Priorities): Blocker[] {
  if (!given.known) return [blocker('unknown', `its priority is not known: ${given.because}`)];
  const counting = standing.known && standing.value !== null ? [standing.value.priority] : given.value;
  const urgent = counting.find(({ rank }) => rank === 0);
  return urgent ? [blocker('urgent', `${quote(urgent.name)} is open`)] : [];
}

function isOpenEpic({ labels, type }: IssueFacts, policy: Policy): boolean {
  const options = settingsOf('epic', epicOptions, policy);
  return isEpic({ labels: labels.map(({ name }) => name), type }, options);
}

function withoutOwner(ownership: Known<Ownership>): Blocker[] {
  if (!ownership.known) return [blocker('unknown', `its owner is not known: ${ownership.because}`)];
  return ownership.value.owners.length === 0 ? [blocker('unowned', 'no group owns it')] : [];
}

const withoutPriority = ({ given }: Priorities): Blocker[] =>
  given.known && given.value.length === 0 ? [blocker('without-priority', 'it has no priority')] : [];
