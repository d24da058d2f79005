import type { FileDiff } from '../state/diff.ts';
import type { Commit, Repository } from '../state/entities.ts';
import type { World } from '../world.ts';
import { encodePath, filePage, repositoryApi } from './addresses.ts';

/** A `diff-entry`; source: GitHub docs, REST API, List pull requests files. A binary file has no patch. */
export function fileShape(
  world: World,
  file: FileDiff,
  {
    before,
    after,
    repository = after.repository,
  }: { before: Commit | undefined; after: Commit; repository?: Repository },
) {
  const { sha } = file.status === 'removed' && before ? before : after;
  const page = filePage(world, repository, sha, file.path);
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: page,
    raw_url: page.replace('/blob/', '/raw/'),
    contents_url: `${repositoryApi(world, repository)}/contents/${encodePath(file.path)}?ref=${sha}`,
    ...(file.hunks.length > 0 ? { patch: file.hunks.map(({ text }) => text).join('\n') } : {}),
  };
}

export function linesIn(files: FileDiff[], what: 'additions' | 'deletions'): number {
  return files.reduce((total, file) => total + file[what], 0);
}
