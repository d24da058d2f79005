import type { Answer } from '../http/call.ts';
import { decode } from '../http/router.ts';
import { diffText } from '../shapes/diff-text.ts';
import { findCheckRun } from '../state/checks.ts';
import { baseOf } from '../state/diff.ts';
import type { Blob, Issue, Repository } from '../state/entities.ts';
import { headCommit, isBinary, resolveCommit } from '../state/git.ts';
import { findRepository } from '../state/look-up.ts';
import type { World } from '../world.ts';
import { checkRunPage } from './check-run-page.ts';
import { html } from './html.ts';
import { issuePage, issuesPage, pullsPage } from './issue-pages.ts';
import { pageAnswer, pathOf } from './layout.ts';
import { pullPage } from './pull-page.ts';
import { labelsPage, milestonePage, milestonesPage, repositoryPage } from './repository-page.ts';

/**
 * The pages that a person looks at, at the paths that GitHub has them, public repositories only.
 *
 * @returns null where there is no such page.
 */
export function findPage(world: World, method: string, path: string): Answer | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  const [owner = '', name = '', what = '', ...rest] = path.split('/').slice(1).map(decode);
  const repository = findRepository(world.state, owner, name);
  if (!repository || repository.isPrivate) return null;
  const list = rest.length === 0 ? lists.get(what) : undefined;
  if (list) return list(repository);
  if (what === 'blob' || what === 'raw') return filePage(repository, what, rest);
  if (what === 'pull' && rest[0]?.endsWith('.diff')) return diffPage(repository, Number.parseInt(rest[0], 10));
  if (what === 'runs') return runPage(world, repository, Number(rest[0]));
  return rest.length === 1 ? numberedPage(repository, what, Number(rest[0])) : null;
}

const lists = new Map<string, (repository: Repository) => Answer>([
  ['', repositoryPage],
  ['issues', issuesPage],
  ['pulls', pullsPage],
  ['labels', labelsPage],
  ['milestones', milestonesPage],
]);

function runPage({ state }: World, repository: Repository, id: number): Answer | null {
  const run = findCheckRun(state, repository, id);
  return run ? checkRunPage(run) : null;
}

/** Either path leads to an issue and to a pull request. */
function numberedPage(repository: Repository, what: string, number: number): Answer | null {
  const milestone = what === 'milestone' ? repository.milestones.get(number) : undefined;
  if (milestone) return milestonePage(milestone);
  if (what !== 'issues' && what !== 'pull') return null;
  const issue = repository.issues.get(number);
  if (!issue) return redirectPage(repository.departed.get(number));
  return issue.pull ? pullPage(issue.pull) : issuePage(issue);
}

function diffPage(repository: Repository, number: number): Answer | null {
  const pull = repository.issues.get(number)?.pull;
  return pull ? plainAnswer(diffText(baseOf(pull), headCommit(pull))) : null;
}

function redirectPage(issue: Issue | null | undefined): Answer | null {
  if (!issue || issue.repository.isPrivate) return null;
  return { status: 301, headers: { location: `${pathOf(issue.repository)}/issues/${issue.number}` } };
}

/** A branch's name may hold slashes: the shortest start of the path that names a commit is it. */
function filePage(repository: Repository, what: 'blob' | 'raw', parts: string[]): Answer | null {
  for (let length = 1; length < parts.length; length += 1) {
    const commit = resolveCommit(repository, parts.slice(0, length).join('/'));
    const path = parts.slice(length).join('/');
    const blob = repository.blobs.get(commit?.tree.get(path) ?? '');
    if (blob) return what === 'raw' ? plainAnswer(blob.content) : blobPage(repository, path, blob);
  }
  return null;
}

function blobPage(repository: Repository, path: string, { content }: Blob): Answer {
  const lines = isBinary(content) ? ['Binary file'] : content.toString('utf8').replace(/\n$/, '').split('\n');
  const rows = lines.map(
    (line, index) => html`<tr id="L${index + 1}"><td>${index + 1}</td><td>${line}</td></tr>
`,
  );
  return pageAnswer(repository, path, html`<h1>${path}</h1><table class="code">${rows}</table>`);
}

/** Never as HTML, whatever the file's name ends in. */
function plainAnswer(raw: Buffer | string): Answer {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' };
  return { status: 200, raw, headers };
}
