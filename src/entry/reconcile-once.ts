import { systemClock } from '../adapters/clock.ts';
import { type Outcome, reconcileIssue } from '../engine/reconcile.ts';
import { type IssueRef, parseRef, printRef } from '../model/facts.ts';
import { explainFailure, gitHubIn } from './github-in.ts';
import { CommandError, type Io } from './io.ts';
import { problemTeller } from './tell-problems.ts';

/** @returns the issue that a person wrote. Errors: a `CommandError` where it is none. */
export function issueNamed(text: string): IssueRef {
  const ref = parseRef(text);
  if (!ref) throw new CommandError(`“${text}” is no issue: write owner/repo#12`);
  return ref;
}

/**
 * Reads, decides and, unless it is a dry run, applies on one issue with the token of the environment.
 * Errors: a `CommandError` where there is no token, no such issue, or no answer.
 */
export async function reconcileOnce(ref: IssueRef, { dryRun }: { dryRun: boolean }, io: Io): Promise<Outcome> {
  const github = gitHubIn(io.env, 'read and write the issue');
  const outcome = await reconcileIssue(ref, { github, clock: systemClock, dryRun }).catch(explainFailure);
  if (!outcome) throw new CommandError(`${printRef(ref)} is not there, or the token may not see it`, 1);
  problemTeller(io)(outcome.problems);
  return outcome;
}
