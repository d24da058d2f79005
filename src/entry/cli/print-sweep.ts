import { changesOf, closedEarlyLines, coverageOf, inPlainText } from '../../engine/print-sweep.ts';
import type { SweepReport } from '../../engine/sweep-report.ts';
import type { Sweep } from '../../engine/sweep-state.ts';
import { inTerminal } from '../../text/escape.ts';
import { type Io, paint } from '../io.ts';

/** Shows on a terminal how far a sweep is, how fast it goes, and how long it still takes. */
export function printProgress(io: Io) {
  const startedAt = Date.now();
  let before = 0;
  return {
    begun({ covered, neglected }: Sweep): void {
      before = covered + neglected;
    },
    show({ covered, neglected, total, requests }: Sweep): void {
      if (!io.terminal) return;
      const perSecond = (covered + neglected - before) / Math.max(1, (Date.now() - startedAt) / 1000);
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
export function printSweep(
  report: SweepReport,
  { dryRun = false, next, io }: { dryRun?: boolean; next?: string; io: Io },
): string {
  const goesOn = next ? `\`${next}\` goes on` : 'the same command goes on (--restart begins anew)';
  const hint = report.ended === 'budget' ? `; ${goesOn}` : '';
  return printFindings(report, { changes: changesOf(report, { dryRun }), hint, io });
}

/** @returns what a sweep found. `changes` says what became of the issues that need one, `hint` what to do to cover all. */
export function printFindings(
  report: SweepReport,
  { changes, hint = '', io }: { changes: string; hint?: string; io: Io },
): string {
  const { total, unread, unowned, requests } = report;
  const colours = paint(io);
  const lines = [
    `${coverageOf(report)}${hint}`,
    ...table(report),
    ...(unowned > 0 ? [`${unowned} without an owner`] : []),
    ...closedEarlyLines(report, inPlainText).map((line) => colours.yellow(line)),
    changes,
    ...report.issues.slice(0, mostListed).map(({ issue, changes: own }) => `  ${issue}: ${inTerminal(own.join('; '))}`),
    ...(report.issues.length > mostListed ? [`  and ${report.issues.length - mostListed} more (see --json)`] : []),
    ...(unread > 0 ? [colours.yellow(`${unread} could not be read`)] : []),
    colours.dim(`${requests} requests for ${total} open issues`),
  ];
  return `${lines.join('\n')}\n`;
}

function table({ requirements }: SweepReport): string[] {
  return Object.entries(requirements).map(([requirement, { met, missing, conflict, waived, unknown }]) => {
    const parts = Object.entries({ met, missing, 'in conflict': conflict, waived, 'not known': unknown });
    return `  ${requirement}: ${parts.flatMap(([word, number]) => (number > 0 ? [`${number} ${word}`] : [])).join(', ')}`;
  });
}
