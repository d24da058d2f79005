import * as core from '@actions/core';
import { baseReader, NoBase, treeReader } from '../../adapters/files/document-reader.ts';
import type { Client } from '../../adapters/github/client.ts';
import { Refused, Unreachable } from '../../adapters/github/errors.ts';
import { indexOf } from '../../adapters/github/issue-index.ts';
import { createOctokit } from '../../adapters/github/octokit.ts';
import { readFiles } from '../../adapters/github/read-files.ts';
import { type GovernanceEffect, readEffect } from '../../engine/governance-effect.ts';
import { effectSection } from '../../engine/print-effect.ts';
import { type Known, unknown } from '../../model/known.ts';
import type { DocumentReader } from '../../model/ports.ts';
import { repositoryOf } from '../repository-of.ts';
import { baseOfEvent } from './base.ts';

/**
 * @returns what the pull request of the event does to open issues, as a section of its comment; `null` where it changes
 * nothing that governs, and where there is no pull request or no token.
 */
export async function effectOfEvent(root: string): Promise<string | null> {
  const commit = baseOfEvent(process.env);
  const token = core.getInput('token');
  const repository = repositoryOf({ root, env: process.env });
  if (commit === null || token === '' || !repository) return null;
  const client = createOctokit({ token, baseUrl: process.env.GITHUB_API_URL || 'https://api.github.com' });
  const sources = { repository, after: treeReader(root), index: indexOf(client) };
  const effect = await orUnknown(() => readEffect({ ...sources, before: baseOf(root, commit, client) }));
  return effect && effectSection(effect);
}

/** With Git where the checkout has the commit, else through the API. */
function baseOf(root: string, commit: string, client: Client): DocumentReader {
  const inGit = baseReader(root, commit);
  return {
    readFiles: (repository, paths) =>
      inGit.readFiles(repository, paths).catch((error) => {
        if (error instanceof NoBase) return readFiles(client, repository, paths, { commit });
        throw error;
      }),
    readVersions: async () => [],
  };
}

/** A pull request is never failed for what could not be read about issues. */
async function orUnknown(read: () => Promise<Known<GovernanceEffect> | null>): Promise<Known<GovernanceEffect> | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Refused || error instanceof Unreachable) return unknown(error.message);
    throw error;
  }
}
