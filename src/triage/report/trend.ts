import { coverageOf, type Report, type Standing } from './report.ts';

/** What is another now than in an earlier report; of a share, the difference from −1 to 1. */
export interface Change {
  open: number;
  /** By requirement; `null` where one of the two reports has none. */
  coverage: Record<string, number | null>;
}

export interface Trend {
  /** ISO 8601: when the earlier report was made. */
  since: string;
  all: Change;
  /** By the group's slug, `null` for those that no group owns; groups that the earlier report has not are left out. */
  queues: Map<string | null, Change>;
  /** Names of groups that only the earlier report has. */
  gone: string[];
}

/** @returns what became of the queues since an earlier report. */
export function trendOf(now: Report, before: Report): Trend {
  const earlier = new Map(before.queues.map((queue) => [queue.group, queue]));
  const still = new Set(now.queues.map(({ group }) => group));
  // A document that can't be read doesn't tell that a group is gone.
  const isKnown = now.queues.some(({ group }) => group !== null);
  return {
    since: before.at,
    all: changeOf(now, before),
    queues: new Map(
      now.queues.flatMap((queue) => {
        const old = earlier.get(queue.group);
        return old ? [[queue.group, changeOf(queue, old)] as const] : [];
      }),
    ),
    gone: isKnown ? before.queues.filter(({ group }) => !still.has(group)).map(({ name }) => name) : [],
  };
}

interface Counted {
  open: number;
  requirements: Standing;
}

function changeOf(now: Counted, before: Counted): Change {
  const change = (requirement: string) => {
    const [share, earlier] = [coverageOf(now.requirements, requirement), coverageOf(before.requirements, requirement)];
    return share === null || earlier === null ? null : share - earlier;
  };
  const coverage = Object.fromEntries(Object.keys(now.requirements).map((id) => [id, change(id)]));
  return { open: now.open - before.open, coverage };
}
