import { createHash } from 'node:crypto';
import type { Account } from './account.ts';
import type { Commit, FileTree, Repository, Signature } from './entities.ts';
import { gitNodeId } from './ids.ts';
import { register, type State } from './state.ts';
import { treeSha as shaOfTree } from './tree.ts';

export interface NewCommit {
  files: Pick<FileTree, 'tree' | 'modes'>;
  parents: Commit[];
  message: string;
  author: Signature;
  /** The author unless it is another. */
  committer?: Signature | undefined;
}

/** Makes a commit that no branch has yet; the same once more is the one that is there, as in git. */
export function addCommit(
  state: State,
  repository: Repository,
  { files: { tree, modes }, parents, message, author, committer = author }: NewCommit,
): Commit {
  const treeSha = shaOfTree({ repository, tree, modes });
  const sha = shaOf({ treeSha, parents, message, author, committer });
  const known = repository.commits.get(sha);
  if (known) return known;
  const commit: Commit = {
    kind: 'Commit',
    sha,
    treeSha,
    nodeId: gitNodeId('Commit', repository.id, sha),
    repository,
    parents,
    message,
    author,
    committer,
    tree,
    modes,
    ...differences(parents[0]?.tree ?? new Map(), tree),
  };
  repository.commits.set(sha, commit);
  return register(state, commit);
}

/** How an account signs its commits. */
export function signatureOf(account: Account, at: string): Signature {
  const { login, name, id } = account;
  return { name: name ?? login, email: `${id}+${login}@users.noreply.example.org`, at, account };
}

/** @returns the account whose address it is. */
export function accountWithEmail({ accounts }: State, email: string): Account | null {
  return [...accounts.values()].find((account) => signatureOf(account, '').email === email) ?? null;
}

function differences(
  before: FileTree['tree'],
  after: FileTree['tree'],
): Pick<Commit, 'added' | 'modified' | 'removed'> {
  const paths = [...after.keys()];
  return {
    added: paths.filter((path) => !before.has(path)),
    modified: paths.filter((path) => before.has(path) && before.get(path) !== after.get(path)),
    removed: [...before.keys()].filter((path) => !after.has(path)),
  };
}

/** The sha that git itself gives to a commit. */
function shaOf(commit: {
  treeSha: string;
  parents: Commit[];
  message: string;
  author: Signature;
  committer: Signature;
}): string {
  const { treeSha, parents, message, author, committer } = commit;
  const lines = [
    `tree ${treeSha}`,
    ...parents.map((parent) => `parent ${parent.sha}`),
    `author ${signed(author)}`,
    `committer ${signed(committer)}`,
  ];
  const text = Buffer.from(`${lines.join('\n')}\n\n${message}`);
  return createHash('sha1').update(`commit ${text.length}\0`).update(text).digest('hex');
}

function signed({ name, email, at }: Signature): string {
  return `${name} <${email}> ${Math.floor(Date.parse(at) / 1000)} +0000`;
}
