import type { RepositoryRef } from '../../model/facts.ts';
import type { LabelRename } from '../../model/label-rename.ts';
import type { GovernedRepository } from '../../model/upkeep-ports.ts';
import { ask, type Client, changeRest } from './client.ts';
import { explainGraph, isNotFound, Refused } from './errors.ts';
import { indexOf } from './issue-index.ts';

interface HeadAnswer {
  repository: { defaultBranchRef: { target: { oid: string } | null } | null } | null;
}

const headDocument = `query ($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) { defaultBranchRef { target { oid } } }
}`;

/** @returns a repository as an installation of the App sees it. */
export function governedRepositoryOf(client: Client): GovernedRepository {
  return {
    labels: indexOf(client).labels,

    async headCommit({ owner, name }) {
      const doing = `reading the default branch of ${owner}/${name}`;
      const { data, errors } = await ask<HeadAnswer>(client, {
        document: headDocument,
        variables: { owner, name },
        doing,
      });
      if (errors.length > 0 || !data.repository) throw explainGraph(errors, doing);
      return data.repository.defaultBranchRef?.target?.oid ?? null;
    },

    renameLabel: (repository, rename) => renameLabel(client, repository, rename),
  };
}

/** Source: GitHub docs, REST API, Update a label: the issues keep it. */
async function renameLabel(client: Client, { owner, name: repo }: RepositoryRef, { from, to }: LabelRename) {
  try {
    await changeRest(client, 'PATCH /repos/{owner}/{repo}/labels/{name}', { owner, repo, name: from, new_name: to });
    return true;
  } catch (error) {
    if (isNotFound(error) || (error instanceof Refused && error.status === 422)) return false;
    throw error;
  }
}
