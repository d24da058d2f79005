import { directoryOf } from '../adapters/github/directory.ts';
import { createOctokit } from '../adapters/github/octokit.ts';
import { askGitHub } from '../engine/ask-github.ts';
import { notChecked } from '../governance/not-checked.ts';
import { readProject } from '../governance/project.ts';
import type { OnGitHub } from '../model/on-github.ts';
import type { Policy } from '../model/policy.ts';
import { inTerminal } from '../text/escape.ts';
import type { Gathered } from './gather-files.ts';
import { repositoryOf } from './repository-of.ts';

interface Asking {
  root: string;
  policy: Policy;
  token: string;
  env: Record<string, string | undefined>;
  /** `owner/repo`, where somebody named it. */
  repository?: string | undefined;
  /** Says a line: what could not be read. */
  tell(line: string): void;
}

/**
 * Asks GitHub about the people and labels that the documents name, and says once of what there was no answer. Never
 * rejects for GitHub's sake: what is unknown is held against nobody.
 * Errors: a `CommandError` where the repository's name is none.
 */
export async function askAboutDocuments({ chosen, beside }: Gathered, asking: Asking): Promise<OnGitHub> {
  const { root, policy, token, env, repository: named, tell } = asking;
  const repository = repositoryOf({ root, named, env });
  const files = [...chosen.flatMap((file) => ('problem' in file ? [] : [file])), ...beside];
  const { charter } = readProject(files, { policy: policy.charter });
  const octokit = createOctokit({ token, baseUrl: env.GITHUB_API_URL || 'https://api.github.com' });
  const onGitHub = await askGitHub({ charter, repository, directory: directoryOf(octokit) });
  for (const line of notChecked(onGitHub)) tell(inTerminal(line));
  return onGitHub;
}
