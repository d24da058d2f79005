import { z } from 'zod';
import { type IssueFacts, type IssueRef, printRef, type RepositoryRef } from '../model/facts.ts';
import type { Clock, GitHub } from '../model/ports.ts';
import { chooseRolling, type NoRolling, type Rolling, whyItStays } from '../triage/rollover.ts';
import { BrokenConfiguration } from './gate.ts';
import { configurationPath, createGoverningCache, readGoverning } from './governing.ts';
import { pagesOfMilestone } from './read-largest-page.ts';
import { isToBeReadAgain } from './reconcile.ts';

const listed = {
  issue: z.string().describe('owner/repo#n'),
  title: z.string(),
  url: z.string(),
};

/** What `remit rollover --json` prints; published as `schema/rollover.json`. */
export const rolloverSchema = z
  .strictObject({
    repository: z.string().describe('owner/repo'),
    from: z.string().describe('Title of the milestone'),
    to: z.string(),
    applied: z.boolean().describe('Whether the issues were moved; else it says which would be'),
    moves: z.array(z.strictObject(listed)),
    stays: z.array(z.strictObject({ ...listed, because: z.string() })).describe('Open issues that stay, and why'),
    unread: z.int().min(0).describe('Open issues that GitHub did not give'),
  })
  .describe('Which open issues of a milestone go into another');

export type RolloverReport = z.output<typeof rolloverSchema>;

interface Request {
  /** A title, or `#3`; or the number itself. */
  from: string | number;
  to: string;
  /** ISO 8601: when it was asked for. */
  since: string;
}

interface Means {
  github: GitHub;
  clock: Clock;
  /** Told of each issue that was moved; without it nothing is. */
  moved?: (ref: IssueRef) => Promise<void>;
}

/**
 * Lists what goes from one milestone into the other, and moves it where that is asked for. Each issue is looked at as it
 * is then, so that done again it moves what is left. Errors: rejects when GitHub does not answer, and where the
 * configuration can't be read.
 */
export async function rollOver(
  repository: RepositoryRef,
  { from, to, since }: Request,
  means: Means,
): Promise<RolloverReport | NoRolling> {
  const cache = createGoverningCache();
  const { policy, problems } = await readGoverning(repository, { github: means.github, cache });
  if (policy === null) throw new BrokenConfiguration(`${configurationPath} can’t be read: ${problems.join('; ')}`);
  const rolling = chooseRolling({ from, to }, await means.github.milestones(repository), policy);
  return 'refused' in rolling ? rolling : rollIssues(repository, { rolling, rules: { policy, since } }, means);
}

/** Lists what goes from the one into the other, and moves it where that is asked for. Errors: as `rollOver`. */
export async function rollIssues(
  repository: RepositoryRef,
  { rolling, rules }: Omit<Moving, 'readAt'>,
  means: Means,
): Promise<RolloverReport> {
  const report: RolloverReport = {
    repository: `${repository.owner}/${repository.name}`,
    from: rolling.from.title,
    to: rolling.to.title,
    applied: means.moved !== undefined,
    moves: [],
    stays: [],
    unread: 0,
  };
  for await (const page of pagesOfMilestone(means.github, repository, rolling.from.number)) {
    const readAt = means.clock.now().getTime();
    report.unread += page.unread;
    for (const issue of page.issues) {
      const because = await bring(issue, { rolling, rules, readAt }, means);
      const entry = entryOf(issue, page.webUrl);
      if (because === null) report.moves.push(entry);
      else report.stays.push({ ...entry, because });
    }
  }
  return report;
}

interface Moving {
  rolling: Rolling;
  rules: Parameters<typeof whyItStays>[2];
  /** Milliseconds. */
  readAt: number;
}

/** Milliseconds. What was read longer ago is read again before it is written to. */
const freshFor = 10_000;

/** Moves an issue unless it stays. @returns why it stays. */
async function bring(issue: IssueFacts, { rolling, rules, readAt }: Moving, means: Means): Promise<string | null> {
  const because = whyItStays(issue, rolling, rules);
  if (because !== null || means.moved === undefined) return because;
  const isFresh = means.clock.now().getTime() - readAt < freshFor;
  const stays = isFresh
    ? await moveOrReread(issue, { rolling, rules }, means)
    : await reread(issue, { rolling, rules }, means);
  if (stays === null) await means.moved(issue.ref);
  return stays;
}

type Rules = Omit<Moving, 'readAt'>;

async function moveOrReread(issue: IssueFacts, moving: Rules, means: Means): Promise<string | null> {
  try {
    const because = `it rolls over from ${moving.rolling.from.title}`;
    await means.github.write(issue, [{ do: 'milestone', title: moving.rolling.to.title, because }]);
    return null;
  } catch (error) {
    if (!isToBeReadAgain(error)) throw error;
    return reread(issue, moving, means);
  }
}

async function reread(issue: IssueFacts, { rolling, rules }: Rules, { github }: Means): Promise<string | null> {
  const reading = await github.readIssue(issue.ref, []);
  if (reading === null) return 'it is gone';
  const because = whyItStays(reading.issue, rolling, rules);
  if (because !== null) return because;
  await github.write(reading.issue, [
    { do: 'milestone', title: rolling.to.title, because: `it rolls over from ${rolling.from.title}` },
  ]);
  return null;
}

function entryOf({ ref, title }: IssueFacts, webUrl: string): RolloverReport['moves'][number] {
  return { issue: printRef(ref), title, url: `${webUrl}/${ref.owner}/${ref.repository}/issues/${ref.number}` };
}
