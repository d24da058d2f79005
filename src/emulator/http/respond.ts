import { readOperation } from '../graphql/read-operation.ts';
import { anonymous } from '../limits/caller.ts';
import { callerOf } from '../limits/caller-of.ts';
import type { Metered } from '../limits/limits.ts';
import { findPage } from '../pages/find-page.ts';
import { notFound, Refusal } from '../refusal.ts';
import { routes } from '../rest/routes.ts';
import type { World } from '../world.ts';
import { answerGraphQL } from './answer-graphql.ts';
import { versionAsked } from './api-version.ts';
import { authenticate } from './authenticate.ts';
import type { Answer } from './call.ts';
import { etagOf, hasAlready } from './etag.ts';
import { describeMediaType, mediaParameter } from './media-type.ts';
import { namedPath } from './named-path.ts';
import { renderBodies } from './render-bodies.ts';
import { createRouter } from './router.ts';
import type { Incoming, Outgoing } from './server.ts';

/** One request that was answered. */
export interface RequestRecord {
  method: string;
  path: string;
  /** The route of the REST API that answered, as GitHub's docs write it; null for GraphQL, pages and unknown routes. */
  route: string | null;
  /** Of a GraphQL request: `query Name` or `mutation Name`; null for everything else. */
  operation: string | null;
  kind: 'query' | 'mutation' | null;
  status: number;
  /** Login of who asked; null for nobody and for the app itself. */
  actor: string | null;
  /** The kind of fault that a rule made of it. */
  fault?: string;
}

/** Answers a request, by another world where the answer is to be an old one. */
export type Respond = (incoming: Incoming, world?: World, fault?: string) => Promise<Outgoing>;

const docs = 'https://docs.github.com/rest';
const findRoute = createRouter(routes);

/** Makes the function that answers every request and writes it into `requests`. */
export function createResponder(present: World, requests: RequestRecord[]): Respond {
  let count = 0;
  return async (incoming, world = present, fault) => {
    const { method, path } = incoming;
    const record: RequestRecord = { method, path, route: null, operation: null, kind: null, status: 0, actor: null };
    if (fault !== undefined) record.fault = fault;
    count += 1;
    const metered: Metered = { caller: anonymous, resource: 'core', isWrite: false, isFree: true };
    const answer = await answerTo(world, incoming, record, metered).catch(refuse);
    const outgoing = held(world, incoming, { record, answer, tally: { count, metered } });
    record.status = outgoing.status;
    requests.push(record);
    return outgoing;
  };
}

interface Held {
  record: RequestRecord;
  answer: Answer;
  tally: { count: number; metered: Metered };
}

/** The answer as it goes out; 500 in its place where GitHub would not give it. */
function held(world: World, incoming: Incoming, { record, answer, tally }: Held): Outgoing {
  const outgoing = toOutgoing(world, incoming, answer, tally);
  const { route, kind } = record;
  if (!route || kind) return outgoing;
  const { accept = '' } = incoming.headers;
  const contentType = outgoing.headers['content-type'] ?? null;
  try {
    world.hold.answer({ route, status: answer.status, contentType, accept, body: answer.body });
    // What is refused may be as wrong as it likes.
    if (answer.status < 400) world.hold.request({ route, query: incoming.query, body: incoming.body });
    return outgoing;
  } catch (error) {
    return toOutgoing(world, incoming, refuse(error), tally);
  }
}

async function answerTo(world: World, incoming: Incoming, record: RequestRecord, metered: Metered): Promise<Answer> {
  const path = namedPath(world, apiPath(incoming.path));
  const isGraphQL = incoming.method === 'POST' && isGraphQLPath(path);
  const found = isGraphQL ? null : findRoute(incoming.method === 'HEAD' ? 'GET' : incoming.method, path);
  const page = isGraphQL || found ? null : findPage(world, incoming.method, incoming.path);
  if (page) return page;
  if (!found && !isGraphQL) noteUnknown(world, `${incoming.method} ${path}`);
  const identity = authenticate(world, incoming.headers.authorization);
  record.actor = identity.actor?.account.login ?? null;
  const body = readJson(incoming.body);
  Object.assign(
    metered,
    { caller: callerOf(identity) },
    meterOf(world, incoming.method, path, isGraphQL ? body : null),
  );
  const refused = world.limits.admit(metered);
  if (refused) return refused;
  if (isGraphQL) {
    const { answer, kind, operation, cost } = await answerGraphQL(world, identity, body);
    world.limits.charge(metered, cost - 1);
    Object.assign(record, { kind, operation });
    return answer;
  }
  if (!found) throw notFound();
  record.route = found.route;
  const { method, path: asked, query, headers } = incoming;
  const version = versionAsked(headers);
  const { route, params } = found;
  const answer = found.handle({ world, method, path: asked, route, params, query, body, headers, ...identity });
  return {
    ...answer,
    body: renderBodies(answer.body, mediaParameter(headers)),
    headers: { ...answer.headers, 'x-github-api-version-selected': version },
  };
}

function noteUnknown({ unknownRoutes }: World, route: string): void {
  if (!unknownRoutes.includes(route)) unknownRoutes.push(route);
}

/** The path below the root of the REST API, be it that of api.github.com or of one's own server. */
export function apiPath(path: string): string {
  return path.replace(/^\/api\/v3(?=\/|$)/, '') || '/';
}

export function isGraphQLPath(path: string): boolean {
  return /^(\/api)?\/graphql\/?$/.test(path);
}

function meterOf(
  world: World,
  method: string,
  path: string,
  graphql: Record<string, unknown> | null,
): Omit<Metered, 'caller'> {
  if (graphql) {
    // Only where it matters is the query read once more.
    const isWrite = world.limits.held() !== null && readOperation(graphql)?.kind === 'mutation';
    return { resource: 'graphql', isWrite, isFree: false };
  }
  const isToken = path.endsWith('/access_tokens');
  const isWrite = method !== 'GET' && method !== 'HEAD' && !isToken;
  return { resource: path.startsWith('/search/') ? 'search' : 'core', isWrite, isFree: path === '/rate_limit' };
}

/** @throws Refusal 400 for what is no JSON; a list counts as what it may be for: labels. */
function readJson(text: string): Record<string, unknown> {
  if (text.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal(400, 'Problems parsing JSON');
  }
  if (Array.isArray(value)) return { labels: value };
  if (typeof value !== 'object' || value === null) throw new Refusal(400, 'Body should be a JSON object');
  return value as Record<string, unknown>;
}

/** A fault of the emulator's own is shown with its cause: only developers ever see it. */
function refuse(error: unknown): Answer {
  if (!(error instanceof Refusal)) {
    const cause = error instanceof Error ? error.stack : String(error);
    return { status: 500, body: { message: `The emulator failed: ${cause}`, documentation_url: docs, status: '500' } };
  }
  const { status, message, errors = error.reasons } = error;
  return { status, body: { message, ...(errors ? { errors } : {}), documentation_url: docs, status: String(status) } };
}

function toOutgoing(
  world: World,
  incoming: Incoming,
  answer: Answer,
  { count, metered }: { count: number; metered: Metered },
): Outgoing {
  const body = answer.raw ?? (answer.body === undefined ? '' : JSON.stringify(answer.body));
  const etag = etagOf(incoming, { status: answer.status, body });
  const isKnown = etag !== null && hasAlready(incoming, etag);
  if (isKnown && !metered.isFree) world.limits.refund(metered);
  const { limit, remaining, used, reset } = world.limits.standing(metered.caller, metered.resource);
  const headers: Record<string, string> = {
    ...(answer.body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...(etag === null ? {} : { etag, 'cache-control': 'private, max-age=60, s-maxage=60' }),
    'x-github-media-type': describeMediaType(incoming.headers),
    'x-github-request-id': `EMUL:${count.toString(16).toUpperCase().padStart(8, '0')}`,
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-used': String(used),
    'x-ratelimit-reset': String(reset),
    'x-ratelimit-resource': metered.resource,
    ...answer.headers,
  };
  return isKnown ? { status: 304, headers, body: '' } : { status: answer.status, headers, body };
}
