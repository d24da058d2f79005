import type { IssueFacts } from '../model/facts.ts';
import type { LabelRename } from '../model/label-rename.ts';
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
import { joinsOf, relabel } from './relabel.ts';
import { atNextPage, type Sweep, type SweepBudget, whyToStop } from './sweep-state.ts';

/** What of a plan is carried out: all of it, what changes labels, or nothing. */
export type Applied = 'all' | 'labels' | 'nothing';

/** What a decision rests on beside its issue. */
export interface Ground {
  governing: Governing;
  webUrl: string;
  installedAt: string | null;
}

export interface SweepOptions {
  github: GitHub;
  clock: Clock;
  apply: Applied;
  budget: SweepBudget;
  /** What is done to issues from before Remit; without it, what the configuration says. */
  backfill?: Backfill;
  cache?: GoverningCache;
  /** Told what a page is decided by, before any of its issues; of a page without one, too. */
  grounded?(ground: Ground): void;
  /** Told of each decision, for a report. */
  decided?(issue: IssueFacts, plan: Plan, ground: Ground): void;
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

/** What became of an issue, and in how many requests. */
interface Done {
  requests: number;
  isWanting: boolean;
  isChanged: boolean;
}

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
  const ground: Ground = { governing, webUrl: page.webUrl, installedAt };
  options.grounded?.(ground);
  for (const issue of page.issues) {
    const renames = options.apply === 'nothing' ? [] : joinsOf(issue, sweep.change?.labels.joined ?? []);
    const done =
      renames.length > 0
        ? await relabelAndReread(issue, renames, ground, options)
        : await decideAndWrite(issue, { ...ground, links, readAt }, options);
    if (done.isWanting) after.wanting += 1;
    if (done.isChanged) after.changed += 1;
    after.requests += done.requests;
    if (after.allowance) after.allowance = { ...after.allowance, left: after.allowance.left - done.requests };
  }
  return atNextPage(after, page.next, budget);
}

async function decideAndWrite(
  issue: IssueFacts,
  { links, readAt, ...ground }: Ground & { links: Record<string, string>; readAt: Date },
  options: Equipped,
): Promise<Done> {
  const { clock, apply } = options;
  const { governing, installedAt } = ground;
  const plan = planFor(issue, governing, { now: clock.now().toISOString(), links, installedAt });
  options.decided?.(issue, plan, ground);
  const isWanting = plan.effects.length > 0;
  const effects = applicable(plan.effects, apply);
  if (effects.length === 0) return { requests: 0, isWanting, isChanged: false };
  const isFresh = clock.now().getTime() - readAt.getTime() < freshFor;
  const requests = isFresh ? await writeOrReread(issue, effects, options) : await rereadAndWrite(issue, options);
  return { requests, isWanting, isChanged: true };
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

/** What the issue needs is decided on with the other labels. */
async function relabelAndReread(
  { ref }: IssueFacts,
  renames: LabelRename[],
  ground: Ground,
  options: Equipped,
): Promise<Done> {
  let relabelled = 0;
  for (const rename of renames) relabelled += (await relabel(ref, rename, options)).requests;
  const choose = (effects: Effect[]) => applicable(effects, options.apply);
  const outcome = await reconcileIssue(ref, { ...options, choose });
  if (outcome !== null) options.decided?.(outcome.issue, outcome.plan, ground);
  const written = relabelled + (outcome?.written ?? 0);
  return { requests: renames.length + 1 + written, isWanting: true, isChanged: written > 0 };
}

function applicable(effects: Effect[], apply: Applied): Effect[] {
  if (apply === 'all') return effects;
  return apply === 'labels' ? effects.filter((effect) => effect.do === 'label' || effect.do === 'create-label') : [];
}
