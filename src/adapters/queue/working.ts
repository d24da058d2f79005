import type { Clock, Handle } from '../../model/ports.ts';
import { secondsToWait } from '../../model/wait.ts';
import type { Log } from '../database/log.ts';
import type { Claim, Claims } from './claims.ts';
import type { Pauses } from './pauses.ts';

export interface Working {
  /** Something new is there: looks at once instead of at the next turn. */
  wake(): void;
  /**
   * Takes no more, and resolves when what runs is done, or when its grace is over: then it is given back, and what
   * becomes of it here counts no more. @returns how many jobs were given back.
   */
  stop(grace: Promise<void>): Promise<number>;
}

interface Work {
  claims: Claims;
  pauses: Pauses;
  handle: Handle;
  /** Resolves when storing leaves time for work: what is not stored in time is lost. */
  calm(): Promise<void>;
  concurrency: number;
  /** After so long without a sign of life a job is anybody's. */
  heartbeatSeconds: number;
  clock: Clock;
  log: Log;
}

/** A job that is being done here. */
interface Running {
  claim: Claim;
  /** Milliseconds of the clock: when the database last said that it is ours. */
  seen: number;
  done: Promise<void>;
}

/** What comes from other processes, and what is due, is found at the latest after this. */
const pollMilliseconds = 500;

/**
 * Takes one job after the other and runs several side by side. Only one look at a time: a group has one running job at
 * most, and two looks at once would each find none running.
 */
export function startWorking(work: Work): Working {
  const { claims, concurrency, heartbeatSeconds, clock, log } = work;
  const running = new Set<Running>();
  const now = () => clock.now().getTime();
  const { wake, pause, end } = createTurns();

  const begin = (claim: Claim) => {
    const each: Running = { claim, seen: now(), done: Promise.resolve() };
    // A process that was asleep for long may have lost its jobs to others before anybody tells it.
    const isOurs = () => running.has(each) && now() - each.seen < heartbeatSeconds * 1000;
    running.add(each);
    each.done = run(claim, isOurs, work).finally(() => {
      running.delete(each);
      wake();
    });
  };
  const turning = (async () => {
    while (!end.isNear) {
      await work.calm();
      const claim = running.size < concurrency ? await take(work) : null;
      if (claim === null) await pause();
      else begin(claim);
    }
  })();

  const beat = async () => {
    const asked = now();
    const held = [...running];
    const kept = held.length === 0 ? [] : await claims.keep(held.map(({ claim }) => claim));
    for (const each of held) {
      if (kept.includes(each.claim.id)) each.seen = asked;
      else running.delete(each);
    }
  };
  const beating = setInterval(
    () => {
      beat().catch((error) => log.warn({ err: error }, 'the inbox can’t be told that work goes on'));
    },
    (heartbeatSeconds * 1000) / 3,
  );

  return {
    wake,
    async stop(grace) {
      end.isNear = true;
      wake();
      await turning;
      await Promise.race([Promise.all([...running].map(({ done }) => done)), grace]);
      clearInterval(beating);
      const left = [...running].map(({ claim }) => claim);
      running.clear();
      if (left.length > 0) await claims.giveBack(left);
      return left.length;
    },
  };
}

/** When to look: at once after being woken, else after a while. */
function createTurns() {
  const end = { isNear: false };
  let woken = false;
  let rouse = () => {};
  return {
    end,
    wake() {
      woken = true;
      rouse();
    },
    async pause() {
      await new Promise<void>((resolve) => {
        if (woken) return resolve();
        const timer = setTimeout(resolve, pollMilliseconds);
        rouse = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      woken = false;
    },
  };
}

async function take({ claims, log }: Work): Promise<Claim | null> {
  try {
    return await claims.take();
  } catch (error) {
    log.error({ err: error }, 'the inbox can’t be read; trying again');
    return null;
  }
}

async function run(claim: Claim, isOurs: () => boolean, work: Work): Promise<void> {
  const { claims, pauses, handle, log } = work;
  const { job } = claim;
  try {
    const left = pauses.left(job.installation);
    if (left > 0) return await claims.postpone(claim, left, 'not begun');
    if (await claims.letGoFirst(claim)) return;
    const covering = failureOf(() => claims.coverHints(claim));
    const failure = await failureOf(() => handle(job, isOurs));
    const uncovered = await covering;
    if (uncovered) log.warn({ err: uncovered, job: job.id }, 'hints that a look stood for stay in the inbox');
    const wait = secondsToWait(failure);
    if (wait !== null) pauses.begin(job.installation, wait);
    if (!isOurs()) return log.warn({ job: job.id }, 'a job was lost to others while it was done here');
    if (failure === null) return await claims.complete(claim);
    log.warn({ err: failure, job: job.id }, wait === null ? 'a job failed' : 'an installation has to wait');
    await (wait === null ? claims.fail(claim, failure) : claims.postpone(claim, wait, 'begun'));
  } catch (error) {
    // Nothing says that it goes on, and so it comes back.
    log.error({ err: error, job: job.id }, 'a job’s end could not be stored');
  }
}

async function failureOf(act: () => Promise<void>): Promise<Error | null> {
  try {
    await act();
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
