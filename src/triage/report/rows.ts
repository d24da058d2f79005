import { coverageOf, type Queue, type Report } from './report.ts';
import type { Change, Trend } from './trend.ts';

/** A report as a table of plain text; whoever prints it escapes the cells. */
export interface Rows {
  heading: string[];
  /** One for each queue, and one for all issues. */
  rows: string[][];
}

/** @param trend what is another since an earlier report; told in brackets. */
export function rowsOf(report: Report, trend: Trend | null): Rows {
  const requirements = Object.keys(report.requirements);
  const priorities = report.queues[0]?.priorities.map(({ priority }) => priority ?? 'none') ?? [];
  const cells = (counted: Pick<Queue, 'open' | 'requirements'>, change: Change | undefined) => ({
    open: `${counted.open}${signed(change?.open ?? 0)}`,
    coverage: requirements.map((id) => share(coverageOf(counted.requirements, id), change?.coverage[id] ?? null)),
  });
  const rowOf = (queue: Queue) => {
    const { open, coverage } = cells(queue, trend?.queues.get(queue.group));
    const counts = queue.priorities.map(({ issues }) => String(issues));
    return [
      queue.name,
      open,
      ...counts,
      ...coverage,
      queue.oldest ? daysSince(queue.oldest.untouchedSince, report.at) : '',
    ];
  };
  const all = cells({ open: report.covered, requirements: report.requirements }, trend?.all);
  return {
    heading: ['group', 'open', ...priorities, ...requirements, 'untouched'],
    rows: [...report.queues.map(rowOf), ['all', all.open, ...priorities.map(() => ''), ...all.coverage, '']],
  };
}

/** @returns whole days between two moments, as text. */
export const daysSince = (since: string, now: string): string => {
  const days = Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / 86_400_000));
  return `${days} ${days === 1 ? 'day' : 'days'}`;
};

/** @returns a share in per cent, with its change in points. */
export function share(value: number | null, change: number | null): string {
  if (value === null) return '–';
  return `${Math.round(value * 100)} %${signed(Math.round((change ?? 0) * 100))}`;
}

const signed = (change: number): string => (change === 0 ? '' : ` (${change > 0 ? '+' : '−'}${Math.abs(change)})`);
