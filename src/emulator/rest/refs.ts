import { createRef, deleteRef, findRef, updateRef } from '../changes/refs.ts';
import { type Call, created, noContent, ok, type Routes } from '../http/call.ts';
import { readBody } from '../http/read-body.ts';
import { notFound, unprocessable } from '../refusal.ts';
import { refShape } from '../shapes/git.ts';
import type { Commit, Repository } from '../state/entities.ts';
import { refsOf } from '../state/refs.ts';
import { assertNotEmpty, repositoryOf, writingTo } from './targets.ts';

/** Source: GitHub docs, REST API, Git references. */
export const refRoutes: Routes = {
  'GET /repos/{owner}/{repo}/git/ref/{+ref}': (call) => {
    const repository = repositoryOf(call);
    assertNotEmpty(repository);
    const commit = findRef(repository, refOf(call));
    if (!commit) throw notFound();
    return ok(refShape(call.world, repository, refOf(call), commit));
  },
  'GET /repos/{owner}/{repo}/git/matching-refs/{+ref}': (call) => {
    const repository = repositoryOf(call);
    assertNotEmpty(repository);
    const found = refsOf(repository).filter(([name]) => name.startsWith(refOf(call)));
    return ok(found.map(([name, commit]) => refShape(call.world, repository, name, commit)));
  },
  'POST /repos/{owner}/{repo}/git/refs': (call) => {
    const { repository, actor } = writingTo(call);
    const { ref, sha } = readBody(call.body, (fields) => {
      fields.need('ref', 'sha');
      return { ref: fields.text('ref') ?? '', sha: fields.text('sha') ?? '' };
    });
    assertNotEmpty(repository);
    const to = objectIn(repository, sha);
    createRef(call.world, actor, repository, { ref, to });
    return created(refShape(call.world, repository, ref, to));
  },
  'PATCH /repos/{owner}/{repo}/git/refs/{+ref}': (call) => {
    const { repository, actor } = writingTo(call);
    const { sha, force } = readBody(call.body, (fields) => {
      fields.need('sha');
      return { sha: fields.text('sha') ?? '', force: fields.flag('force') ?? false };
    });
    assertNotEmpty(repository);
    const to = objectIn(repository, sha);
    updateRef(call.world, actor, repository, { ref: refOf(call), to, force });
    return ok(refShape(call.world, repository, refOf(call), to));
  },
  'DELETE /repos/{owner}/{repo}/git/refs/{+ref}': (call) => {
    const { repository, actor } = writingTo(call);
    assertNotEmpty(repository);
    deleteRef(call.world, actor, repository, refOf(call));
    return noContent;
  },
};

/** Addresses leave out `refs/`, and may have it. */
function refOf({ params: { ref = '' } }: Call): string {
  return ref.startsWith('refs/') ? ref : `refs/${ref}`;
}

function objectIn({ commits }: Repository, sha: string): Commit {
  const commit = commits.get(sha);
  if (!commit) throw unprocessable('Object does not exist');
  return commit;
}
