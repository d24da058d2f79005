import { commitFiles } from '../changes/files.ts';
import { type Answer, type Call, ok, type Routes, rawAnswer, requiredText, textField } from '../http/call.ts';
import { mediaParameter } from '../http/media-type.ts';
import { renderMarkdown } from '../pages/markdown.ts';
import { invalid, notFound, Refusal, unprocessable } from '../refusal.ts';
import { contentShape, encodedContent, gitCommitShape } from '../shapes/git.ts';
import type { Blob, Repository } from '../state/entities.ts';
import { blobAt, resolveCommit } from '../state/git.ts';
import { listFolder } from './list-folder.ts';
import { repositoryOf, writingTo } from './targets.ts';

/** Above this size GitHub gives a file's content only raw. */
const largestEncoded = 1024 * 1024;

/** Source: GitHub docs, REST API, Repository contents. */
export const contentRoutes: Routes = {
  'GET /repos/{owner}/{repo}/contents/{+path}': readContent,
  'GET /repos/{owner}/{repo}/contents': readContent,
  'GET /repos/{owner}/{repo}/readme': readReadme,
  'PUT /repos/{owner}/{repo}/contents/{+path}': writeContent,
  'DELETE /repos/{owner}/{repo}/contents/{+path}': deleteContent,
};

function readContent(call: Call): Answer {
  const repository = repositoryOf(call);
  const path = pathOf(call);
  const ref = call.query.get('ref') ?? repository.defaultBranch;
  const commit = resolveCommit(repository, ref);
  if (!commit)
    throw notFound(call.query.has('ref') ? `No commit found for the ref ${ref}` : 'This repository is empty.');
  const blob = blobAt(commit, path);
  if (!blob) return listFolder(call, commit, ref, path);
  return fileAnswer(call, repository, { ref, path, blob });
}

function fileAnswer(
  call: Call,
  repository: Repository,
  { ref, path, blob }: { ref: string; path: string; blob: Blob },
) {
  const asked = mediaParameter(call.headers);
  if (asked === 'raw') return rawAnswer(blob.content, 'raw');
  if (asked === 'html') return rawAnswer(renderMarkdown(blob.content.toString('utf8')).html, 'html');
  const shape = contentShape(call.world, repository, ref, path, blob);
  const isLarge = blob.content.length > largestEncoded;
  return ok({ ...shape, ...(isLarge ? { encoding: 'none', content: '' } : encodedContent(blob)) });
}

/** GitHub looks into these folders in this order. */
const readmeFolders = ['.github/', '', 'docs/'];

function readReadme(call: Call): Answer {
  const repository = repositoryOf(call);
  const ref = call.query.get('ref') ?? repository.defaultBranch;
  const commit = resolveCommit(repository, ref);
  const paths = [...(commit?.tree.keys() ?? [])];
  const isReadme = (name: string) => /^readme(\.[a-z]+)?$/i.test(name);
  const found = readmeFolders.flatMap((folder) =>
    paths.filter((path) => path.startsWith(folder) && isReadme(path.slice(folder.length))),
  );
  const [path = ''] = found;
  const blob = commit && blobAt(commit, path);
  if (!blob) throw notFound();
  return fileAnswer(call, repository, { ref, path, blob });
}

function writeContent(call: Call): Answer {
  const { repository, actor } = writingTo(call);
  const path = pathOf(call);
  const message = requiredText(call, 'Commit', 'message');
  const encoded = requiredText(call, 'Content', 'content');
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(encoded)) throw unprocessable('content is not valid Base64');
  const branch = branchOf(call, repository);
  const known = blobOn(repository, branch, path);
  assertCurrent(call, path, known);
  const files = { [path]: Buffer.from(encoded, 'base64') };
  const commit = commitFiles(call.world, actor, repository, { branch, files, message });
  const blob = blobAt(commit, path);
  const content = blob && contentShape(call.world, repository, branch, path, blob);
  return { status: known ? 200 : 201, body: { content, commit: gitCommitShape(call.world, commit) } };
}

function deleteContent(call: Call): Answer {
  const { repository, actor } = writingTo(call);
  const path = pathOf(call);
  const message = requiredText(call, 'Commit', 'message');
  const branch = branchOf(call, repository);
  const known = blobOn(repository, branch, path);
  if (!known) throw notFound();
  assertCurrent(call, path, known);
  const commit = commitFiles(call.world, actor, repository, { branch, files: { [path]: null }, message });
  return ok({ content: null, commit: gitCommitShape(call.world, commit) });
}

/** A change must name the blob it replaces, so that nobody's work is lost. */
function assertCurrent(call: Call, path: string, known: Blob | undefined): void {
  const sha = textField(call, 'Content', 'sha') ?? call.query.get('sha') ?? undefined;
  if (known && sha === undefined) throw unprocessable('Invalid request.\n\n"sha" wasn\'t supplied.');
  if (known && sha !== known.sha) throw new Refusal(409, `${path} does not match ${sha}`);
}

function branchOf(call: Call, repository: Repository): string {
  const branch = textField(call, 'Commit', 'branch') ?? call.query.get('branch') ?? repository.defaultBranch;
  const isFirst = repository.branches.size === 0;
  if (!isFirst && !repository.branches.has(branch)) throw notFound(`Branch ${branch} not found`);
  return branch;
}

function pathOf(call: Call): string {
  const path = (call.params.path ?? '').replace(/^\/+|\/+$/g, '');
  const isOutside = path.split('/').some((part) => part === '..' || part === '.' || part === '.git');
  if (isOutside) throw invalid({ resource: 'Content', field: 'path', code: 'invalid', value: path });
  return path;
}

function blobOn(repository: Repository, branch: string, path: string): Blob | undefined {
  const commit = repository.branches.get(branch);
  return commit && blobAt(commit, path);
}
