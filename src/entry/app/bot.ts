import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { Probot, ProbotOctokit } from 'probot';
import { deliveryLogOf } from '../../adapters/github/delivery-log.ts';
import { allFeatures, connect } from '../../adapters/github/github.ts';
import { governedRepositoryOf } from '../../adapters/github/governed-repository.ts';
import { installationsOf } from '../../adapters/github/installations.ts';
import { installationDates } from '../../adapters/github/installed-at.ts';
import { connectMilestoneChecks } from '../../adapters/github/milestone-checks.ts';
import { renewToken, withOwnHost } from '../../adapters/github/renew-token.ts';
import { withoutQueues } from '../../adapters/github/throttle.ts';
import { watchRequests } from '../../adapters/github/watch-requests.ts';
import { createFigures } from '../../adapters/prometheus.ts';
import { within } from '../../adapters/within.ts';
import { type Every, keepTime, ofTheApp } from '../../engine/keep-time.ts';
import { workOff } from '../../engine/work.ts';
import type { Clock, Inbox, Ledger } from '../../model/ports.ts';
import type { CarriedOut, SweepBook } from '../../model/upkeep-ports.ts';
import type { Credentials } from './credentials.ts';
import { openDoor } from './door.ts';
import { receiveDeliveries } from './receive.ts';
import { takeIn } from './take-in.ts';

export { webhookPath } from './door.ts';

/** A bot that takes deliveries and works them off. */
export interface Bot {
  url: string;
  /** Takes no more deliveries, and finishes what is running. @returns how many jobs were given back unfinished. */
  stop(): Promise<number>;
}

export interface BotOptions {
  credentials: Credentials;
  /** Base of GitHub's REST API. */
  apiUrl: string;
  inbox: Inbox;
  ledger: Ledger;
  sweeps: SweepBook;
  carriedOut: CarriedOut;
  clock: Clock;
  log: Logger;
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Milliseconds that a hint waits for others of its issue; none unless given. */
  quiet?: number;
  /** Brings what time alone brings, such as a look at what was lost; without it nothing comes that GitHub doesn't tell. */
  every?: Every;
  /** Milliseconds from one sweep of a repository to the next; without it there are none. */
  sweepEvery?: number;
  /** Of the rate limit of an installation, 0 to 1, that sweeps may spend; half of it unless given. */
  sweepShare?: number;
}

/** Starts the bot. Errors: rejects when the address is taken or a credential is unusable. */
export async function startBot(options: BotOptions): Promise<Bot> {
  const {
    credentials,
    apiUrl,
    inbox,
    ledger,
    clock,
    log,
    host,
    port,
    quiet = 0,
    every,
    sweepEvery,
    sweepShare = 0.5,
  } = options;
  const { appId, privateKey, webhookSecret } = credentials;
  const Octokit = ProbotOctokit.defaults((defaults: object) => withoutQueues(withOwnHost(defaults)));
  const app = new Probot({ appId, privateKey, secret: webhookSecret, baseUrl: apiUrl, log, Octokit });
  await app.ready();
  const figures = createFigures(inbox, () => clock.now());
  const features = allFeatures();
  const installedAt = installationDates(() => app.auth());
  const clientFor = async (installation: number, job: string) => {
    const octokit = renewToken(await app.auth(installation), installation);
    return watchRequests(octokit, { installation, meter: figures, log: log.child({ job, installation }) });
  };
  const asApp = async () => watchRequests(await app.auth(), { installation: ofTheApp, meter: figures, log });
  await workOff({
    inbox,
    ledger,
    clock,
    log,
    meter: figures,
    github: async (installation, job) =>
      connect({
        features,
        installedAt: async (repository) =>
          laterOf(await installedAt(installation), await options.sweeps.arrivedAt(repository)),
        octokit: await clientFor(installation, job),
      }),
    checks: async (installation, job) =>
      connectMilestoneChecks(await clientFor(installation, job), { appId: Number(appId) }),
    upkeep: {
      deliveries: async () => deliveryLogOf(await asApp()),
      installations: installationsOf({
        asApp,
        asInstallation: (installation) => clientFor(installation, 'repositories'),
      }),
      sweeps: options.sweeps,
      governed: async (installation, job) => governedRepositoryOf(await clientFor(installation, job)),
      carriedOut: options.carriedOut,
      share: sweepShare,
    },
  });

  const intake = { inbox, log, clock, quiet, ownLogin: await ownLoginOf(app) };
  const deliver = receiveDeliveries(app, (delivery) => takeIn(delivery, intake), figures);
  const server = createServer(openDoor({ deliver, figures, counts: () => inbox.counts() }));
  const url = await listen(server, host, port);
  const endTime = every ? keepTime({ inbox, clock, every, sweepEvery: sweepEvery ?? null, log }) : () => {};
  return {
    url,
    async stop() {
      endTime();
      await close(server);
      return inbox.stop();
    },
  };
}

/** Where GitHub does not answer, our own changes are looked at as anybody's: that costs a request each, and no more. */
async function ownLoginOf(app: Probot): Promise<string | null> {
  try {
    const octokit = await app.auth();
    const { data } = await octokit.request('GET /app', { request: { retries: 0 } });
    return data?.slug ? `${data.slug}[bot]` : null;
  } catch (error) {
    app.log.warn({ err: error }, 'GitHub does not tell which App this is; see `remit serve --check`');
    return null;
  }
}

function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      const { address, family, port: taken } = server.address() as AddressInfo;
      resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`);
    });
  });
}

/** Milliseconds for the deliveries that are being stored; whoever only keeps a connection open holds up nobody. */
const lastAnswers = 1_000;

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  await within(lastAnswers, closed).catch(() => server.closeAllConnections());
}

/** A repository may be added to an installation years after it. */
const laterOf = (date: string, other: string | null): string =>
  other !== null && Date.parse(other) > Date.parse(date) ? other : date;
