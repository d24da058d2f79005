import type { RepositoryRef } from '../model/facts.ts';
import type { Unit } from '../model/unit.ts';
import { givenIn, saysCommand } from './given-commands.ts';
import type { EventName, Payload, PayloadRepository } from './intake-payloads.ts';

/** What may have changed; where nothing may, `because` says why, in one clause. */
export interface Intake<T> {
  because: string | null;
  found: T[];
}

/** Actions on an issue after which no decision can be another one. */
const idle = new Set(['assigned', 'unassigned', 'closed', 'pinned', 'unpinned', 'deleted', 'transferred']);

/** Those among them after which a milestone may be achieved. */
const leaving = new Set(['closed', 'deleted', 'transferred']);

/** Actions that may make an open epic of an issue, or none any more. */
const matteringBelow = new Set(['closed', 'reopened', 'labeled', 'unlabeled', 'typed', 'untyped']);

/** Actions after which a pull request may need something else, where the project asks for it. */
const matteringToPulls = new Set([
  'opened',
  'reopened',
  'edited',
  'labeled',
  'unlabeled',
  'milestoned',
  'demilestoned',
  'unlocked',
]);

/** Actions after which a pull request may wait for another milestone, or is another commit. */
const matteringToGates = new Set([
  'opened',
  'reopened',
  'synchronize',
  'edited',
  'labeled',
  'unlabeled',
  'milestoned',
  'demilestoned',
]);

/** Beyond this, which files a push touched is left open. */
const mostPaths = 1000;

/** GitHub lists no more commits than this in a push. */
const mostCommits = 2048;

/** What each event says may have changed. */
export const readers: { [Name in EventName]: (payload: Payload<Name>) => Intake<Unit> } = {
  issues({ action, issue, changes, repository, sender }) {
    const isParent = matteringBelow.has(action) && (issue.sub_issues_summary?.total ?? 0) > 0;
    const below: Unit[] = isParent ? [{ kind: 'children', repository: refOf(repository), number: issue.number }] : [];
    if (idle.has(action)) {
      const found = [...below, ...(leaving.has(action) && issue.milestone ? [gatesUnit(repository)] : [])];
      return found.length > 0 ? { because: null, found } : nothing(`an issue that is ${action} needs nothing else`);
    }
    const unit = issueUnit(repository, issue);
    // Whoever transfers an issue opens it once more, and has written nothing of its text.
    const isWritten = action === 'opened' && changes?.old_issue === undefined;
    if (!isWritten) return { because: null, found: [unit, ...below] };
    const revision = { to: issue.node_id, at: issue.created_at, by: sender, before: null };
    const given = givenIn({ ...revision, after: issue.body ?? null });
    return given === null ? one(unit) : { because: null, found: [{ kind: 'commands', ref: unit.ref, given }, unit] };
  },

  issue_comment({ action, issue, repository, sender, comment = {}, changes }) {
    const unit = issueUnit(repository, issue);
    // A person edited or deleted what a program wrote, which may be our checklist.
    if (comment.user?.type === 'Bot' && sender?.type !== 'Bot') {
      return issue.pull_request ? nothing('the comment is on a pull request') : one(unit);
    }
    const body = comment.body ?? '';
    const before = action === 'created' ? null : (changes?.body?.from ?? body);
    const revision = { to: comment.node_id, at: comment.updated_at, nth: comment.id, by: sender, before };
    const given = givenIn({ ...revision, after: action === 'deleted' ? null : body });
    if (given !== null) return one({ kind: 'commands', ref: unit.ref, given });
    return nothing(saysCommand(body) ? 'nothing is new in the comment’s commands' : 'the comment has no command in it');
  },

  /** After a new name GitHub's issues carry that one; which issues a deleted label was on can't be asked any more. */
  label({ action, label, changes, repository }) {
    if (action === 'deleted') return one({ kind: 'issues', repository: refOf(repository) });
    if (action !== 'edited' || changes?.name === undefined) return nothing('no issue carries another label now');
    return one({ kind: 'issues', repository: refOf(repository), only: { label: label.name } });
  },

  milestone({ action, milestone, changes, repository }) {
    const gates = gatesUnit(repository);
    if (action === 'deleted') return some([{ kind: 'issues', repository: refOf(repository) }, gates]);
    const matters = action === 'opened' || action === 'closed' || (action === 'edited' && changes?.title !== undefined);
    if (action === 'created') return one(gates);
    if (!matters) return nothing('no issue is in another milestone now');
    return some([{ kind: 'issues', repository: refOf(repository), only: { milestone: milestone.title } }, gates]);
  },

  pull_request({ action, number, pull_request: pull, repository, sender }) {
    const { node_id: to, created_at: at, body = null } = pull;
    const { ref, ...unit } = issueUnit(repository, { number });
    const given = action === 'opened' ? givenIn({ to, at, by: sender, before: null, after: body }) : null;
    const found: Unit[] = [
      ...(given === null ? [] : [{ kind: 'commands' as const, ref, given }]),
      ...(matteringToPulls.has(action) ? [{ ...unit, ref, isPullRequest: true as const }] : []),
      ...(matteringToGates.has(action) ? [{ ...gatesUnit(repository), number }] : []),
    ];
    return found.length > 0 ? some(found) : nothing(`a pull request that is ${printable(action)} waits as before`);
  },

  /** Somebody asks for a check once more. GitHub lists no pull request from a fork. */
  check_run({ action, check_run: { pull_requests: pulls }, repository }) {
    if (action !== 'rerequested') return nothing('nobody asks for a check');
    const [pull] = pulls;
    return one(pull && pulls.length === 1 ? { ...gatesUnit(repository), number: pull.number } : gatesUnit(repository));
  },

  /** Told to the parent's repository (`sub_issue_…`, with the child's) and to the child's (`parent_issue_…`). */
  sub_issues({ sub_issue, sub_issue_repo, repository }) {
    const home = sub_issue_repo ?? repository;
    return home ? one(issueUnit(home, sub_issue)) : nothing('the delivery names no repository');
  },

  installation({ action, repositories }) {
    if (action === 'deleted') return one({ kind: 'departure' });
    if (action !== 'created') return nothing(`an installation that is ${printable(action)} brings no repository`);
    return one({ kind: 'repositories', why: 'installation', only: listOf(repositories ?? null) });
  },

  installation_repositories({ action, repositories_added: added }) {
    if (action !== 'added') return nothing('no repository was added to the installation');
    return one({ kind: 'repositories', why: 'installation', only: listOf(added) });
  },

  push({ ref, deleted, forced, before, after, commits, repository }) {
    if (deleted || ref !== `refs/heads/${repository.default_branch}`) return nothing('only the default branch governs');
    const paths = commits.flatMap(({ added = [], modified = [], removed = [] }) => [...added, ...modified, ...removed]);
    // What a forced push threw away is listed nowhere.
    const isCertain = !forced && commits.length > 0 && commits.length < mostCommits && paths.length <= mostPaths;
    const push = after === undefined ? {} : { push: { before: commitIn(before), after } };
    return one({ kind: 'files', repository: refOf(repository), paths: isCertain ? [...new Set(paths)] : [], ...push });
  },
};

/** Beyond this, which repositories they are is asked for when the work is done. */
const mostRepositories = 1000;

function listOf(named: { full_name: string }[] | null): RepositoryRef[] | null {
  if (named === null || named.length > mostRepositories) return null;
  return named.map(({ full_name: fullName }) => {
    const [owner = '', name = ''] = fullName.split('/');
    return { owner, name };
  });
}

/** GitHub writes zeros where there was no branch. */
const commitIn = (sha = '0'): string | null => (/^0+$/.test(sha) ? null : sha);

const some = (found: Unit[]): Intake<Unit> => ({ because: null, found });
const one = (unit: Unit): Intake<Unit> => some([unit]);
export const nothing = (because: string): Intake<Unit> => ({ because, found: [] });

const refOf = ({ owner, name }: PayloadRepository): RepositoryRef => ({ owner: owner.login, name });

function issueUnit({ owner, name }: PayloadRepository, { number }: { number: number }) {
  return { kind: 'issue', ref: { owner: owner.login, repository: name, number } } as const;
}

const gatesUnit = (repository: PayloadRepository) => ({ kind: 'gates', repository: refOf(repository) }) as const;

export const printable = (name: string): string => `“${name.slice(0, 50).replace(/[^\w.-]/g, '?')}”`;
