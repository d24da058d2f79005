import { findPage } from '../pages/find-page.ts';
import { notFound, Refusal } from '../refusal.ts';
import { routes } from '../rest/routes.ts';
import type { World } from '../world.ts';
import { answerGraphQL } from './answer-graphql.ts';
import { authenticate } from './authenticate.ts';
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
/** Told, but not held to: only GitHub limits. */
const hourlyLimit = 5000;
const findRoute = createRouter(routes);

interface Tally {
  requests: number;
  graphql: number;
}

/** Makes the function that answers every request and writes it into `requests`. */
export function createResponder(world: World, requests: RequestRecord[]): (incoming: Incoming) => Promise<Outgoing> {
  const tally: Tally = { requests: 0, graphql: 0 };
  return async (incoming) => {
    const { method, path } = incoming;
    const record: RequestRecord = { method, path, route: null, operation: null, kind: null, status: 0, actor: null };
    tally.requests += 1;
    const answer = await answerTo(world, incoming, record, tally).catch(refuse);
    record.status = answer.status;
    requests.push(record);
    return toOutgoing(world, answer, tally);
  };
}

async function answerTo(world: World, incoming: Incoming, record: RequestRecord, tally: Tally): Promise<Answer> {
  const path = incoming.path.replace(/^\/api\/v3(?=\/|$)/, '') || '/';
  const isGraphQL = incoming.method === 'POST' && /^(\/api)?\/graphql\/?$/.test(path);
  const found = isGraphQL ? null : findRoute(incoming.method === 'HEAD' ? 'GET' : incoming.method, path);
  const page = isGraphQL || found ? null : findPage(world, incoming.method, incoming.path);
  if (page) return page;
  const identity = authenticate(world, incoming.headers.authorization);
  record.actor = identity.actor?.account.login ?? null;
  const body = readJson(incoming.body);
  if (isGraphQL) {
    tally.graphql += 1;
    const { answer, kind, operation } = await answerGraphQL(world, identity, body, tally.graphql);
    Object.assign(record, { kind, operation });
    return answer;
  }
  if (!found) throw notFound();
  record.route = found.route;
  const { method, path: asked, query, headers } = incoming;
  return found.handle({ world, method, path: asked, params: found.params, query, body, headers, ...identity });
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

function toOutgoing(world: World, answer: Answer, { requests }: Tally): Outgoing {
  const now = Math.floor(Date.parse(world.now()) / 1000);
  const used = Math.min(requests, hourlyLimit - 1);
  const headers: Record<string, string> = {
    ...(answer.body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    'x-github-media-type': 'github.v3; format=json',
    'x-github-request-id': `EMUL:${requests.toString(16).toUpperCase().padStart(8, '0')}`,
    'x-ratelimit-limit': String(hourlyLimit),
    'x-ratelimit-remaining': String(hourlyLimit - used),
    'x-ratelimit-used': String(used),
    'x-ratelimit-reset': String(now + 3600),
    'x-ratelimit-resource': 'core',
    ...answer.headers,
  };
  const body = answer.raw ?? (answer.body === undefined ? '' : JSON.stringify(answer.body));
  return { status: answer.status, headers, body };
}
