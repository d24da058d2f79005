import { pressAction } from './changes/check-runs.ts';
import { createClock } from './clock.ts';
import { type Contract, usualContract } from './contract/contract.ts';
import { createHold, type Violation } from './contract/hold.ts';
import { answerControl, type Controlled, isControl } from './control/control.ts';
import { failByRule } from './faults/fail-by-rule.ts';
import { createFaults } from './faults/faults.ts';
import { createResponder, type RequestRecord } from './http/respond.ts';
import { type Incoming, listen } from './http/server.ts';
import { createInstallations } from './installations.ts';
import type { LimitOptions } from './limits/limit-options.ts';
import { createLimits } from './limits/limits.ts';
import { plant } from './plant.ts';
import type { Seed } from './seed.ts';
import { loadState, type Snapshot, takeSnapshot } from './snapshot/snapshot.ts';
import { createApp, keyPair } from './state/app.ts';
import { findAccount } from './state/look-up.ts';
import { createState, type State, type Token } from './state/state.ts';
import { createWebhooks } from './webhooks/deliver.ts';
import type { Delivery } from './webhooks/delivery.ts';
import type { WebhookTarget } from './webhooks/post.ts';
import { formatTime, type World } from './world.ts';

export interface EmulatorOptions {
  /** 0, the default, takes any that is free. */
  port?: number;
  host?: string;
  seed?: Seed;
  /** What time it is there; the system's clock unless given. */
  clock?: () => Date;
  webhookSecret?: string;
  /** Where webhooks go; without it none are made. */
  webhookUrl?: string;
  /** GitHub's limits, `{}` for its own numbers; without it everything is counted and nothing refused. */
  limits?: LimitOptions;
  /** What it goes on from, in the place of a seed; the time is the clock's, and the app has new keys. */
  snapshot?: Snapshot;
  /** From what GUIDs and tokens are made; with the same seed they are the same. */
  idSeed?: string;
  /** What every request, answer and webhook is held to, null for nothing; that of `holdEmulatorsTo` unless given. */
  contract?: Contract | null;
}

/** An emulated GitHub that answers. */
export interface Emulator extends Controlled {
  /** Base of the pages' addresses. */
  url: string;
  /** `baseUrl` for Octokit and Probot. */
  apiUrl: string;
  graphqlUrl: string;
  app: { id: number; slug: string; readonly privateKey: string; readonly webhookSecret: string };
  /** All that is known here, to look at. */
  state: State;
  /**
   * A person's token; one that is `readOnly` is told of every write what a workflow's token is told on a pull request
   * from a fork. With `scopes` it is a classic one that has no more than these.
   *
   * @throws RangeError for a login that nobody has.
   */
  as(
    login: string,
    options?: { readOnly?: boolean; scopes?: string[] | null },
  ): { login: string; id: number; token: string };
  /** Every webhook so far, the oldest first; complete after `settled()`. */
  deliveries: Delivery[];
  /** Every request so far, the oldest first. */
  requests: RequestRecord[];
  /** What was not as the contract has it, the oldest first; the request that caused it was answered with 500. */
  violations: Violation[];
  /** Forgets the requests so far. */
  resetRequests(): void;
  setWebhookUrl(url: string | null): void;
  /** Sends an event of the app itself, such as `installation`. */
  sendWebhook(event: string, payload: Record<string, unknown>): void;
  /** Lets a person press a button of a check run. @throws RangeError for a run or a person that is not there. */
  requestAction(checkRunId: number, identifier: string, login: string): void;
  /** Sends a delivery again, with the same GUID. @throws RangeError for a GUID that was not delivered. */
  redeliver(guid: string): Promise<Delivery>;
  close(): Promise<void>;
}

/**
 * Starts a GitHub that fits in a process, with all owners' repositories open to its one app.
 *
 * @throws Error when the port is taken; RangeError when the seed contradicts itself, ZodError for limits that are none.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { port = 0, host = '127.0.0.1', webhookSecret = 'emulated-secret' } = options;
  const seed = options.seed ?? {};
  const target: WebhookTarget = { url: null, secret: webhookSecret, contentType: 'json', insecureSsl: '0' };
  const clock = createClock(options.clock ?? (() => new Date()), () => webhooks.release());
  const now = () => formatTime(clock.now());
  const { snapshot, idSeed = 'emulator' } = options;
  if (snapshot && options.seed)
    throw new RangeError('a snapshot holds all that a seed would give: it is one or the other');
  const state = snapshot
    ? loadState(snapshot)
    : createState((ids) => createApp(ids, { slug: 'remit', ...seed.app }, now()), idSeed);
  const world: World = {
    state,
    url: '',
    now,
    announce: (announcement) => webhooks.announce(announcement),
    tellApp: (event, payload) => webhooks.send(event, payload),
    hook: () => ({ ...webhooks, target }),
    isHeard: () => target.url !== null,
    limits: createLimits(() => Math.floor(clock.now().getTime() / 1000), options.limits ?? null),
    unknownRoutes: [],
    hold: createHold(options.contract === undefined ? usualContract() : options.contract),
  };
  const webhooks = createWebhooks(world, target, snapshot?.deliveries);
  if (!snapshot) plant(world, seed);
  target.url = options.webhookUrl ?? null;
  const requests: RequestRecord[] = [];
  const faults = createFaults();
  const answer = failByRule(faults, { world, respond: createResponder(world, requests), requests });
  const controlled: Controlled = {
    faults,
    limits: world.limits,
    webhooks: webhooks.disturbances,
    clock,
    settled: webhooks.settled,
    installations: createInstallations(world),
    snapshot: () => takeSnapshot(state, webhooks.deliveries, now()),
    unknownRoutes: world.unknownRoutes,
  };
  const respond = async (incoming: Incoming) => {
    if (isControl(incoming)) return answerControl(incoming, controlled);
    const leave = world.limits.enter();
    return answer(incoming).finally(leave);
  };
  const server = await listen(world, { host, port }, respond, webhooks.release);
  world.url = server.url;

  return {
    url: server.url,
    apiUrl: `${server.url}/api/v3`,
    graphqlUrl: `${server.url}/api/graphql`,
    app: {
      id: state.app.id,
      slug: state.app.slug,
      get privateKey() {
        return keyPair().privateKey;
      },
      get webhookSecret() {
        return target.secret;
      },
    },
    state,
    as: (login, { readOnly = false, scopes = null } = {}) => tokenFor(state, login, { isReadOnly: readOnly, scopes }),
    deliveries: webhooks.deliveries,
    requests,
    ...controlled,
    violations: world.hold.violations,
    resetRequests: () => void requests.splice(0),
    setWebhookUrl: (url) => {
      target.url = url;
    },
    sendWebhook: webhooks.send,
    redeliver: webhooks.redeliver,
    requestAction: (checkRunId, identifier, login) => pressAction(world, checkRunId, { identifier, login }),
    async close() {
      webhooks.close();
      await server.close();
    },
  };
}

function tokenFor(
  state: State,
  login: string,
  { isReadOnly, scopes }: { isReadOnly: boolean; scopes: string[] | null },
) {
  const account = findAccount(state, login);
  if (!account) throw new RangeError(`nobody here is called ${login}`);
  const isSame = (each: Token) =>
    each.kind === 'user' &&
    each.account === account &&
    each.isReadOnly === isReadOnly &&
    String(each.scopes) === String(scopes);
  const token = [...state.tokens.values()].find(isSame)?.token ?? state.ids.nextToken('ghp');
  state.tokens.set(token, { kind: 'user', token, account, isReadOnly, scopes });
  return { login: account.login, id: account.id, token };
}
