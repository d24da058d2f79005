import { executeGraphQL } from '../graphql/execute.ts';
import { findPage } from '../pages/find-page.ts';
import { notFound, Refusal, unauthorized } from '../refusal.ts';
import { routes } from '../rest/routes.ts';
import type { Actor, World } from '../world.ts';
import { authenticate, type Identity } from './authenticate.ts';
import type { Answer } from './call.ts';
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
}

const docs = 'https://docs.github.com/rest';
const findRoute = createRouter(routes);

/** Makes the function that answers every request and writes it into `requests`. */
export function createResponder(world: World, requests: RequestRecord[]): (incoming: Incoming) => Promise<Outgoing> {
  let count = 0;
  return async (incoming) => {
    const { method, path } = incoming;
    const record: RequestRecord = { method, path, route: null, operation: null, kind: null, status: 0, actor: null };
    count += 1;
    const answer = await answerTo(world, incoming, record, requests).catch(refuse);
    record.status = answer.status;
    requests.push(record);
    return toOutgoing(world, answer, count);
  };
}

async function answerTo(
  world: World,
  incoming: Incoming,
  record: RequestRecord,
  requests: RequestRecord[],
): Promise<Answer> {
  const path = incoming.path.replace(/^\/api\/v3(?=\/|$)/, '') || '/';
  const isGraphQL = incoming.method === 'POST' && /^(\/api)?\/graphql\/?$/.test(path);
  const found = isGraphQL ? null : findRoute(incoming.method === 'HEAD' ? 'GET' : incoming.method, path);
  const page = isGraphQL || found ? null : findPage(world, incoming.method, incoming.path);
  if (page) return page;
  const identity = authenticate(world, incoming.headers.authorization);
  record.actor = identity.actor?.account.login ?? null;
  const body = readJson(incoming.body);
  if (isGraphQL) return answerGraphQL(world, identity, body, record, requests);
  if (!found) throw notFound();
  record.route = found.route;
  const { method, path: asked, query, headers } = incoming;
  return found.handle({ world, method, path: asked, params: found.params, query, body, headers, ...identity });
}

async function answerGraphQL(
  world: World,
  { actor }: Identity,
  body: Record<string, unknown>,
  record: RequestRecord,
  requests: RequestRecord[],
): Promise<Answer> {
  if (!actor) throw unauthorized('This endpoint requires you to be authenticated.');
  if (typeof body.query !== 'string') {
    throw new Refusal(400, 'A query attribute must be specified and must be a string.');
  }
  const used = requests.filter(({ kind }) => kind !== null).length + 1;
  const request = { query: body.query, variables: variablesOf(body), operationName: nameOf(body) };
  const outcome = await executeGraphQL(request, contextFor(world, actor, used));
  record.kind = outcome.kind;
  record.operation = outcome.kind && `${outcome.kind} ${outcome.name ?? ''}`.trim();
  return { status: 200, body: outcome.body };
}

function contextFor(world: World, actor: Actor, used: number) {
  return { world, actor, used };
}

function variablesOf({ variables }: Record<string, unknown>): Record<string, unknown> {
  return typeof variables === 'object' && variables !== null ? (variables as Record<string, unknown>) : {};
}

function nameOf({ operationName }: Record<string, unknown>): string | null {
  return typeof operationName === 'string' ? operationName : null;
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

function refuse(error: unknown): Answer {
  if (!(error instanceof Refusal)) throw error;
  const { status, message, errors } = error;
  return { status, body: { message, ...(errors ? { errors } : {}), documentation_url: docs, status: String(status) } };
}

function toOutgoing(world: World, answer: Answer, count: number): Outgoing {
  const now = Math.floor(Date.parse(world.now()) / 1000);
  const headers: Record<string, string> = {
    ...(answer.body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    'x-github-media-type': 'github.v3; format=json',
    'x-github-request-id': `EMUL:${count.toString(16).toUpperCase().padStart(8, '0')}`,
    'x-ratelimit-limit': '5000',
    'x-ratelimit-remaining': '4999',
    'x-ratelimit-used': '1',
    'x-ratelimit-reset': String(now + 3600),
    'x-ratelimit-resource': 'core',
    ...answer.headers,
  };
  return {
    status: answer.status,
    headers,
    body: answer.raw ?? (answer.body === undefined ? '' : JSON.stringify(answer.body)),
  };
}
