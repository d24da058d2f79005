import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type RepositoryRef, repositoryKey } from '../../model/facts.ts';
import { inTerminal, quote } from '../../text/escape.ts';
import { countQueues, reportOf } from '../../triage/report/count-queues.ts';
import { printHtml } from '../../triage/report/print-html.ts';
import { printMarkdown, summary } from '../../triage/report/print-markdown.ts';
import { type Report, reportSchema } from '../../triage/report/report.ts';
import { rowsOf } from '../../triage/report/rows.ts';
import { type Trend, trendOf } from '../../triage/report/trend.ts';
import { CommandError, type ExitCode, type Io, paint } from '../io.ts';
import { repositoryMeant } from '../repository-of.ts';
import { lookAtAll } from './look-at-all.ts';
import { printTable } from './table.ts';

export interface ReportCommand {
  format: 'text' | 'markdown' | 'json' | 'html';
  json?: boolean;
  output?: string;
  since?: string;
  maxRequests: number;
}

/**
 * `remit report`: how a project's open issues stand, by group. 1 when the budget was too small for all of them, 2 when
 * the configuration can't be read, 3 when GitHub did not answer or did not give an issue.
 */
export async function report(named: string | undefined, options: ReportCommand, io: Io): Promise<ExitCode> {
  const repository = repositoryMeant(named, io);
  const before = options.since === undefined ? null : readReport(resolve(io.cwd, options.since), options.since);
  if (before && before.repository.toLowerCase() !== repositoryKey(repository)) {
    io.err(
      `remit: ${quote(options.since ?? '')} is a report of another repository, ${inTerminal(before.repository)}\n`,
    );
  }
  const { made, unread } = await makeReport(repository, options, io);
  const trend = before && trendOf(made, before);
  const text = printers[options.json ? 'json' : options.format](made, trend, io);
  if (options.output === undefined) io.out(text);
  else writeReport(resolve(io.cwd, options.output), text, options.output);
  if (unread > 0) return 3;
  return made.complete ? 0 : 1;
}

const printers: Record<ReportCommand['format'], (report: Report, trend: Trend | null, io: Io) => string> = {
  json: (made) => `${JSON.stringify(made, null, 2)}\n`,
  html: printHtml,
  markdown: printMarkdown,
  text(made, trend, io) {
    const { heading, rows } = rowsOf(made, trend);
    const table = printTable(
      heading.map(inTerminal),
      rows.map((row) => row.map(inTerminal)),
      paint(io).dim,
    );
    return `${made.repository}: ${summary(made, trend, inTerminal)}\n\n${table}`;
  },
};

function readReport(path: string, named: string): Report {
  try {
    const read = reportSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    if (read.success) return read.data;
  } catch {}
  throw new CommandError(`${quote(named)} can’t be read as a report: give one that \`remit report --json\` printed`);
}

function writeReport(path: string, text: string, named: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new CommandError(`${quote(named)} can’t be written: ${(error as Error).message}`);
  }
}

/**
 * @returns how a repository's open issues stand, and of how many GitHub did not tell; nothing is written. Errors:
 * `CommandError`s.
 */
export async function makeReport(
  repository: RepositoryRef,
  { maxRequests }: Pick<ReportCommand, 'maxRequests'>,
  io: Io,
): Promise<{ made: Report; unread: number }> {
  const count = countQueues();
  const { unread, ...about } = await lookAtAll(repository, {
    maxRequests,
    io,
    begin: count.begin,
    look: count.add,
  });
  return { made: reportOf(count, { repository: `${repository.owner}/${repository.name}`, ...about }), unread };
}
