import { isThere } from '../../adapters/database/database.ts';
import { openStore } from '../../adapters/store.ts';
import { labelLines } from '../../engine/print-carried.ts';
import { quote } from '../../text/escape.ts';
import { CommandError, type ExitCode, type Io, paint } from '../io.ts';
import { repositoryMeant } from '../repository-of.ts';
import { opened, ownDatabase, whileServing } from './own-database.ts';
import { printFindings } from './print-sweep.ts';
import { type SweepsJson, sweepsJson } from './sweeps-json.ts';
import { printTable } from './table.ts';

/** `remit sweeps`: what the bot's sweeps covered and found; 1 where a repository is named that none was of. */
export async function listSweeps(
  named: string | undefined,
  options: { limit: number; json?: boolean },
  io: Io,
): Promise<ExitCode> {
  const database = ownDatabase(io);
  if (!isThere(database)) {
    throw new CommandError('there are no sweeps here: name the bot’s database by REMIT_DATA or DATABASE_URL');
  }
  const only = named === undefined ? {} : { repository: repositoryMeant(named, io) };
  const { sweeps, close } = await opened(openStore({ database, damaged: 'refuse' }), whileServing);
  const listed = sweepsJson(await sweeps.list({ ...only, limit: options.limit }).finally(close));
  if (options.json) io.out(`${JSON.stringify(listed, null, 2)}\n`);
  else io.out(`${printSweeps(listed, io)}${named === undefined ? '' : printNewest(listed, io)}`);
  return named !== undefined && listed.sweeps.length === 0 ? 1 : 0;
}

function printSweeps({ sweeps }: SweepsJson, io: Io): string {
  if (sweeps.length === 0) return 'no sweep is kept\n';
  const rows = sweeps.map(({ repository, why, began, ended, report }) => [
    began.slice(0, 16).replace('T', ' '),
    repository,
    why,
    ended === null ? 'goes on' : (report?.ended ?? 'ended'),
    report ? `${report.covered} of ${report.total}` : '?',
    report ? String(report.wanting) : '?',
    report ? String(report.unread) : '?',
  ]);
  const heading = ['BEGAN (UTC)', 'REPOSITORY', 'WHY', 'STATE', 'COVERED', 'WANTING', 'UNREAD'];
  return printTable(heading, rows, paint(io).bold);
}

function printNewest({ sweeps }: SweepsJson, io: Io): string {
  const newest = sweeps.find(({ report }) => report !== null);
  if (!newest?.report) return '';
  return `\n${printLabels(newest)}${printFindings(newest.report, { changes: changesOf(newest), io })}`;
}

function changesOf({ why, report }: SweepsJson['sweeps'][number]): string {
  const wanting = report?.wanting ?? 0;
  if (why !== 'installation') return `${wanting} wanted a change`;
  return `${wanting} would be changed; \`remit sweep --apply labels\` or \`--apply all\` does it`;
}

function printLabels({ labels }: SweepsJson['sweeps'][number]): string {
  if (labels === undefined) return '';
  return labelLines(labels, { dryRun: false, code: quote })
    .map((line) => `${line}\n`)
    .join('');
}
