import { invalid, unprocessable } from '../refusal.ts';
import { eventCheckRunShape } from '../shapes/check-run.ts';
import {
  type CheckAction,
  type CheckAnnotation,
  type CheckConclusion,
  type CheckOutput,
  type CheckRun,
  type CheckStatus,
  type CheckSuite,
  suitesOf,
} from '../state/checks.ts';
import type { Commit, Repository } from '../state/entities.ts';
import { findAccount } from '../state/look-up.ts';
import { register } from '../state/state.ts';
import type { ActionOf } from '../webhooks/events.ts';
import type { Actor, World } from '../world.ts';
import { announce, assertWritable } from './record.ts';

/** What of a check run is to be other than it is; a conclusion completes it. */
export interface CheckRunChanges {
  name?: string | undefined;
  externalId?: string | undefined;
  detailsUrl?: string | undefined;
  status?: CheckStatus | undefined;
  conclusion?: CheckConclusion | undefined;
  startedAt?: string | undefined;
  completedAt?: string | undefined;
  /** Takes the place of what was there; its annotations come to those that are there. */
  output?: (CheckOutput & { annotations: CheckAnnotation[] }) | undefined;
  actions?: CheckAction[] | undefined;
}

/** Begins a check run in the app's suite for the commit, which is made with its first. */
export function createCheckRun(
  world: World,
  actor: Actor,
  repository: Repository,
  { name, commit, ...changes }: CheckRunChanges & { name: string; commit: Commit },
): CheckRun {
  assertWritable(repository);
  assertAnnotatable(changes);
  const suite = suiteFor(world, actor, repository, commit);
  const run: CheckRun = register(world.state, {
    kind: 'CheckRun' as const,
    ...world.state.ids.next('CheckRun', repository.id),
    repository,
    suite,
    name,
    externalId: '',
    detailsUrl: null,
    status: 'queued' as const,
    conclusion: null,
    startedAt: world.now(),
    completedAt: null,
    output: { title: null, summary: null, text: null },
    annotations: [],
    actions: [],
  });
  suite.runs.push(run);
  change(world, run, changes);
  tell(world, actor, run, 'created');
  if (run.status === 'completed') tell(world, actor, run, 'completed');
  return run;
}

export function updateCheckRun(world: World, actor: Actor, run: CheckRun, changes: CheckRunChanges): void {
  assertWritable(run.repository);
  assertAnnotatable(changes);
  const wasCompleted = run.status === 'completed';
  change(world, run, changes);
  if (run.status === 'completed' && !wasCompleted) tell(world, actor, run, 'completed');
}

/** Asks the app to check again; what it found stays until it does. GitHub tells nobody but the app. */
export function rerequestCheckRun(world: World, actor: Actor, run: CheckRun): void {
  assertWritable(run.repository);
  if (run.status !== 'completed') throw unprocessable('This check run is not rerequestable');
  run.suite.isRerequested = true;
  if (run.suite.bot === world.state.app.bot) tell(world, actor, run, 'rerequested');
}

/**
 * A person presses one of the buttons, for which GitHub has a page and no request.
 *
 * @throws RangeError where there is no such run, button or person.
 */
export function pressAction(
  world: World,
  id: number,
  { identifier, login }: { identifier: string; login: string },
): void {
  const account = findAccount(world.state, login);
  const run = [...world.state.nodes.values()].find((node) => node.kind === 'CheckRun' && node.id === id);
  if (run?.kind !== 'CheckRun') throw new RangeError(`there is no check run ${id}`);
  if (!run.actions.some((action) => action.identifier === identifier)) {
    throw new RangeError(`the check run ${id} has no action ${identifier}`);
  }
  if (!account) throw new RangeError(`nobody here is called ${login}`);
  if (run.suite.bot !== world.state.app.bot) return;
  const actor = { account, viaApp: null, token: null };
  tell(world, actor, run, 'requested_action', { requested_action: { identifier } });
}

function suiteFor(world: World, { account }: Actor, repository: Repository, commit: Commit): CheckSuite {
  const known = suitesOf(world.state, { repository, commit }).find((suite) => suite.bot === account);
  if (known) return known;
  const suite: CheckSuite = register(world.state, {
    kind: 'CheckSuite' as const,
    ...world.state.ids.next('CheckSuite', repository.id),
    repository,
    commit,
    bot: account,
    branch: [...repository.branches].find(([, tip]) => tip === commit)?.[0] ?? null,
    runs: [],
    isRerequested: false,
    createdAt: world.now(),
  });
  world.state.checkSuites.add(suite);
  return suite;
}

function change(world: World, run: CheckRun, { output, status, completedAt, ...changes }: CheckRunChanges): void {
  run.suite.isRerequested = false;
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  Object.assign(run, Object.fromEntries(given));
  if (changes.conclusion !== undefined) {
    run.status = 'completed';
    run.completedAt = completedAt ?? run.completedAt ?? world.now();
  } else if (status !== undefined) {
    Object.assign(run, { status, conclusion: null, completedAt: null });
  }
  if (!output) return;
  const { annotations, ...texts } = output;
  run.output = texts;
  run.annotations = [...run.annotations, ...annotations];
}

/** Columns tell where on one line something is; a line of a file comes after its first. */
function assertAnnotatable({ output }: CheckRunChanges): void {
  const isWrong = ({ startLine, endLine, startColumn, endColumn }: CheckAnnotation) =>
    endLine < startLine ||
    (startLine !== endLine && (startColumn ?? endColumn) !== null) ||
    (startColumn === null) !== (endColumn === null);
  if (output?.annotations.some(isWrong)) throw invalid({ resource: 'CheckRun', field: 'annotations', code: 'invalid' });
}

function tell(world: World, actor: Actor, run: CheckRun, action: ActionOf<'check_run'>, extra = {}): void {
  announce(world, actor, run.repository, 'check_run', action, () => ({
    check_run: eventCheckRunShape(world, run),
    ...extra,
  }));
}
