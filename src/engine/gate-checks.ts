import type { RepositoryRef } from '../model/facts.ts';
import type { GitHub, IssueIndex } from '../model/ports.ts';
import type { Check, PullFacts } from '../model/pull-request.ts';
import type { MilestoneChecks } from '../model/pull-request-ports.ts';
import { printClause } from '../text/clause.ts';
import { quote } from '../text/escape.ts';
import { type Awaited, awaitedBy } from '../triage/gated.ts';
import { quoteList } from '../triage/judgement.ts';
import { BrokenConfiguration, gateOf } from './gate.ts';
import { type GoverningCache, governingOf } from './governing.ts';
import { gateMarkdown, gateSentence } from './print-gate.ts';

export interface GateChecking {
  github: GitHub;
  checks: MilestoneChecks;
  cache: GoverningCache;
}

/** @returns whether any pull request may wait for a milestone, by what is known of the configuration. */
export function hasGates(repository: RepositoryRef, cache: GoverningCache): boolean {
  const gate = cache.get(repository)?.policy?.milestones.gate;
  return gate !== undefined && gate.labels.length + gate.branches.length > 0;
}

/**
 * Brings the checks of pull requests that wait for a milestone into order: of one, or of all that are open. Done again,
 * it writes nothing. @returns how many were written. Errors: rejects when GitHub does not answer or does not allow it.
 */
export async function bringGateChecks(
  repository: RepositoryRef,
  { number }: { number?: number | undefined },
  { github, checks, cache }: GateChecking,
): Promise<number> {
  const { policy } = await governingOf(repository, { github, cache });
  if (policy === null || !hasGates(repository, cache)) return 0;
  const pulls = number === undefined ? await checks.openPulls(repository) : await onePull(checks, repository, number);
  const checkOf = createGates(repository, { github, index: checks });
  let written = 0;
  for (const pull of pulls) {
    const awaited = awaitedBy(pull, policy.milestones);
    // Of all that are open only those are looked at that wait for something; who takes a label off one causes an event.
    if (awaited === null && number === undefined) continue;
    const wanted = awaited === null ? notWaiting : await checkOf(awaited);
    if (await bring(pull, wanted, { repository, checks })) written += 1;
  }
  return written;
}

async function onePull(checks: MilestoneChecks, repository: RepositoryRef, number: number): Promise<PullFacts[]> {
  const pull = await checks.openPull(repository, number);
  return pull === null ? [] : [pull];
}

const notWaiting: Check = {
  conclusion: 'skipped',
  title: 'It waits for no milestone any more',
  summary: 'Neither its labels nor the branch that it goes into name one.',
};

async function bring(
  { commit }: PullFacts,
  wanted: Check,
  { repository, checks }: { repository: RepositoryRef; checks: MilestoneChecks },
): Promise<boolean> {
  const posted = await checks.ownCheck(repository, commit);
  const { conclusion, title, summary } = wanted;
  const stands = posted?.conclusion === conclusion && posted.title === title && posted.summary === summary;
  if (stands || (posted === null && wanted === notWaiting)) return false;
  await checks.writeCheck(repository, { commit, check: wanted, instead: posted });
  return true;
}

/** Each milestone is asked about once, however many pull requests wait for it. */
function createGates(repository: RepositoryRef, from: { github: GitHub; index: Pick<IssueIndex, 'milestones'> }) {
  const known = new Map<string, Promise<Check>>();
  return async ({ titles, lacksOwn }: Awaited): Promise<Check> => {
    const checks = lacksOwn ? [withoutMilestone] : [];
    for (const title of titles) {
      const check = known.get(title) ?? checkOfMilestone(title, repository, from);
      known.set(title, check);
      checks.push(await check);
    }
    const [worst = withoutMilestone] = checks.toSorted((one, other) => rankOf(one) - rankOf(other));
    const summary = checks.map((each) => each.summary).join('\n');
    return Buffer.byteLength(summary) <= longestSummary ? { ...worst, summary } : worst;
  };
}

/** Bytes; source: GitHub docs, REST API, Check runs. */
const longestSummary = 65_535;

const order: Check['conclusion'][] = ['failure', 'action_required', 'success', 'skipped'];
const rankOf = ({ conclusion }: Check): number => order.indexOf(conclusion);

const withoutMilestone: Check = {
  conclusion: 'action_required',
  title: 'The pull request is in no milestone',
  summary: 'A label or a branch of this pull request says that it waits for its milestone, and it has none: set one.\n',
};

async function checkOfMilestone(
  title: string,
  repository: RepositoryRef,
  from: { github: GitHub; index: Pick<IssueIndex, 'milestones'> },
): Promise<Check> {
  try {
    const report = await gateOf(title, repository, from);
    if ('nearest' in report) return unknownMilestone(title, report.nearest);
    const conclusion = report.passed === null ? 'action_required' : report.passed ? 'success' : 'failure';
    return { conclusion, title: gateSentence(report), summary: gateMarkdown(report) };
  } catch (error) {
    if (!(error instanceof BrokenConfiguration)) throw error;
    const head = 'Whether the milestone is achieved is not known';
    return { conclusion: 'action_required', title: head, summary: `${printClause(`${head}: ${error.message}`)}.\n` };
  }
}

function unknownMilestone(title: string, nearest: string[]): Check {
  const meant = nearest.length > 0 ? `: did you mean ${quoteList(nearest, 'or')}?` : '';
  const head = `no milestone is called ${quote(title)}`;
  return { conclusion: 'action_required', title: head, summary: `${printClause(`${head}${meant}`)}\n` };
}
