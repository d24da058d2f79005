import { assertWritable } from '../changes/record.ts';
import { type Call, created, ok, type Routes } from '../http/call.ts';
import { type Fields, readBody } from '../http/read-body.ts';
import { notFound, unprocessable } from '../refusal.ts';
import { repositoryApi } from '../shapes/addresses.ts';
import { gitCommitShape, treeShape } from '../shapes/git.ts';
import { accountWithEmail, addCommit, signatureOf } from '../state/commit.ts';
import type { Commit, Repository, Signature } from '../state/entities.ts';
import { findTree } from '../state/find-tree.ts';
import { addBlob } from '../state/git.ts';
import { treeAt, treeSha } from '../state/tree.ts';
import type { Actor } from '../world.ts';
import { buildTree, readTree } from './build-tree.ts';
import { assertNotEmpty, repositoryOf, writingTo } from './targets.ts';

/** What stands for no branch yet, and of which GitHub tells nobody. Source: GitHub docs, REST API, Git database. */
export const gitObjectRoutes: Routes = {
  'POST /repos/{owner}/{repo}/git/blobs': (call) => {
    const { repository } = writingObjects(call);
    const content = readBody(call.body, (fields) => {
      fields.need('content');
      const text = fields.text('content') ?? '';
      const encoding = fields.choice('encoding', ['utf-8', 'base64']) ?? 'utf-8';
      if (encoding === 'base64' && !/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text)) {
        throw unprocessable('content is not valid Base64');
      }
      return Buffer.from(text, encoding);
    });
    const { sha } = addBlob(call.world.state, repository, content);
    return created({ sha, url: `${repositoryApi(call.world, repository)}/git/blobs/${sha}` });
  },
  'POST /repos/{owner}/{repo}/git/trees': (call) => {
    const { repository } = writingObjects(call);
    const files = buildTree(call.world.state, repository, readTree(call.body));
    const sha = treeSha(files);
    const tree = treeAt(files, '');
    if (!tree) throw new TypeError('a root is always there');
    repository.trees.set(sha, files);
    return created(treeShape(call.world, tree, { isDeep: false }));
  },
  'POST /repos/{owner}/{repo}/git/commits': (call) => {
    const { repository, actor } = writingObjects(call);
    return created(gitCommitShape(call.world, createCommit(call, repository, actor)));
  },
  'GET /repos/{owner}/{repo}/git/commits/{commit_sha}': (call) => {
    const repository = repositoryOf(call);
    assertNotEmpty(repository);
    const commit = repository.commits.get(call.params.commit_sha ?? '');
    if (!commit) throw notFound();
    return ok(gitCommitShape(call.world, commit));
  },
};

function writingObjects(call: Call): { repository: Repository; actor: Actor } {
  const writing = writingTo(call);
  assertWritable(writing.repository);
  assertNotEmpty(writing.repository);
  return writing;
}

/** Who is not named is who asks; the committer is the author unless said. */
function createCommit(call: Call, repository: Repository, actor: Actor): Commit {
  const given = readBody(call.body, (fields) => {
    fields.need('message', 'tree');
    return {
      message: fields.text('message') ?? '',
      tree: fields.text('tree') ?? '',
      parents: fields.texts('parents') ?? [],
      author: fields.part('author', readSignature),
      committer: fields.part('committer', readSignature),
    };
  });
  const { world } = call;
  const files = findTree(repository, given.tree);
  if (!files) throw unprocessable('Tree SHA does not exist');
  const parents = given.parents.map((sha) => {
    const parent = repository.commits.get(sha);
    if (!parent) throw unprocessable('Parent SHA does not exist or is not a commit object');
    return parent;
  });
  const usual = signatureOf(actor.account, world.now());
  const signed = (fallback: Signature, { name, email, date }: ReturnType<typeof readSignature> = {}): Signature => ({
    name: name ?? fallback.name,
    email: email ?? fallback.email,
    at: date ?? fallback.at,
    account: email === undefined ? fallback.account : accountWithEmail(world.state, email),
  });
  const author = signed(usual, given.author);
  const committer = signed(author, given.committer);
  return addCommit(world.state, repository, { files, parents, message: given.message, author, committer });
}

function readSignature(fields: Fields): {
  name?: string | undefined;
  email?: string | undefined;
  date?: string | undefined;
} {
  return { name: fields.text('name'), email: fields.text('email'), date: fields.time('date') };
}
