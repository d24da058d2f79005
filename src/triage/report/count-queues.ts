import type { Charter } from '../../model/charter.ts';
import { type IssueFacts, printRef } from '../../model/facts.ts';
import type { Known } from '../../model/known.ts';
import { type Plan, statuses, type Verdict } from '../../model/plan.ts';
import type { Policy } from '../../model/policy.ts';
import { prioritiesOf } from '../priorities.ts';
import { subjectOf } from '../subject.ts';
import type { Queue, Report, Standing } from './report.ts';

/** What governed when the issue was decided on, and the base of the web pages. */
interface Ground {
  charter: Known<Charter>;
  policy: Policy;
  webUrl: string;
}

/** Counts issues into the queues of the groups that own them; one that two groups own is in both queues. */
export interface QueueCount {
  /** Takes the groups; what is added does so, too, and where no issue is open there is nothing that does. */
  begin(ground: Ground): void;
  add(issue: IssueFacts, plan: Plan, ground: Ground): void;
  queues(): Queue[];
  requirements(): Standing;
}

export function countQueues(): QueueCount {
  const bySlug = new Map<string | null, Queue>();
  const all: Standing = {};
  const begin = (ground: Ground) => {
    if (bySlug.size === 0) for (const queue of emptyQueues(ground)) bySlug.set(queue.group, queue);
  };
  return {
    begin,
    add(issue, { owners, verdicts }, ground) {
      begin(ground);
      addVerdicts(all, verdicts);
      const slugs = owners.length === 0 ? [null] : owners;
      for (const queue of slugs.flatMap((slug) => bySlug.get(slug) ?? [])) addTo(queue, issue, { verdicts, ground });
    },
    queues: () => [...bySlug.values()].map(inOrder),
    requirements: () => all,
  };
}

/** Name of the only queue where the document can't be read. */
export const ownerNotKnown = 'owner not known';

/** Groups without an issue are told of, too: an empty queue is news. */
function emptyQueues({ charter, policy }: Ground): Queue[] {
  const priorities = [...prioritiesOf(policy).map(({ label }) => label), null];
  const empty = (group: string | null, name: string): Queue => ({
    group,
    name,
    open: 0,
    priorities: priorities.map((priority) => ({ priority, issues: 0 })),
    milestones: [],
    requirements: {},
    oldest: null,
  });
  if (!charter.known) return [empty(null, ownerNotKnown)];
  const groups = charter.value.groups.filter(({ retired }) => !retired);
  return [...groups.map(({ slug, name }) => empty(slug, name)), empty(null, 'no group')];
}

function addTo(queue: Queue, issue: IssueFacts, { verdicts, ground }: { verdicts: Verdict[]; ground: Ground }): void {
  queue.open += 1;
  addVerdicts(queue.requirements, verdicts);
  addOne(queue.priorities, 'priority', priorityOf(issue, ground));
  addOne(queue.milestones, 'milestone', issue.milestone?.title ?? null);
  if (queue.oldest === null || issue.updatedAt < queue.oldest.untouchedSince) {
    const { owner, repository, number } = issue.ref;
    const url = `${ground.webUrl}/${owner}/${repository}/issues/${number}`;
    queue.oldest = { issue: printRef(issue.ref), title: issue.title, url, untouchedSince: issue.updatedAt };
  }
}

function addVerdicts(standing: Standing, verdicts: Verdict[]): void {
  for (const { requirement, status } of verdicts) {
    standing[requirement] ??= Object.fromEntries(statuses.map((each) => [each, 0])) as Standing[string];
    standing[requirement][status] += 1;
  }
}

/** The label as the configuration writes it, whatever its letters' case on the issue. */
function priorityOf(issue: IssueFacts, { charter, policy }: Ground): string | null {
  const { standing } = subjectOf({ issue, charter, policy, links: {} }).priorities;
  const rank = standing.known ? standing.value?.priority.rank : undefined;
  return rank === undefined ? null : (prioritiesOf(policy)[rank]?.label ?? null);
}

function addOne<Key extends string>(
  list: ({ issues: number } & Record<Key, string | null>)[],
  key: Key,
  value: string | null,
): void {
  const entry = list.find((each) => each[key] === value);
  if (entry) entry.issues += 1;
  else list.push({ [key]: value, issues: 1 } as (typeof list)[0]);
}

const inOrder = (queue: Queue): Queue => ({
  ...queue,
  milestones: queue.milestones.toSorted((one, other) => byTitle(one.milestone, other.milestone)),
});

/** As people count: 1.9 before 1.10; what has no milestone comes last. */
function byTitle(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one.localeCompare(other, 'en', { numeric: true });
}

/** @returns the report of what was counted. */
export const reportOf = (
  { queues, requirements }: QueueCount,
  about: Pick<Report, 'repository' | 'at' | 'complete' | 'open' | 'covered'>,
): Report => ({ ...about, requirements: requirements(), queues: queues() });
