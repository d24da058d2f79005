import { readFileSync } from 'node:fs';
import * as core from '@actions/core';
import { z } from 'zod';
import { readBase } from '../../adapters/files/git.ts';
import { listPaths } from '../../adapters/github/list-paths.ts';
import { createOctokit } from '../../adapters/github/octokit.ts';
import { readFiles } from '../../adapters/github/read-files.ts';
import type { CheckOutcome } from '../../governance/reporter.ts';
import { parseRef } from '../../model/facts.ts';
import type { OnGitHub } from '../../model/on-github.ts';
import type { Policy } from '../../model/policy.ts';
import { treeOf } from '../../model/tree.ts';
import { againstBase } from '../against-base.ts';
import { checkDocuments } from '../check-documents.ts';
import type { Document } from '../fix-documents.ts';
import type { Gathered } from '../gather-files.ts';
import { CommandError } from '../io.ts';

/** What is read of the event; source: GitHub docs, Webhook events and payloads, `pull_request`. */
const event = z.object({ pull_request: z.object({ base: z.object({ sha: z.string() }) }) });

interface Checking {
  root: string;
  policy: Policy;
  gathered: Gathered;
  onGitHub: OnGitHub | null;
}

interface Base {
  files: Document[];
  /** All paths, where GitHub or Git could list them. */
  paths: string[] | null;
}

/**
 * Says of each finding whether it is new on the pull request. The base is read with Git where the checkout has it, and
 * through the API where the checkout is shallow, as it is unless somebody asks for more.
 * @returns the outcome as it is on any other event, or where there is no way to the base.
 */
export async function comparedWithBase(
  outcome: CheckOutcome,
  { root, policy, gathered, onGitHub }: Checking,
): Promise<CheckOutcome> {
  const commit = baseOfEvent(process.env);
  if (commit === null) return outcome;
  const chosen = gathered.chosen.map(({ path }) => path);
  const paths = [...chosen, ...gathered.beside.map(({ path }) => path)];
  const base = baseFromGit(root, commit, paths) ?? (await baseFromGitHub(commit, paths));
  if (!base) {
    core.info('What is new could not be told: give the step a token, or the checkout `fetch-depth: 0`.');
    return outcome;
  }
  const isChosen = ({ path }: Document) => chosen.includes(path);
  const whole = { chosen: base.files.filter(isChosen), beside: base.files.filter((file) => !isChosen(file)) };
  const tree = base.paths ? { tree: treeOf(base.paths) } : {};
  return againstBase(outcome, whole.chosen, () => {
    const checked = checkDocuments({ ...whole, known: [] }, { root, policy, onGitHub, ...tree });
    if ('problems' in checked) throw new CommandError(checked.problems.join('\n'));
    return checked;
  });
}

/** @returns the commit that the pull request of the event goes out from; `null` where there is none. */
export function baseOfEvent(env: NodeJS.ProcessEnv): string | null {
  if (env.GITHUB_EVENT_NAME !== 'pull_request' || !env.GITHUB_EVENT_PATH) return null;
  const { data } = event.safeParse(JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8')));
  return data?.pull_request.base.sha ?? null;
}

function baseFromGit(root: string, commit: string, paths: string[]): Base | null {
  const base = readBase({ root, ref: commit, paths });
  return 'problem' in base ? null : { files: base.files, paths: base.tree };
}

async function baseFromGitHub(commit: string, paths: string[]): Promise<Base | null> {
  const token = core.getInput('token');
  const place = parseRef(`${process.env.GITHUB_REPOSITORY}#1`);
  if (token === '' || !place) return null;
  const client = createOctokit({ token, baseUrl: process.env.GITHUB_API_URL || 'https://api.github.com' });
  const repository = { owner: place.owner, name: place.repository };
  try {
    const [files, listed] = await Promise.all([
      readFiles(client, repository, paths, { commit }),
      listPaths(client, repository, commit),
    ]);
    const readable = files.flatMap((file) => (file && file.unreadable === undefined ? [file] : []));
    return { files: readable.map(({ path, text }) => ({ path, text })), paths: listed };
  } catch (error) {
    core.info(`The base could not be read: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}
