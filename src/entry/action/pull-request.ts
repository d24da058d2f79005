import { readFileSync } from 'node:fs';
import * as core from '@actions/core';
import { z } from 'zod';
import { Refused, Unreachable } from '../../adapters/github/errors.ts';
import { createOctokit } from '../../adapters/github/octokit.ts';
import { connectPullRequest } from '../../adapters/github/pull-request.ts';
import { tellPullRequest } from '../../engine/tell-pull-request.ts';
import type { CheckOutcome } from '../../governance/reporter.ts';
import { type IssueRef, parseRef } from '../../model/facts.ts';
import { inTerminal } from '../../text/escape.ts';
import { readSwitch } from './inputs.ts';

/** What is read of a `pull_request` event; source: GitHub docs, Webhook events and payloads. */
const event = z.object({ pull_request: z.object({ number: z.int(), head: z.object({ sha: z.string() }) }) });

/**
 * Tells the pull request of the event, if there is one, what the check found. Where GitHub does not allow it or does
 * not answer, one line says so, and the step goes on: what was found stands in the annotations and the summary.
 */
export async function tellPullRequestOfEvent(outcome: CheckOutcome, beside: string | null = null): Promise<void> {
  const place = pullRequestOfEvent(process.env);
  const wanted = { comment: readSwitch('comment'), suggestions: readSwitch('suggestions') };
  if (!place || !(wanted.comment || wanted.suggestions)) return;
  const token = core.getInput('token');
  if (token === '') return core.info(`Nothing is written on the pull request: no token is given. ${whereElse}`);
  const octokit = createOctokit({ token, baseUrl: process.env.GITHUB_API_URL || 'https://api.github.com' });
  try {
    const server = process.env.GITHUB_SERVER_URL || 'https://github.com';
    const { owner, repository } = place.ref;
    const linesAt = `${server}/${owner}/${repository}/blob/${place.commit}`;
    const telling = { ...wanted, commit: place.commit, linesAt, beside };
    const told = await tellPullRequest(connectPullRequest(octokit, place.ref), outcome, telling);
    if (told === 'superseded') core.info('The pull request has a newer commit: the check of that one writes on it.');
  } catch (error) {
    if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
    core.info(reasonOf(error));
  }
}

const whereElse = 'The annotations and the summary hold everything.';

function reasonOf(error: Refused | Unreachable): string {
  // A locked conversation and an archived repository are refused with 403 as well.
  if (error instanceof Refused && error.status === 403 && /not accessible by/.test(error.message)) {
    const cause = 'the token may only read, as on every pull request from a fork; elsewhere give the job';
    return `Nothing is written on the pull request: ${cause} “pull-requests: write”. ${whereElse}`;
  }
  return `Not all is written on the pull request: ${inTerminal(error.message)}. ${whereElse}`;
}

function pullRequestOfEvent(env: NodeJS.ProcessEnv): { ref: IssueRef; commit: string } | null {
  if (env.GITHUB_EVENT_NAME !== 'pull_request' || !env.GITHUB_EVENT_PATH) return null;
  const { data } = event.safeParse(JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8')));
  const ref = data && parseRef(`${env.GITHUB_REPOSITORY}#${data.pull_request.number}`);
  return ref ? { ref, commit: data.pull_request.head.sha } : null;
}
