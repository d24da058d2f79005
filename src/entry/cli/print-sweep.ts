import type { SweepReport } from '../../engine/sweep-report.ts';
import type { Sweep } from '../../engine/sweep-state.ts';
import { inTerminal } from '../../text/escape.ts';
import { type Io, paint } from '../io.ts';

/** Shows on a terminal how far a sweep is, how fast it goes, and how long it still takes. */
export function printProgress(begun: Sweep, io: Io) {
  const startedAt = Date.now();
  return {
    show({ covered, neglected, total, requests }: Sweep): void {
      if (!io.terminal) return;
      const done = covered - begun.covered + neglected - begun.neglected;
      const perSecond = done / Math.max(1, (Date.now() - startedAt) / 1000);
      const left = perSecond > 0 ? `, ${Math.ceil((total - covered) / perSecond)} s left` : '';
      io.err(`\r\x1b[K${covered} of ${total} issues, ${requests} requests, ${perSecond.toFixed(0)} a second${left}`);
    },
    clear(): void {
      if (io.terminal) io.err('\r\x1b[K');
    },
  };
}

/** Issues that are listed one by one; what is more than anyone reads stands in `--json`. */
const mostListed = 20;

/** @returns what a sweep covered, changed, and could not read. */
export function printSweep(report: SweepReport, { dryRun, io }: { dryRun?: boolean; io: Io }): string {
  const { total, wanting, changed, unread, unowned, requests } = report;
  const colours = paint(io);
  const lines = [
    coverage(report),
    ...table(report),
    ...(unowned > 0 ? [`${unowned} without an owner`] : []),
    dryRun
      ? `${wanting} would be changed`
      : `${changed} changed${wanting > changed ? `, ${wanting - changed} left as they are` : ''}`,
    ...report.issues.slice(0, mostListed).map(({ issue, changes }) => `  ${issue}: ${inTerminal(changes.join('; '))}`),
    ...(report.issues.length > mostListed ? [`  and ${report.issues.length - mostListed} more (see --json)`] : []),
    ...(unread > 0 ? [colours.yellow(`${unread} could not be read`)] : []),
    colours.dim(`${requests} requests for ${total} open issues`),
  ];
  return `${lines.join('\n')}\n`;
}

function coverage({ ended, covered, neglected, total, repository }: SweepReport): string {
  const place = `${repository.owner}/${repository.name}`;
  if (ended === 'gone') return `${place} is not there, or the token may not see it`;
  if (ended === 'complete') return `all ${covered} open issues of ${place} are covered`;
  const early = neglected > 0 ? `, and ${neglected} of the longest untouched` : '';
  return `stopped for want of budget: ${covered} of ${total} open issues of ${place} are covered${early}; the same command goes on`;
}

function table({ requirements }: SweepReport): string[] {
  return Object.entries(requirements).map(([requirement, { met, missing, conflict, waived, unknown }]) => {
    const parts = Object.entries({ met, missing, 'in conflict': conflict, waived, 'not known': unknown });
    return `  ${requirement}: ${parts.flatMap(([word, number]) => (number > 0 ? [`${number} ${word}`] : [])).join(', ')}`;
  });
}
