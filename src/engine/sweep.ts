import type { IssueFacts } from '../model/facts.ts';
import type { Effect, Plan } from '../model/plan.ts';
import type { Clock, GitHub } from '../model/ports.ts';
import { type Backfill, backfilling } from './backfill.ts';
import {
  createGoverningCache,
  type Governing,
  type GoverningCache,
  governingOf,
  isInForce,
  readGoverning,
} from './governing.ts';
import { readLargestPage } from './read-largest-page.ts';
import { arrivalOf, isToBeReadAgain, linksTo, planFor, reconcileIssue } from './reconcile.ts';
import { atNextPage, type Sweep, type SweepBudget, whyToStop } from './sweep-state.ts';

/** What of a plan is carried out: all of it, what changes labels, or nothing. */
export type Applied = 'all' | 'labels' | 'nothing';

export interface SweepOptions {
  github: GitHub;
  clock: Clock;
  apply: Applied;
  budget: SweepBudget;
  /** What is done to issues from before Remit; without it, what the configuration says. */
  backfill?: Backfill;
  cache?: GoverningCache;
  /** Told of each decision, for a report. */
  decided?(
    issue: IssueFacts,
    plan: Plan,
    ground: { governing: Governing; webUrl: string; installedAt: string | null },
  ): void;
  /** Told after each page, when all of it is written: from here a sweep that was cut off goes on. */
  saved?(sweep: Sweep): Promise<void>;
}

/** Milliseconds. What was read longer ago is read again before it is written to: a person may have been faster. */
const freshFor = 10_000;

/**
 * Brings all open issues of a repository into order, page by page, from where the sweep stands. Nothing is held in memory
 * but one page.
 * @returns the sweep as it ended, by itself or for want of budget. Errors: rejects when GitHub does not answer; what was
 * saved last can be gone on from.
 */
export async function sweepIssues(sweep: Sweep, options: SweepOptions): Promise<Sweep> {
  const { cache = createGoverningCache(), saved = async () => {} } = options;
  let now = sweep;
  while (now.ended === null) {
    now = await sweepPage(now, { ...options, cache });
    await saved(now);
  }
  return now;
}

type Equipped = SweepOptions & { cache: GoverningCache };

/** Reads one page, decides on each of its issues, writes what is to be written. @returns the sweep after it. */
export async function sweepPage(sweep: Sweep, options: Equipped): Promise<Sweep> {
  const { github, clock, budget } = options;
  const stop = whyToStop(sweep, budget);
  if (stop !== null) return { ...sweep, ended: stop };
  const read = await readPage(sweep, options);
  if (read === null) return { ...sweep, ended: 'gone' };
  const { page, requests, size } = read;
  const governing = backfilling(read.governing, options.backfill);
  const readAt = clock.now();
  const { owner, name } = sweep.repository;
  const installedAt = await arrivalOf(sweep.repository, governing, github);
  const links = linksTo(governing, { owner, repository: name }, page.webUrl);
  const after = { ...sweep, size, requests: sweep.requests + requests, total: page.total, allowance: page.allowance };
  after.unread += page.unread;
  after[sweep.next === 'newest' ? 'covered' : 'neglected'] += page.issues.length + page.unread;
  for (const issue of page.issues) {
    const plan = planFor(issue, governing, { now: clock.now().toISOString(), links, installedAt });
    options.decided?.(issue, plan, { governing, webUrl: page.webUrl, installedAt });
    if (plan.effects.length > 0) after.wanting += 1;
    const effects = applicable(plan.effects, options.apply);
    if (effects.length === 0) continue;
    const isFresh = clock.now().getTime() - readAt.getTime() < freshFor;
    after.requests += isFresh ? await writeOrReread(issue, effects, options) : await rereadAndWrite(issue, options);
    after.changed += 1;
  }
  return atNextPage(after, page.next, budget);
}

/** Reads the page together with what governs it, until what governs is what is in force. */
async function readPage(sweep: Sweep, { github, cache }: Equipped) {
  const from = { github, cache };
  const { repository, next: first, size } = sweep;
  const readFor = ({ blobs }: Governing) =>
    readLargestPage(github, repository, { first, after: sweep.after[first], size }, Object.keys(blobs));
  let governing: Governing = await governingOf(repository, from);
  let read = await readFor(governing);
  let requests = read.requests;
  for (let look = 0; read.page !== null && !isInForce(governing, read.page.blobs); look++) {
    if (look > 3) throw new Error('the configuration or the charter keeps changing while it is read');
    governing = await readGoverning(repository, from);
    if (isInForce(governing, read.page.blobs)) break;
    read = await readFor(governing);
    requests += read.requests;
  }
  return read.page && { page: read.page, governing, requests, size: read.size };
}

async function writeOrReread(issue: IssueFacts, effects: Effect[], options: Equipped): Promise<number> {
  try {
    return await options.github.write(issue, effects);
  } catch (error) {
    if (!isToBeReadAgain(error)) throw error;
    return 1 + (await rereadAndWrite(issue, options));
  }
}

async function rereadAndWrite(issue: IssueFacts, options: Equipped): Promise<number> {
  const choose = (effects: Effect[]) => applicable(effects, options.apply);
  const outcome = await reconcileIssue(issue.ref, { ...options, choose });
  return 1 + (outcome?.written ?? 0);
}

function applicable(effects: Effect[], apply: Applied): Effect[] {
  if (apply === 'all') return effects;
  return apply === 'labels' ? effects.filter((effect) => effect.do === 'label' || effect.do === 'create-label') : [];
}
