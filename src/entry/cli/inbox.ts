import { isThere } from '../../adapters/database/database.ts';
import { openStore } from '../../adapters/store.ts';
import type { Inbox } from '../../model/ports.ts';
import { inTerminal } from '../../text/escape.ts';
import { CommandError, type ExitCode, type Io, paint } from '../io.ts';
import { inboxJson } from './inbox-json.ts';
import { opened, ownDatabase, whileServing } from './own-database.ts';
import { printTable } from './table.ts';

/** More are counted, and not listed. */
const mostListed = 1000;

/** `remit inbox`: what the bot has to do, does, and could not do. */
export function listInbox(options: { json?: boolean }, io: Io): Promise<ExitCode> {
  return withInbox(io, async (inbox) => {
    const listed = inboxJson(await inbox.counts(), await inbox.list(mostListed));
    io.out(options.json ? `${JSON.stringify(listed, null, 2)}\n` : printInbox(listed, io));
    return 0;
  });
}

/** `remit inbox retry`: gives dead jobs all their tries again; 1 where none of the ids is a dead job's. */
export function retryDead(ids: string[], options: { all?: boolean }, io: Io): Promise<ExitCode> {
  if (options.all ? ids.length > 0 : ids.length === 0) throw new CommandError('name jobs by their ids, or say --all');
  return withInbox(io, async (inbox) => {
    const number = await inbox.retry(options.all ? 'all' : ids);
    io.out(`${jobs(number)} put back\n`);
    return options.all || number > 0 ? 0 : 1;
  });
}

/** `remit inbox drop`: gives up jobs for good; 1 where none of the ids is that of a job that can be. */
export function dropJobs(ids: string[], io: Io): Promise<ExitCode> {
  return withInbox(io, async (inbox) => {
    const number = await inbox.drop(ids);
    io.out(`${jobs(number)} dropped\n`);
    return number > 0 ? 0 : 1;
  });
}

const jobs = (number: number): string => (number === 1 ? '1 job' : `${number} jobs`);

async function withInbox(io: Io, act: (inbox: Inbox) => Promise<ExitCode>): Promise<ExitCode> {
  const database = ownDatabase(io);
  if (!isThere(database)) {
    throw new CommandError('there is no inbox here: name the bot’s database by REMIT_DATA or DATABASE_URL');
  }
  const { inbox, close } = await opened(openStore({ database, damaged: 'refuse' }), whileServing);
  return act(inbox).finally(close);
}

function printInbox({ counts, jobs: listed }: ReturnType<typeof inboxJson>, io: Io): string {
  const { bold } = paint(io);
  const { dead, running, waiting } = counts;
  const rows = listed.map((job) => [
    job.state,
    job.id,
    job.kind === 'issue' ? job.subject : `${job.subject} (${job.kind})`,
    String(job.tries),
    job.due.slice(0, 16).replace('T', ' '),
    inTerminal(job.failure ?? ''),
  ]);
  const table =
    rows.length === 0 ? '' : `\n${printTable(['STATE', 'ID', 'SUBJECT', 'TRIES', 'DUE (UTC)', 'FAILURE'], rows, bold)}`;
  return `${dead} dead, ${running} running, ${waiting} waiting\n${table}`;
}
