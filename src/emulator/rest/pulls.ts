import { closeIssue, editIssue, reopenIssue } from '../changes/issues.ts';
import { type MergeMethod, mergePull } from '../changes/merges.ts';
import { changeBase, openPullRequest } from '../changes/pull-requests.ts';
import { type Answer, type Call, created, noContent, ok, type Routes } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { readBody } from '../http/read-body.ts';
import { issueSubject, mayReopen } from '../permissions/lack.ts';
import { needs } from '../permissions/need.ts';
import { invalid, notFound } from '../refusal.ts';
import { fileShape } from '../shapes/file.ts';
import { commitShape } from '../shapes/git.ts';
import { mergeablePullShape, simplePullShape } from '../shapes/pull-request.ts';
import { baseOf, diffOf } from '../state/diff.ts';
import type { Repository } from '../state/entities.ts';
import { headCommit } from '../state/git.ts';
import { findRepository } from '../state/look-up.ts';
import { commitsOf } from '../state/pull-request.ts';
import { diffAnswer } from './diff-answer.ts';
import { listPulls } from './list-pulls.ts';
import { assertMay, lacksRole, pullIn, repositoryOf, writingTo } from './targets.ts';

const methods: MergeMethod[] = ['merge', 'squash', 'rebase'];

/** Source: GitHub docs, REST API, Pull requests. */
export const pullRoutes: Routes = {
  'GET /repos/{owner}/{repo}/pulls': (call) =>
    paginate(call, listPulls(repositoryOf(call), call.query), (pull) => simplePullShape(call.world, pull)),
  'POST /repos/{owner}/{repo}/pulls': openPull,
  'GET /repos/{owner}/{repo}/pulls/{pull_number}': (call) => {
    const pull = pullIn(repositoryOf(call), call);
    const text = diffAnswer(call, () => ({ before: baseOf(pull), after: headCommit(pull) }));
    return text ?? ok(mergeablePullShape(call.world, pull));
  },
  'PATCH /repos/{owner}/{repo}/pulls/{pull_number}': changePull,
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files': (call) => {
    const pull = pullIn(repositoryOf(call), call);
    const { repository } = pull.issue;
    const ends = { before: baseOf(pull), after: headCommit(pull), repository };
    return paginate(call, diffOf(pull), (file) => fileShape(call.world, file, ends));
  },
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits': (call) =>
    paginate(call, commitsOf(pullIn(repositoryOf(call), call)), (commit) => commitShape(call.world, commit)),
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/merge': (call) => {
    if (!pullIn(repositoryOf(call), call).merged) throw notFound();
    return noContent;
  },
  'PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge': (call) => {
    const { repository, actor } = writingTo(call);
    const pull = pullIn(repository, call);
    const merge = readBody(call.body, (fields) => ({
      method: fields.choice('merge_method', methods) ?? 'merge',
      title: fields.text('commit_title'),
      message: fields.text('commit_message'),
      sha: fields.text('sha'),
    }));
    const { sha } = mergePull(call.world, actor, pull, merge);
    return ok({ sha, merged: true, message: 'Pull Request successfully merged' });
  },
};

function openPull(call: Call): Answer {
  const { repository, actor } = writingTo(call);
  const { head, site, title, ...given } = readBody(call.body, (fields) => {
    fields.need('head', 'base');
    return {
      title: fields.text('title'),
      body: fields.nullableText('body'),
      base: fields.text('base') ?? '',
      head: fields.text('head') ?? '',
      site: fields.text('head_repo'),
      isDraft: fields.flag('draft') ?? false,
    };
  });
  if (title === undefined) throw invalid({ resource: 'Issue', field: 'title', code: 'missing_field' });
  const source = sourceNamed(call, repository, { head, site });
  return created(
    mergeablePullShape(call.world, openPullRequest(call.world, actor, repository, { ...given, title, head: source })),
  );
}

/** A branch of the repository, or with its owner one of a fork. */
function sourceNamed(call: Call, repository: Repository, { head, site }: { head: string; site: string | undefined }) {
  const [owner = '', ref] = head.includes(':') ? head.split(':') : [repository.owner.login, head];
  const isRelated = (each: Repository) => each === repository || each.source === repository;
  const named = findRepository(call.world.state, owner, site?.split('/').at(-1) ?? repository.name);
  const forks = [...call.world.state.repositories.values()].filter((each) => each.owner.login === owner);
  const found = [named, ...forks].find((each) => each && isRelated(each));
  if (!found || !ref) throw invalid({ resource: 'PullRequest', field: 'head', code: 'invalid' });
  return { repository: found, ref };
}

function changePull(call: Call): Answer {
  const { repository, actor } = writingTo(call);
  const { world } = call;
  const pull = pullIn(repository, call);
  const { title, body, state, base } = readBody(call.body, (fields) => ({
    title: fields.text('title'),
    body: fields.nullableText('body'),
    state: fields.choice('state', ['open', 'closed']),
    base: fields.text('base'),
  }));
  const isReworded = title !== undefined || body !== undefined || base !== undefined;
  if (isReworded) assertMay(actor, repository, needs.editOwnPull, issueSubject(pull.issue));
  if (state === 'open' && !mayReopen(actor, pull.issue)) throw lacksRole();
  editIssue(world, actor, pull.issue, { title, body });
  if (base !== undefined) changeBase(world, actor, pull, base);
  if (state === 'closed') closeIssue(world, actor, pull.issue);
  if (state === 'open') reopenIssue(world, actor, pull.issue);
  return ok(mergeablePullShape(world, pull));
}
