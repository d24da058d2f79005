import type { RepositoryRef } from '../../model/facts.ts';
import type { GitHub } from '../../model/ports.ts';
import { checkCommit } from './check-commit.ts';
import { childrenOf } from './children.ts';
import type { Client } from './client.ts';
import { indexOf } from './issue-index.ts';
import { openIssues } from './open-issues.ts';
import { peopleOf } from './people.ts';
import { readAsked } from './read-asked.ts';
import { readFiles } from './read-files.ts';
import { type Features, readIssue } from './read-issue.ts';
import { readIssuePage } from './read-issue-page.ts';
import { readVersions } from './read-versions.ts';
import { writeEffects } from './write.ts';

export interface Connection {
  /** Signed in already: an installation's, or one with a token. */
  octokit: Client;
  /**
   * Whose checklists are ours: `octo-app[bot]` for an App. Without it, whomever the token belongs to; say it where a
   * person's token works beside an App.
   */
  ownLogin?: string;
  /** Since when Remit is there, in ISO 8601; left out where nothing tells. */
  installedAt?: (repository: RepositoryRef) => Promise<string | null>;
  /** What this GitHub has; one for all connections to it, so that it is found out once. */
  features?: Features;
}

/** @returns what a GitHub has as long as it says nothing else. */
export const allFeatures = (): Features => ({ issueTypes: true });

/** @returns GitHub as whoever the client is signed in as sees it. Its methods reject with `Unreachable` or `Refused`. */
export function connect({ octokit, ownLogin = '', installedAt, features = allFeatures() }: Connection): GitHub {
  const ownership = { ownLogin: ownLogin || null };
  return {
    readIssue: (ref, paths) => readIssue(octokit, { ref, paths, features, ...ownership }),
    readAsked: (ref, paths, beside) => readAsked(octokit, { ref, paths, features, ...ownership }, beside),
    readIssuePage: (repository, page, paths) =>
      readIssuePage(octokit, { repository, ...page, paths, features, ...ownership }),
    openIssues: (repository, only) => openIssues(octokit, repository, only),
    childrenOf: (ref) => childrenOf(octokit, ref),
    readFiles: (repository, paths) => readFiles(octokit, repository, paths),
    readFilesAt: (repository, commit, paths) => readFiles(octokit, repository, paths, { commit }),
    checkCommit: (repository, commit, check) => checkCommit(octokit, repository, { commit, check }),
    readVersions: (repository, path) => readVersions(octokit, repository, path),
    installedAt: async (repository) => (installedAt ? installedAt(repository) : null),
    milestones: indexOf(octokit).milestones,
    write: (issue, effects, ids) => writeEffects(octokit, issue, effects, ids),
    ...peopleOf(octokit),
  };
}
