import { systemClock } from '../adapters/clock.ts';
import { Refused, Unreachable } from '../adapters/github/errors.ts';
import { connect } from '../adapters/github/github.ts';
import { createOctokit } from '../adapters/github/octokit.ts';
import { type Outcome, reconcileIssue } from '../engine/reconcile.ts';
import { type IssueRef, parseRef, printRef } from '../model/facts.ts';
import { CommandError, type Io } from './io.ts';

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
export async function reconcileOnce(ref: IssueRef, { dryRun }: { dryRun: boolean }, { env }: Io): Promise<Outcome> {
  const token = tokenIn(env);
  if (!token) throw new CommandError('GITHUB_TOKEN is missing: set it to a token that may read and write the issue');
  const octokit = createOctokit({ token, baseUrl: env.GITHUB_API_URL || 'https://api.github.com' });
  const github = connect({ octokit, ...(env.REMIT_LOGIN ? { ownLogin: env.REMIT_LOGIN } : {}) });
  const outcome = await reconcileIssue(ref, { github, clock: systemClock, dryRun }).catch(explainFailure);
  if (!outcome) throw new CommandError(`${printRef(ref)} is not there, or the token may not see it`, 1);
  return outcome;
}

export const tokenIn = (env: Io['env']): string | undefined => env.GITHUB_TOKEN || env.GH_TOKEN;

function explainFailure(error: unknown): never {
  if (error instanceof Unreachable) throw new CommandError(error.message, 3);
  if (error instanceof Refused) throw new CommandError(error.message);
  throw error;
}
