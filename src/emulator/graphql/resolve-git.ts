import { repositoryPage } from '../shapes/addresses.ts';
import { signatureShape } from '../shapes/git.ts';
import { blame } from '../state/blame.ts';
import type { Blob, Commit, Repository } from '../state/entities.ts';
import { isBinary, resolveCommit } from '../state/git.ts';
import { historyOf } from '../state/history.ts';
import { gitNodeId } from '../state/ids.ts';
import { type Tree, type TreeEntry, treeAt } from '../state/tree.ts';
import { connect } from './connection.ts';
import type { Fields } from './resolvers.ts';

/** GraphQL gives no more text of a blob than this. */
const longestText = 512 * 1024;

interface Ref {
  kind: 'Ref';
  repository: Repository;
  name: string;
  target: Commit;
}

const blobFields: Fields<Blob> = {
  id: (blob) => blob.nodeId,
  oid: (blob) => blob.sha,
  abbreviatedOid: (blob) => blob.sha.slice(0, 7),
  byteSize: (blob) => blob.content.length,
  isBinary: (blob) => isBinary(blob.content),
  isTruncated: (blob) => blob.content.length > longestText,
  text: ({ content }) => (isBinary(content) ? null : content.subarray(0, longestText).toString('utf8')),
  repository: (blob) => blob.repository,
};

const commitFields: Fields<Commit> = {
  id: (commit) => commit.nodeId,
  oid: (commit) => commit.sha,
  abbreviatedOid: (commit) => commit.sha.slice(0, 7),
  message: (commit) => commit.message,
  messageHeadline: (commit) => commit.message.split('\n')[0] ?? '',
  messageBody: (commit) => commit.message.split('\n').slice(1).join('\n').trim(),
  authoredDate: (commit) => commit.author.at,
  committedDate: (commit) => commit.committer.at,
  author: ({ author }) => ({ ...signatureShape(author), user: author.account }),
  committer: ({ committer }) => ({ ...signatureShape(committer), user: committer.account }),
  repository: (commit) => commit.repository,
  url: (commit, _, { world }) => `${repositoryPage(world, commit.repository)}/commit/${commit.sha}`,
  commitUrl: (commit, _, { world }) => `${repositoryPage(world, commit.repository)}/commit/${commit.sha}`,
  resourcePath: ({ repository, sha }) => `/${repository.owner.login}/${repository.name}/commit/${sha}`,
  tree: (commit) => treeAt(commit, ''),
  parents: (commit, args) => connect('parents', commit.parents, args),
  history: (commit, args) => {
    const { since, until } = args;
    const isWithin = ({ committer: { at } }: Commit) =>
      (!since || Date.parse(at) >= Date.parse(since)) && (!until || Date.parse(at) <= Date.parse(until));
    return connect('history', historyOf(commit, args.path ?? undefined).filter(isWithin), args);
  },
  blame: (commit, { path }) => ({
    ranges: blame(commit, path).map((range) => ({ ...range, age: 1 })),
  }),
};

const treeFields: Fields<Tree> = {
  id: ({ repository, sha }) => gitNodeId('Tree', repository.id, sha),
  oid: (tree) => tree.sha,
  abbreviatedOid: (tree) => tree.sha.slice(0, 7),
  repository: (tree) => tree.repository,
  entries: (tree) => tree.entries.map((entry) => ({ ...entry, tree })),
};

const entryFields: Fields<TreeEntry & { tree: Tree }> = {
  oid: (entry) => entry.sha,
  mode: (entry) => Number.parseInt(entry.mode, 8),
  extension: (entry) => /[^.](\.[^.]+)$/.exec(entry.name)?.[1] ?? '',
  isGenerated: () => false,
  size: (entry) => entry.tree.repository.blobs.get(entry.sha)?.content.length ?? 0,
  repository: (entry) => entry.tree.repository,
  object: ({ tree, path, sha }) => tree.repository.blobs.get(sha) ?? treeAt(tree.files, path),
};

const refFields: Fields<Ref> = {
  id: (ref) => gitNodeId('Ref', ref.repository.id, ref.name),
  name: (ref) => ref.name,
  prefix: () => 'refs/heads/',
  target: (ref) => ref.target,
  repository: (ref) => ref.repository,
};

export const gitTypes = {
  Blob: blobFields,
  Commit: commitFields,
  Ref: refFields,
  Tree: treeFields,
  TreeEntry: entryFields,
};

export function refOf(repository: Repository, name: string): Ref | null {
  const target = repository.branches.get(name);
  return target ? { kind: 'Ref', repository, name, target } : null;
}

/** What `object(expression:)` names: `HEAD:path`, a branch, the sha of a commit or blob; null for nothing. */
export function objectAt(repository: Repository, expression: string): Blob | Commit | Tree | null {
  const colon = expression.indexOf(':');
  if (colon === -1) return resolveCommit(repository, expression) ?? repository.blobs.get(expression) ?? null;
  const commit = resolveCommit(repository, expression.slice(0, colon));
  const path = expression.slice(colon + 1).replace(/^\.?\/|\/$/g, '');
  if (!commit) return null;
  return repository.blobs.get(commit.tree.get(path) ?? '') ?? treeAt(commit, path) ?? null;
}
