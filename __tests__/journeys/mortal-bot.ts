import { Octokit } from '@octokit/core';
import { pino } from 'pino';
import { Probot, ProbotOctokit } from 'probot';
import type { Client } from '../../src/adapters/github/client.ts';
import { Unreachable } from '../../src/adapters/github/errors.ts';
import { connect } from '../../src/adapters/github/github.ts';
import { governedRepositoryOf } from '../../src/adapters/github/governed-repository.ts';
import { installationsOf } from '../../src/adapters/github/installations.ts';
import { connectMilestoneChecks } from '../../src/adapters/github/milestone-checks.ts';
import { withOwnHost } from '../../src/adapters/github/renew-token.ts';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { ofTheApp } from '../../src/engine/keep-time.ts';
import { workOff } from '../../src/engine/work.ts';
import type { GitHub, Handle, Inbox, Job } from '../../src/model/ports.ts';
import type { CarriedOut } from '../../src/model/upkeep-ports.ts';
import { secondsToWait } from '../../src/model/wait.ts';
import { FakeInbox } from '../engine/fake-inbox.ts';
import { FakeLedger } from '../engine/fake-ledger.ts';
import { FakeSweepBook } from '../engine/fake-sweep-book.ts';
import { Life } from '../engine/life.ts';

/** A GitHub that does not give a larger page in time: more steps of a sweep for fewer issues. */
function inSmallPages(github: GitHub): GitHub {
  return {
    ...github,
    readIssuePage: async (repository, page, paths) => {
      if (page.size > 12) throw new Unreachable('the page is too large');
      return github.readIssuePage(repository, page, paths);
    },
  };
}

/** Signs in as an installation, or as the App itself; without Probot’s queues, which take longer than GitHub does here. */
function signedIn({ app, apiUrl: baseUrl }: Emulator): (installation: number) => Promise<Octokit> {
  const { id: appId, privateKey, webhookSecret: secret } = app;
  const Signing = ProbotOctokit.defaults(withOwnHost);
  const probot = new Probot({ appId, privateKey, secret, baseUrl, log: silent, Octokit: Signing });
  return async (installation) => {
    const isApp = installation === ofTheApp;
    const { auth } = isApp ? await probot.auth() : await probot.auth(installation);
    const signed = await auth(isApp ? { type: 'app' } : { type: 'installation', installationId: installation });
    return new Octokit({ auth: (signed as { token: string }).token, baseUrl });
  };
}

const silent = pino({ level: 'silent' });

export interface MortalBotOptions {
  github: Emulator;
  /** Up to which commit what governs was carried out before. */
  carriedOut: string;
  /** After how many moments the first process dies, the second, and so on; the last one lives. */
  deaths: number[];
  /** From 0 up to 1: which of the jobs that are due is done next. */
  random(): number;
}

/**
 * The bot's work over what it keeps, which is in memory here, and an emulated GitHub; one job after the other, so that the
 * same deaths come at the same moments. @returns what puts jobs in and works them off.
 */
export function aMortalBot({ github, carriedOut, deaths, random }: MortalBotOptions) {
  const [inbox, book, ledger] = [new FakeInbox(), new FakeSweepBook(), new FakeLedger()];
  let last = carriedOut;
  const commits: CarriedOut = {
    read: async () => last,
    async note(_, commit) {
      last = commit;
    },
  };
  const signIn = signedIn(github);

  /** A process with a memory of its own. @returns what does its jobs. */
  async function begin(life: Life): Promise<Handle> {
    const clientFor = async (installation: number): Promise<Client> => {
      const octokit = await signIn(installation);
      octokit.hook.wrap('request', (request, options) => life.through(async () => request(options)));
      return octokit;
    };
    let handle: Handle = async () => {};
    const put = (jobs: Job[]) => life.through(() => inbox.put(jobs));
    const ofProcess = {
      put,
      known: async () => [],
      list: async () => [],
      work: async (given: Handle) => {
        handle = given;
      },
    };
    await workOff({
      inbox: ofProcess as Partial<Inbox> as Inbox,
      ledger: {
        last: ledger.last.bind(ledger),
        story: ledger.story.bind(ledger),
        add: (decision) => life.through(() => ledger.add(decision)),
      },
      clock: github.clock,
      log: silent,
      github: async (installation) =>
        inSmallPages(
          connect({ octokit: await clientFor(installation), installedAt: async () => '2026-01-01T00:00:00Z' }),
        ),
      checks: async (installation) => connectMilestoneChecks(await clientFor(installation), { appId: github.app.id }),
      upkeep: {
        deliveries: () => Promise.reject(new Error('nobody asks for deliveries here')),
        installations: installationsOf({ asApp: () => clientFor(ofTheApp), asInstallation: clientFor }),
        sweeps: {
          read: book.read.bind(book),
          list: book.list.bind(book),
          arrivedAt: book.arrivedAt.bind(book),
          keep: (sweep) => life.through(() => book.keep(sweep)),
        },
        governed: async (installation) => governedRepositoryOf(await clientFor(installation)),
        carriedOut: { read: commits.read, note: (...noted) => life.through(() => commits.note(...noted)) },
        share: 1,
      },
    });
    return handle;
  }

  /** Takes what is due; lets time pass until something is. */
  function take(): Job | undefined {
    const { waiting } = inbox;
    const now = () => github.clock.now().getTime();
    const dueIn = ({ after }: Job) => Math.max(0, after === undefined ? 0 : Date.parse(after) - now());
    github.clock.advance(Math.min(...waiting.map(dueIn)));
    const due = waiting.filter((job) => dueIn(job) === 0);
    return due[Math.floor(random() * due.length)];
  }

  return {
    inbox,
    book,
    ledger,
    /** Works off all that is put in. @returns how many processes died. */
    async workOff(...jobs: Job[]): Promise<number> {
      await inbox.put(jobs);
      const lives = [...deaths.map((moments) => new Life(moments)), new Life()];
      let [life] = lives.splice(0, 1);
      let handle = await begin(life!);
      let died = 0;
      for (let turn = 0; inbox.waiting.length > 0; turn++) {
        if (turn > 5000) throw new Error(`it does not end: ${inbox.ids.slice(0, 5).join('; ')}`);
        const job = take()!;
        const failure = await handle(job, () => true).then(
          () => null,
          (error: Error) => error,
        );
        const index = inbox.waiting.indexOf(job);
        if (failure === null && !life!.isOver) inbox.waiting.splice(index, 1);
        else inbox.waiting[index] = { ...job, again: true };
        github.clock.advance((secondsToWait(failure) ?? 0) * 1000);
        if (!life!.isOver) continue;
        died += 1;
        [life] = lives.splice(0, 1);
        handle = await begin(life!);
      }
      return died;
    },
  };
}
