import { maySee } from '../access.ts';
import { type Call, ok, type Routes } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { notFound } from '../refusal.ts';
import { repositoryApi, repositoryPage } from '../shapes/addresses.ts';
import { fileShape } from '../shapes/file.ts';
import { commitShape } from '../shapes/git.ts';
import { simplePullShape } from '../shapes/pull-request.ts';
import { diffBetween } from '../state/diff.ts';
import type { Commit, PullRequest, Repository } from '../state/entities.ts';
import { resolveCommit } from '../state/git.ts';
import { commitsBetween, isWithin, mergeBase } from '../state/history.ts';
import { findRepository } from '../state/look-up.ts';
import { commitsOf } from '../state/pull-request.ts';
import { diffAnswer } from './diff-answer.ts';
import { commitNamed, repositoryOf } from './targets.ts';

/** GitHub shows no more files than this, and those with the first page of commits only. */
const mostFiles = 300;
const usualSize = '250';

/** Source: GitHub docs, REST API, Commits: Compare two commits; List pull requests associated with a commit. */
export const compareRoutes: Routes = {
  'GET /repos/{owner}/{repo}/compare/{+basehead}': compare,
  'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls': (call) => {
    const repository = repositoryOf(call);
    const commit = commitNamed(repository, call.params.commit_sha ?? '');
    return paginate(call, pullsOf(repository, commit), (pull) => simplePullShape(call.world, pull));
  },
};

function compare(call: Call) {
  const { world } = call;
  const repository = repositoryOf(call);
  const [left = '', right = ''] = (call.params.basehead ?? '').split('...');
  const [base, head] = [endNamed(call, repository, left), endNamed(call, repository, right)];
  const common = mergeBase(base, head);
  if (!common) throw notFound(`No common ancestor between ${left} and ${right}.`);
  const text = diffAnswer(call, () => ({ before: common, after: head }));
  if (text) return text;
  const ahead = commitsBetween([base], head).reverse();
  const behind = commitsBetween([head], base);
  const query = new URLSearchParams(call.query);
  if (!query.has('per_page') && !query.has('page')) query.set('per_page', usualSize);
  const page = paginate({ ...call, query }, ahead, (commit) => commitShape(world, commit));
  const isFirst = (query.get('page') ?? '1') === '1';
  const files = isFirst ? diffBetween(common, head).slice(0, mostFiles) : [];
  const html = `${repositoryPage(world, repository)}/compare/${left}...${right}`;
  const fullNames = [base, head].map(({ sha }) => `${repository.owner.login}:${sha.slice(0, 7)}`);
  const answer = ok({
    url: `${repositoryApi(world, repository)}/compare/${left}...${right}`,
    html_url: html,
    permalink_url: `${repositoryPage(world, repository)}/compare/${fullNames.join('...')}`,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    base_commit: commitShape(world, base),
    merge_base_commit: commitShape(world, common),
    status: statusOf(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: page.body,
    files: files.map((file) => fileShape(world, file, { before: common, after: head, repository })),
  });
  return { ...answer, ...(page.headers ? { headers: page.headers } : {}) };
}

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0) return behind > 0 ? 'diverged' : 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}

/** `main`, or where it lies in a fork or in what this is a fork of `octo-user-2:main`, `octo-user-2:octo-repo:main`. */
function endNamed(call: Call, repository: Repository, name: string): Commit {
  const parts = name.split(':');
  const ref = parts.at(-1) ?? '';
  const [owner = '', named = ''] = parts.length > 2 ? parts : [parts[0], repository.name];
  const site = parts.length > 1 ? findRepository(call.world.state, owner, named) : repository;
  const isRelated = site && site.commits === repository.commits && maySee(call.actor, site);
  const commit = isRelated && ref !== '' ? resolveCommit(site, ref) : undefined;
  if (!commit) throw notFound();
  return commit;
}

/** What brought a commit into the default branch; where nothing did, what is to. */
function pullsOf(repository: Repository, commit: Commit): PullRequest[] {
  const pulls = [...repository.issues.values()].flatMap(({ pull }) => pull ?? []);
  const tip = repository.branches.get(repository.defaultBranch);
  const isIn = tip !== undefined && isWithin(commit, tip);
  return pulls.filter((pull) => {
    const brings = commitsOf(pull).includes(commit) || pull.merged?.commit === commit;
    return brings && (!isIn || pull.merged !== null);
  });
}
