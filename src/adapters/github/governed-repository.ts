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

    commitsTouching: (repository, commit, paths) => commitsTouching(client, repository, { commit, paths }),
    renameLabel: (repository, rename) => renameLabel(client, repository, rename),
  };
}

/** Of each file: who breaks it more often than that in a row is not looked behind. */
const mostCommits = 10;

interface TouchingAnswer {
  repository: {
    object: Record<string, { nodes: ({ oid: string; committedDate: string } | null)[] | null }> | null;
  } | null;
}

async function commitsTouching(
  client: Client,
  { owner, name }: RepositoryRef,
  { commit, paths }: { commit: string; paths: string[] },
): Promise<string[]> {
  const doing = `reading the history of ${owner}/${name}`;
  const asked = Object.fromEntries(paths.map((path, index) => [`path${index}`, path]));
  const variables = { owner, name, commit, most: mostCommits, ...asked };
  const document = touchingDocument(paths.length);
  const { data, errors } = await ask<TouchingAnswer>(client, { document, variables, doing });
  if (errors.length > 0 || !data.repository) throw explainGraph(errors, doing);
  const nodes = Object.values(data.repository.object ?? {}).flatMap((history) => history.nodes ?? []);
  const dates = new Map(nodes.flatMap((node) => (node ? [[node.oid, Date.parse(node.committedDate)] as const] : [])));
  return [...dates].sort(([, one], [, other]) => other - one).map(([oid]) => oid);
}

function touchingDocument(paths: number): string {
  const indexes = Array.from({ length: paths }, (_, index) => index);
  const parameters = indexes.map((index) => `, $path${index}: String!`).join('');
  const histories = indexes.map(
    (index) => `history${index}: history(first: $most, path: $path${index}) { nodes { oid committedDate } }`,
  );
  return `query ($owner: String!, $name: String!, $commit: String!, $most: Int!${parameters}) {
  repository(owner: $owner, name: $name) {
    object(expression: $commit) { ... on Commit {
      ${histories.join('\n      ')}
    } }
  }
}`;
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
