import type { GateReport } from '../../engine/gate.ts';
import { gateSentence } from '../../engine/print-gate.ts';
import { inTerminal } from '../../text/escape.ts';
import { askGate } from '../ask-gate.ts';
import { type ExitCode, type Io, paint } from '../io.ts';
import { repositoryMeant } from '../repository-of.ts';
import { printTable } from './table.ts';

/**
 * `remit gate`: whether a milestone is achieved. 0 when nothing that must be done is open in it, 1 when something is,
 * 2 when there is no such milestone, 3 when it can't be known.
 */
export async function gate(title: string, options: { repo?: string; json?: boolean }, io: Io): Promise<ExitCode> {
  const repository = repositoryMeant(options.repo, io);
  const report = await askGate(title, repository, io);
  io.out(options.json ? `${JSON.stringify(report, null, 2)}\n` : printGate(report, io));
  if (report.passed === null) return 3;
  return report.passed ? 0 : 1;
}

const heading = ['issue', 'why', 'owner', 'title', 'link'];

function printGate(report: GateReport, io: Io): string {
  const colours = paint(io);
  const { issues, passed } = report;
  if (passed) return `${colours.green('✓')} ${gateSentence(report)}\n`;
  const rows = issues.map(({ issue, title, owners, blockers, url }) => [
    issue.slice(issue.indexOf('#')),
    inTerminal(blockers.map(({ message }) => message).join('; ')),
    owners.join(', '),
    inTerminal(title),
    url,
  ]);
  const head = colours.yellow(`${passed === null ? '?' : '✗'} ${gateSentence(report)}`);
  return `${head}\n${rows.length > 0 ? printTable(heading, rows, colours.dim) : ''}`;
}
