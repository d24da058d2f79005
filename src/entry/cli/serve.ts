import type { Logger } from 'pino';
import { systemClock } from '../../adapters/clock.ts';
import { openStore } from '../../adapters/store.ts';
import { startBot } from '../app/bot.ts';
import { apiUrl, readCredentials } from '../app/credentials.ts';
import {
  every,
  readKeepDays,
  readPort,
  readQuiet,
  readSweepEvery,
  readSweepShare,
  toldToStop,
} from '../app/environment.ts';
import { createLog } from '../app/log.ts';
import { startSetUp } from '../app/set-up.ts';
import { CommandError, type ExitCode, type Io } from '../io.ts';
import { opened, ownDatabase } from './own-database.ts';
import { serveCheck } from './serve-check.ts';

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];

/** `remit serve`: runs until it is told to stop; without credentials, helps to get them. */
export async function serve({ check }: { check?: boolean }, io: Io): Promise<ExitCode> {
  const { env } = io;
  if (check) return serveCheck(usable(readCredentials(env)), io);
  const log = createLog(levels.find((level) => level === env.LOG_LEVEL) ?? 'info');
  const credentials = usable(readCredentials(env));
  const port = usable(readPort(env.PORT));
  if (credentials === null) return setUp(io, { port, log });

  const sweepEvery = usable(readSweepEvery(env.REMIT_SWEEP));
  const keepDays = usable(readKeepDays(env.REMIT_KEEP_DAYS));
  const quiet = usable(readQuiet(env.REMIT_QUIET));
  const sweepShare = usable(readSweepShare(env.REMIT_SWEEP_SHARE));
  const store = await opened(openStore({ database: ownDatabase(io), keepDays, log }), whenInUse);
  const bot = await startBot({
    credentials,
    apiUrl: apiUrl(env),
    inbox: store.inbox,
    ledger: store.ledger,
    sweeps: store.sweeps,
    carriedOut: store.carriedOut,
    clock: systemClock,
    log,
    host: env.HOST || 'localhost',
    port,
    quiet,
    every,
    sweepShare,
    ...(sweepEvery === null ? {} : { sweepEvery }),
  }).catch(async (error: Error) => {
    await store.close();
    throw new CommandError(`the bot can’t start: ${error.message}`);
  });
  log.info({ url: bot.url, database: env.DATABASE_URL ? 'server' : 'embedded' }, 'Remit takes deliveries');

  const signal = await toldToStop();
  log.info({ signal }, 'stopping: what is running is finished first');
  const givenBack = await bot.stop();
  await store.close();
  if (givenBack > 0) log.warn({ jobs: givenBack }, 'jobs took too long to end; they are given back, and done again');
  // What was given back is another's now; a request of its that still runs must not keep this process.
  setTimeout(() => process.exit(), 500).unref();
  return 0;
}

/** Without credentials there is nothing to serve: says what to do, and offers Probot's set-up on this machine. */
async function setUp(io: Io, { port, log }: { port: number; log: Logger }): Promise<ExitCode> {
  const server = await startSetUp({ port, publicUrl: io.env.WEBHOOK_URL, log }).catch((error: Error) => {
    throw new CommandError(`the set-up can’t start: ${error.message}`);
  });
  io.err(`
Remit has no credentials yet (APP_ID, PRIVATE_KEY, WEBHOOK_SECRET).

  1. Open http://127.0.0.1:${server.port}/probot on this machine and register the GitHub App;
     its credentials are written to .env.
  2. In the App's settings, check that deliveries go to https://<this bot's public address>/api/github/webhooks
     (set WEBHOOK_URL to that address before step 1, and it is filled in for you).
  3. Install the App on your repositories, then start \`remit serve\` again.

The set-up page answers on this machine only. To try Remit without an App: \`remit demo\`.
`);
  await toldToStop();
  await server.stop();
  return 0;
}

const whenInUse =
  'stop that process, give this one another folder (REMIT_DATA), or let both share a server (DATABASE_URL)';

function usable<T>(value: T | { problem: string }): T {
  if (typeof value === 'object' && value !== null && 'problem' in value) throw new CommandError(value.problem);
  return value as T;
}
