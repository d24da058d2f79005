import type { Charter } from '../../model/charter.ts';
import { type Ancestor, type IssueFacts, type IssueRef, printRef } from '../../model/facts.ts';
import type { Known } from '../../model/known.ts';
import type { Policy } from '../../model/policy.ts';
import { settingsOf } from '../settings.ts';
import { subjectOf } from '../subject.ts';
import { epicOptions, isEpic } from './epic-options.ts';
import type { EpicsReport } from './epics-json.ts';

/** As much of an open issue as its epic's report needs. */
export interface Kept {
  ref: IssueRef;
  title: string;
  owners: Known<string[]>;
  /** Names of retired groups whose labels it has. */
  retired: string[];
  milestone: string | null;
}

/** An epic as far as it was seen: itself among the open issues, or as a parent of one. */
export interface SeenEpic {
  ref: IssueRef;
  title: string;
  state: 'open' | 'closed';
  /** `null` where only an issue below it told of it. */
  itself: (Kept & { children: IssueFacts['children'] }) | null;
  /** Open issues below it, with the chain between, the nearest parent first. */
  below: { issue: Kept; between: Ancestor[] }[];
}

export interface GatheredEpics {
  open: number;
  epics: Map<string, SeenEpic>;
  orphans: Kept[];
  unknown: EpicsReport['unknown'];
}

interface Ground {
  charter: Known<Charter>;
  policy: Policy;
}

/** Takes open issues one by one, in any order. */
export interface EpicGathering {
  add(issue: IssueFacts, ground: Ground): void;
  gathered: GatheredEpics;
}

export function gatherEpics(): EpicGathering {
  const gathered: GatheredEpics = { open: 0, epics: new Map(), orphans: [], unknown: [] };
  const epicOf = ({ ref, title, state }: Pick<SeenEpic, 'ref' | 'title' | 'state'>): SeenEpic => {
    const key = printRef(ref).toLowerCase();
    const seen = gathered.epics.get(key) ?? { ref, title, state, itself: null, below: [] };
    gathered.epics.set(key, seen);
    return seen;
  };
  return {
    gathered,
    add(issue, ground) {
      gathered.open += 1;
      const options = settingsOf('epic', epicOptions, ground.policy);
      const kept = keep(issue, ground);
      const labels = issue.labels.map(({ name }) => name);
      const isOne = isEpic({ labels, type: issue.type }, options);
      if (isOne) epicOf(issue).itself = { ...kept, children: issue.children };
      const { parents, hidden } = issue.ancestry;
      const levels = parents.flatMap((parent, level) => (isEpic(parent, options) ? [level] : []));
      for (const level of levels) epicOf(parents[level]!).below.push({ issue: kept, between: parents.slice(0, level) });
      if (isOne || levels.length > 0) return;
      if (hidden !== null) gathered.unknown.push({ issue: printRef(issue.ref), because: hidden });
      else gathered.orphans.push(kept);
    },
  };
}

function keep(issue: IssueFacts, { charter, policy }: Ground): Kept {
  const { ownership } = subjectOf({ issue, charter, policy, links: {} });
  return {
    ref: issue.ref,
    title: issue.title,
    owners: ownership.known ? { known: true, value: ownership.value.owners.map(({ slug }) => slug) } : ownership,
    retired: ownership.known ? ownership.value.retired.map(({ group }) => group.name) : [],
    milestone: issue.milestone?.title ?? null,
  };
}
