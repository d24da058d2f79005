import { printClause } from '../text/clause.ts';
import { inMarkdown, quote } from '../text/escape.ts';
import type { BlockerKind } from '../triage/blockers.ts';
import type { GateReport } from './gate.ts';

const words: Record<BlockerKind, (issues: number) => string> = {
  urgent: (issues) => `${issues} of the most urgent priority`,
  epic: (issues) => `${issues} ${issues === 1 ? 'epic' : 'epics'}`,
  unowned: (issues) => `${issues} without an owner`,
  'without-priority': (issues) => `${issues} without a priority`,
  unknown: (issues) => `${issues} of which something is not known`,
};

/** @returns in one sentence, without a full stop, whether the milestone is achieved; titles stand in “ ”. */
export function gateSentence({ milestone, open, unread, counts, passed }: GateReport): string {
  const name = quote(milestone);
  const left = `${open} open ${open === 1 ? 'issue' : 'issues'}`;
  if (passed) return `${name} is achieved: ${open === 0 ? 'no issue is open' : `${left}, none of which must be done`}`;
  const kinds = Object.entries(words) as [BlockerKind, (issues: number) => string][];
  const parts = kinds.flatMap(([kind, word]) => (counts[kind] > 0 ? [word(counts[kind])] : []));
  if (unread > 0) parts.push(`${unread} that could not be read`);
  const head = passed === null ? `whether ${name} is achieved is not known` : `${name} is not achieved`;
  return `${head}: of ${left}, ${parts.join(', ')}`;
}

/** Bytes of the table; what a check of GitHub's holds is 65,535. */
const longestTable = 60_000;

/** @returns the gate for a job summary or a check run; nobody is mentioned by it. */
export function gateMarkdown(report: GateReport): string {
  const sentence = `${printClause(gateSentence(report))}.`;
  if (report.issues.length === 0) return `${sentence}\n`;
  const rows: string[] = [];
  let room = longestTable;
  for (const issue of report.issues) {
    const row = rowOf(issue);
    room -= Buffer.byteLength(row) + 1;
    if (room < 0) break;
    rows.push(row);
  }
  const more = report.issues.length - rows.length;
  const table = ['| issue | why | owner | title |', '| --- | --- | --- | --- |', ...rows].join('\n');
  return `${sentence}\n\n${table}\n${more > 0 ? `\nAnd ${more} more.\n` : ''}`;
}

function rowOf({ issue, url, blockers, owners, title }: GateReport['issues'][number]): string {
  const why = blockers.map(({ message }) => printClause(message)).join('; ');
  const cells = [`[#${issue.split('#')[1]}](${url})`, why, owners.map(inMarkdown).join(', '), inMarkdown(title)];
  return `| ${cells.join(' | ')} |`;
}
