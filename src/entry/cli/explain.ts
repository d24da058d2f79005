import { systemClock } from '../../adapters/clock.ts';
import { isThere } from '../../adapters/database/database.ts';
import { openLedger } from '../../adapters/store.ts';
import { decisionOf } from '../../engine/keep-decision.ts';
import type { Decision } from '../../model/decision.ts';
import { type IssueRef, printRef } from '../../model/facts.ts';
import { storyOf, storyOfHistory } from '../../triage/story.ts';
import { storyJson } from '../../triage/story-json.ts';
import { tokenIn } from '../github-in.ts';
import { CommandError, type ExitCode, type Io, paint } from '../io.ts';
import { issueNamed, reconcileOnce } from '../reconcile-once.ts';
import { opened, ownDatabase, whileServing } from './own-database.ts';
import { printStory, type Told } from './print-story.ts';

/**
 * `remit explain`: what happened to an issue, what Remit decided and wrote, and why; from the ledger where there is
 * one that knows the issue, else from GitHub's timeline.
 */
export async function explain(
  issue: string,
  options: { json?: boolean; timeline?: boolean },
  io: Io,
): Promise<ExitCode> {
  const ref = issueNamed(issue);
  const told = (options.timeline ? null : await fromLedger(ref, io)) ?? (await fromTimeline(ref, io));
  io.out(options.json ? `${JSON.stringify(storyJson(ref, told), null, 2)}\n` : printStory(ref, told, paint(io)));
  return 0;
}

async function fromLedger(ref: IssueRef, io: Io): Promise<Told | null> {
  const database = ownDatabase(io);
  if (!isThere(database)) return null;
  const { ledger, close } = await opened(openLedger({ database }), `${whileServing}; \`--timeline\` asks GitHub alone`);
  const decisions = await ledger.story(ref).finally(close);
  return decisions.length === 0 ? null : { from: 'ledger', events: storyOf(decisions) };
}

async function fromTimeline(ref: IssueRef, io: Io): Promise<Told> {
  if (!tokenIn(io.env)) throw new CommandError(nothingToTellFrom(ref), 1);
  const outcome = await reconcileOnce(ref, { dryRun: true }, io);
  const { history, historyIsWhole } = outcome.issue;
  if (!history.known) io.err(`remit: what happened before can’t be told: ${history.because}\n`);
  else if (!historyIsWhole) io.err('remit: only the newest changes of its timeline are told\n');
  const now: Decision = decisionOf(outcome, {
    job: { id: 'explain' },
    before: null,
    at: systemClock.now().toISOString(),
  });
  return { from: 'timeline', events: storyOfHistory(now) };
}

function nothingToTellFrom(ref: IssueRef): string {
  return `nothing is kept about ${printRef(ref)} here: name the bot’s database (REMIT_DATA or DATABASE_URL), or set GITHUB_TOKEN to have it told from GitHub’s timeline`;
}
