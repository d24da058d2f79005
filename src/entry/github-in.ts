import { arrivals } from '../adapters/github/arrival.ts';
import type { Client } from '../adapters/github/client.ts';
import { Refused, Unreachable } from '../adapters/github/errors.ts';
import { connect } from '../adapters/github/github.ts';
import { createOctokit } from '../adapters/github/octokit.ts';
import { configurationPath } from '../engine/governing.ts';
import { type RepositoryRef, repositoryKey } from '../model/facts.ts';
import type { GitHub } from '../model/ports.ts';
import { CommandError, type Io } from './io.ts';

export const tokenIn = (env: Io['env']): string | undefined => env.GITHUB_TOKEN || env.GH_TOKEN;

/**
 * @param right completes “a token that may …”.
 * @returns a client with the token of the environment. Errors: a `CommandError` where there is none.
 */
export function clientIn(env: Io['env'], right: string): Client {
  const token = tokenIn(env);
  if (!token) throw new CommandError(`GITHUB_TOKEN is missing: set it to a token that may ${right}`);
  return createOctokit({ token, baseUrl: env.GITHUB_API_URL || 'https://api.github.com' });
}

/** @returns GitHub as the token of the environment sees it; `REMIT_LOGIN` names the bot whose checklists are ours. */
export function gitHubIn(env: Io['env'], right: string): GitHub {
  const octokit = clientIn(env, right);
  const installedAt = arrivals(octokit, (repository) => [configurationPath, ...workflowIn(env, repository)]);
  return connect({ octokit, installedAt, ...(env.REMIT_LOGIN ? { ownLogin: env.REMIT_LOGIN } : {}) });
}

/** The file of the workflow that runs this, in the repository itself; source: GitHub docs, Variables, `GITHUB_WORKFLOW_REF`. */
function workflowIn({ GITHUB_WORKFLOW_REF: ref = '' }: Io['env'], repository: RepositoryRef): string[] {
  const [, place, path] = /^([^/]+\/[^/]+)\/([^@]+)@/.exec(ref) ?? [];
  return path !== undefined && place?.toLowerCase() === repositoryKey(repository) ? [path] : [];
}

/** Turns what GitHub did not do into what ends the command: 3 where it did not answer, 2 where it refused. */
export function explainFailure(error: unknown): never {
  if (error instanceof Unreachable) throw new CommandError(error.message, 3);
  if (error instanceof Refused) throw new CommandError(error.message);
  throw error;
}
