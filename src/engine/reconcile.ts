import type { IssueFacts, IssueRef, RepositoryRef } from '../model/facts.ts';
import { labelsMissingBy } from '../model/missing-labels.ts';
import type { Effect, Plan } from '../model/plan.ts';
import type { AskedReading, Clock, GitHub, IssueReading } from '../model/ports.ts';
import { decide } from '../triage/decide.ts';
import type { Situation } from '../triage/situation.ts';
import { type Backfill, backfilling } from './backfill.ts';
import {
  configurationPath,
  createGoverningCache,
  type Governing,
  type GoverningCache,
  governingOf,
  isInForce,
  readGoverning,
} from './governing.ts';
import type { RecentWrites } from './recent-writes.ts';

/** What became of an issue. */
export interface Outcome {
  /** The issue as it was before anything was written. */
  issue: IssueFacts;
  plan: Plan;
  /** Whether the plan had effects and they were written. */
  applied: boolean;
  /** Requests that writing took. */
  written: number;
  /** What is wrong with the configuration, a line each. */
  problems: string[];
  /** Web address of each file that governed, at the commit that was read, by path. */
  links: Record<string, string>;
}

export interface ReconcileOptions {
  github: GitHub;
  clock: Clock;
  /** Spares reading the configuration and the charter again; without one they are read. */
  cache?: GoverningCache;
  /** Keeps comments from being written twice where GitHub's answers are behind. */
  recent?: RecentWrites;
  /** Whether the work still is ours; where it is not, nothing is written. */
  isOurs?: () => boolean;
  /** Decides and writes nothing. */
  dryRun?: boolean;
  /** Which of a plan's effects are carried out; all of them unless it says otherwise. */
  choose?: (effects: Effect[]) => Effect[];
  backfill?: Backfill;
}

/** What changes with every look is somebody's script at work; the job comes back when it is done. */
export const mostLooks = 3;

/**
 * Brings one issue into order: reads it as it is now, decides, writes what is to be written, in one request each where
 * the governing files are known already. Done again, it finds nothing left to do. An issue that changed between reading
 * and writing is read again, and so is one that was to have a label that isn't there: it is decided on without it.
 * @returns `null` when there is no such issue. Errors: rejects when GitHub doesn't answer; nothing is half decided then.
 */
export async function reconcileIssue(ref: IssueRef, options: ReconcileOptions): Promise<Outcome | null> {
  const missingLabels: string[] = [];
  for (let look = 1; ; look++) {
    try {
      return await lookOnce(ref, { ...options, missingLabels });
    } catch (error) {
      if (look === mostLooks || !isToBeReadAgain(error)) throw error;
      missingLabels.push(...(labelsMissingBy(error) ?? []));
    }
  }
}

/**
 * Whether writing failed because the issue was deleted, transferred, locked or archived since it was read, or because a
 * label was.
 */
export const isToBeReadAgain = (error: unknown): boolean =>
  (error instanceof Error && error.name === 'Outdated') || labelsMissingBy(error) !== null;

async function lookOnce(
  ref: IssueRef,
  options: ReconcileOptions & { missingLabels: string[] },
): Promise<Outcome | null> {
  const { github, clock, cache = createGoverningCache(), missingLabels } = options;
  const { dryRun = false, choose = (effects) => effects } = options;
  const gathered = await gather(ref, { github, cache }, ({ blobs }) => github.readIssue(ref, Object.keys(blobs)));
  if (gathered === null) return null;
  const { reading } = gathered;
  const governing = backfilling(gathered.governing, options.backfill);
  const { issue } = reading;
  const links = linksTo(governing, ref, reading.webUrl);
  const plan = planFor(issue, governing, {
    now: clock.now().toISOString(),
    links,
    installedAt: await arrivalOf({ owner: ref.owner, name: ref.repository }, governing, github),
    missingLabels,
  });
  const effects = choose(plan.effects);
  const applied = !dryRun && effects.length > 0;
  const written = applied ? await write(issue, effects, options) : 0;
  return { issue, plan, applied, written, problems: governing.problems, links };
}

/**
 * Writes what is still ours to write. Errors: as `IssueWriter.write`; an error named `Unreachable` where GitHub's answer
 * was from before a comment that was written a moment ago.
 */
export async function write(
  issue: IssueFacts,
  effects: Effect[],
  { github, recent, isOurs = () => true }: Pick<ReconcileOptions, 'github' | 'recent' | 'isOurs'>,
  ids?: AskedReading['ids'],
): Promise<number> {
  if (effects.length === 0) return 0;
  if (!isOurs()) throw new Error('the work was given to another process before anything was written');
  if (recent?.has(issue, effects)) throw new Behind();
  const requests = await github.write(issue, effects, ids);
  recent?.note(issue, effects);
  return requests;
}

/** GitHub's answer is from before what was written last; a moment later it is not. */
class Behind extends Error {
  override readonly name = 'Unreachable';

  constructor() {
    super('GitHub still shows the issue as it was before the last comment was written');
  }
}

/** Reads the issue together with the blob ids of what governs it, until what governs is what is in force. */
export async function gather<Reading extends IssueReading>(
  { owner, repository: name }: IssueRef,
  from: { github: GitHub; cache: GoverningCache },
  read: (governing: Governing) => Promise<Reading | null>,
): Promise<{ reading: Reading; governing: Governing } | null> {
  let governing = await governingOf({ owner, name }, from);
  let reading = await read(governing);
  for (let look = 1; reading !== null && !isInForce(governing, reading.blobs); look++) {
    if (look > mostLooks) throw new Error('the configuration or the charter keeps changing while it is read');
    governing = await readGoverning({ owner, name }, from);
    if (!isInForce(governing, reading.blobs)) reading = await read(governing);
  }
  return reading && { reading, governing };
}

/** @returns since when Remit is there; not asked for where the configuration says it. */
export async function arrivalOf(
  repository: RepositoryRef,
  { policy }: Governing,
  github: Pick<GitHub, 'installedAt'>,
): Promise<string | null> {
  return policy?.triage.since ?? (await github.installedAt(repository));
}

/** @returns what is to be done about an issue by what governs it; nothing where the configuration can't be read. */
export function planFor(
  issue: IssueFacts,
  { policy, charter, problems }: Governing,
  at: Pick<Situation, 'now' | 'links' | 'installedAt' | 'missingLabels'>,
): Plan {
  return policy === null ? planWithoutPolicy(issue, problems) : decide({ issue, charter, policy, ...at });
}

/** What the configuration would have asked for isn't known, so nothing is asked for. */
function planWithoutPolicy({ ref }: IssueFacts, problems: string[]): Plan {
  const hold = `${configurationPath} can’t be read: ${problems.join('; ')}`;
  return { ref, owners: [], verdicts: [], effects: [], withheld: [], again: null, hold };
}

/** @returns web addresses of the files that govern, at the commits that were read, by path. */
export function linksTo(
  { commits }: Governing,
  { owner, repository }: Omit<IssueRef, 'number'>,
  webUrl: string,
): Record<string, string> {
  const known = Object.entries(commits).flatMap(([path, commit]) => (commit === null ? [] : [[path, commit] as const]));
  return Object.fromEntries(
    known.map(([path, commit]) => [path, `${webUrl}/${owner}/${repository}/blob/${commit}/${inUrl(path)}`]),
  );
}

/** Parentheses and quotes would be legal in a URL, and end a link in Markdown. */
function inUrl(path: string): string {
  const escaped = (text: string) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return path.split('/').map(escaped).join('/');
}
