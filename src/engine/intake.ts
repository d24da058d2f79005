import type { RepositoryRef } from '../model/facts.ts';
import type { Job, Unit } from '../model/ports.ts';
import { givenIn, revisionId, saysCommand } from './given-commands.ts';
import {
  causeOf,
  type EventName,
  installationOf,
  type Payload,
  type PayloadRepository,
  payloads,
} from './intake-payloads.ts';

/** A delivery of GitHub's, its signature checked already. Source: GitHub docs, Webhook events and payloads. */
export interface Delivery {
  /** `X-GitHub-Delivery`; the same when GitHub delivers again. */
  guid: string;
  name: string;
  payload: unknown;
}

/** What may have changed; where nothing may, `because` says why, in one clause. */
export interface Intake<T> {
  because: string | null;
  found: T[];
}

/**
 * @returns the jobs of a delivery. Their ids are made from the delivery's, those of commands from the comment's revision,
 * so that a delivery that comes twice makes no second job. What Remit itself changed on an issue makes none: it was
 * decided on as it is now. Errors: none; what can't be understood makes no job and says why.
 * @param options.ownLogin `octo-app[bot]`; `null` where it isn't known.
 */
export function jobsOf(
  { guid, name, payload }: Delivery,
  { ownLogin = null }: { ownLogin?: string | null } = {},
): { jobs: Job[]; because: string | null } {
  const { found, because } = unitsOf({ name, payload });
  if (found.length === 0) return { jobs: [], because };
  const installation = installationOf.safeParse(payload);
  if (!installation.success) return { jobs: [], because: 'the delivery belongs to no installation of the App' };
  const { action, sender } = causeOf.parse(payload);
  const isOwn = ownLogin !== null && sender?.login === ownLogin;
  const units = isOwn ? found.filter((unit) => !isDecided(unit, name)) : found;
  if (units.length === 0)
    return { jobs: [], because: `Remit ${name === 'issues' ? 'changed the issue' : 'wrote the comment'} itself` };
  const cause = { event: action === undefined ? name : `${name}.${action}`, by: sender?.login ?? null };
  const jobs = units.map((unit) => ({
    id: idOf(unit, guid),
    installation: installation.data.installation.id,
    unit,
    cause,
  }));
  return { jobs, because: null };
}

/** After what Remit changed it has decided already; what is below the issue, or waits for it, it has not looked at. */
const isDecided = ({ kind }: Unit, event: string): boolean =>
  kind !== 'children' && kind !== 'gates' && (event === 'issues' || event === 'issue_comment');

function idOf(unit: Unit, guid: string): string {
  if (unit.kind === 'commands') return revisionId(unit.given);
  return unit.kind === 'children' || unit.kind === 'gates' ? `${guid}/${unit.kind}` : guid;
}

/**
 * @returns what a delivery says may have changed, at most one unit of a kind. The state itself is read when the work is
 * done: deliveries come twice, late, out of order, and not at all. Only who asked for what stands in the delivery alone.
 *
 * What programs do is read as well, since it changes the state just as much.
 */
export function unitsOf({ name, payload }: { name: string; payload: unknown }): Intake<Unit> {
  if (!isRead(name)) return nothing(`${printable(name)} events change nothing that is decided on`);
  const parsed = payloads[name].safeParse(payload);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.') ?? '';
    return nothing(`the payload is not shaped as a delivery of ${name}${path ? `: see ${path}` : ''}`);
  }
  return (readers[name] as (payload: unknown) => Intake<Unit>)(parsed.data);
}

/** Actions on an issue after which no decision can be another one. */
const idle = new Set(['assigned', 'unassigned', 'closed', 'pinned', 'unpinned', 'deleted', 'transferred']);

/** Those among them after which a milestone may be achieved. */
const leaving = new Set(['closed', 'deleted', 'transferred']);

/** Actions that may make an open epic of an issue, or none any more. */
const matteringBelow = new Set(['closed', 'reopened', 'labeled', 'unlabeled', 'typed', 'untyped']);

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

const readers: { [Name in EventName]: (payload: Payload<Name>) => Intake<Unit> } = {
  issues({ action, issue, repository, sender }) {
    const isParent = matteringBelow.has(action) && (issue.sub_issues_summary?.total ?? 0) > 0;
    const below: Unit[] = isParent ? [{ kind: 'children', repository: refOf(repository), number: issue.number }] : [];
    if (idle.has(action)) {
      const found = [...below, ...(leaving.has(action) && issue.milestone ? [gatesUnit(repository)] : [])];
      return found.length > 0 ? { because: null, found } : nothing(`an issue that is ${action} needs nothing else`);
    }
    const unit = issueUnit(repository, issue);
    if (action !== 'opened') return { because: null, found: [unit, ...below] };
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

  pull_request({ action, number, repository }) {
    if (!matteringToGates.has(action)) return nothing(`a pull request that is ${printable(action)} waits as before`);
    return one({ ...gatesUnit(repository), number });
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

/** Whether the bot reads events of this name. */
export const isRead = (name: string): name is EventName => Object.hasOwn(payloads, name);

const some = (found: Unit[]): Intake<Unit> => ({ because: null, found });
const one = (unit: Unit): Intake<Unit> => some([unit]);
const nothing = (because: string): Intake<Unit> => ({ because, found: [] });

const refOf = ({ owner, name }: PayloadRepository): RepositoryRef => ({ owner: owner.login, name });

function issueUnit({ owner, name }: PayloadRepository, { number }: { number: number }) {
  return { kind: 'issue', ref: { owner: owner.login, repository: name, number } } as const;
}

const gatesUnit = (repository: PayloadRepository) => ({ kind: 'gates', repository: refOf(repository) }) as const;

const printable = (name: string): string => `“${name.slice(0, 50).replace(/[^\w.-]/g, '?')}”`;
