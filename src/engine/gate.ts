import { z } from 'zod';
import { type IssueFacts, type MilestoneFact, printRef, type RepositoryRef } from '../model/facts.ts';
import type { GitHub, IssueIndex } from '../model/ports.ts';
import { nearest } from '../text/spelling.ts';
import { type BlockerKind, blockerKinds, blockersOf } from '../triage/blockers.ts';
import { ownersIn } from '../triage/subject.ts';
import { configurationPath, createGoverningCache, type Governing, readGoverning } from './governing.ts';
import { pagesOfMilestone } from './read-largest-page.ts';

const count = z.int().min(0);

/** What `remit gate --json` prints; published as `schema/gate.json`. */
export const gateSchema = z
  .strictObject({
    repository: z.string().describe('owner/repo'),
    milestone: z.string().describe('Its title'),
    state: z.enum(['open', 'closed']),
    passed: z.boolean().nullable().describe('Whether nothing that must be done is open; null where it is not known'),
    open: count.describe('Open issues of the milestone'),
    unread: count.describe('Open issues that GitHub did not give'),
    counts: z
      .record(z.enum(blockerKinds), count)
      .describe('How many open issues keep it from being achieved, and how; one may do so in several ways'),
    issues: z
      .array(
        z.strictObject({
          issue: z.string().describe('owner/repo#n'),
          title: z.string(),
          url: z.string(),
          owners: z.array(z.string()).describe('Slugs of the groups that own it'),
          blockers: z.array(z.strictObject({ kind: z.enum(blockerKinds), message: z.string() })).min(1),
        }),
      )
      .describe('The issues that keep it from being achieved, what weighs most first'),
  })
  .describe('Whether a milestone is achieved, and what is still to be done');

export type GateReport = z.output<typeof gateSchema>;

/** Titles like the one that no milestone has. */
export interface NoMilestone {
  nearest: string[];
}

/** Errors: rejects when GitHub does not answer, and with what is wrong with the configuration where it can't be read. */
export async function gateOf(
  title: string,
  repository: RepositoryRef,
  { github, index }: { github: GitHub; index: Pick<IssueIndex, 'milestones'> },
): Promise<GateReport | NoMilestone> {
  const milestones = await index.milestones(repository);
  const meant = milestonesCalled(title, milestones);
  const [milestone] = meant;
  if (!milestone)
    return {
      nearest: nearest(
        title,
        milestones.map((each) => each.title),
      ),
    };
  const governing = await readGoverning(repository, { github, cache: createGoverningCache() });
  const report = begin(milestone, repository);
  for (const { number } of meant) {
    for await (const page of pagesOfMilestone(github, repository, number)) {
      report.open += page.issues.length + page.unread;
      report.unread += page.unread;
      for (const issue of page.issues) add(issue, report, { governing, webUrl: page.webUrl });
    }
  }
  report.issues.sort((one, other) => weightOf(one) - weightOf(other));
  return { ...report, passed: verdictOf(report) };
}

/** A title that several have names the open ones; which of these is meant nobody can tell, so all must be achieved. */
function milestonesCalled(title: string, milestones: MilestoneFact[]): MilestoneFact[] {
  const called = milestones.filter((each) => each.title === title);
  const open = called.filter(({ state }) => state === 'open');
  return open.length > 0 ? open : called;
}

const begin = ({ title, state }: MilestoneFact, { owner, name }: RepositoryRef): GateReport => ({
  repository: `${owner}/${name}`,
  milestone: title,
  state,
  passed: null,
  open: 0,
  unread: 0,
  counts: Object.fromEntries(blockerKinds.map((kind) => [kind, 0])) as Record<BlockerKind, number>,
  issues: [],
});

function add(issue: IssueFacts, report: GateReport, { governing, webUrl }: { governing: Governing; webUrl: string }) {
  const { policy, charter, problems } = governing;
  if (policy === null || problems.length > 0)
    throw new BrokenConfiguration(`${configurationPath} can’t be read: ${problems.join('; ')}`);
  const blockers = blockersOf({ issue, charter, policy });
  if (blockers.length === 0) return;
  for (const { kind } of blockers) report.counts[kind] += 1;
  const { owner, repository, number } = issue.ref;
  report.issues.push({
    issue: printRef(issue.ref),
    title: issue.title,
    url: `${webUrl}/${owner}/${repository}/issues/${number}`,
    owners: ownersIn({ issue, charter, policy }),
    blockers,
  });
}

/** The configuration says what a milestone needs; with faults it says nothing. */
export class BrokenConfiguration extends Error {
  override name = 'BrokenConfiguration';
}

const weightOf = ({ blockers }: GateReport['issues'][0]): number => blockerKinds.indexOf(blockers[0]!.kind);

/** What is certain counts first: a milestone with an urgent issue is not achieved, whatever else could not be read. */
function verdictOf({ counts, unread, issues }: GateReport): boolean | null {
  const isCertain = issues.some(({ blockers }) => blockers.some(({ kind }) => kind !== 'unknown'));
  if (isCertain) return false;
  return counts.unknown === 0 && unread === 0 ? true : null;
}
