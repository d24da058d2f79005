import { explain, explainGraph, type GraphError, type Headers, Unreachable } from './errors.ts';

/** What is needed of an Octokit; Probot's and our own both fit. */
export interface Client {
  graphql(query: string, variables: Record<string, unknown>): Promise<unknown>;
  request(
    route: string,
    parameters: Record<string, unknown>,
  ): Promise<{ data: unknown; status: number; headers?: { link?: string | undefined } }>;
}

/** A GraphQL request. Values travel as variables and never in the document, whatever people write. */
export interface GraphRequest {
  document: string;
  variables: Record<string, unknown>;
  /** Completes “GitHub refused …”: `reading octo-org/octo-repo#1`. */
  doing: string;
}

/** What came back. With `errors`, parts of `data` are `null`; who asked knows which of them can be done without. */
export interface Answer<Data> {
  data: Data;
  errors: GraphError[];
}

/** Asks for data. Errors: `Unreachable` or `Refused` when there is no data at all. */
export async function ask<Data>(client: Client, { document, variables, doing }: GraphRequest): Promise<Answer<Data>> {
  try {
    return { data: objectOf(await client.graphql(document, variables)) as Data, errors: [] };
  } catch (error) {
    const answer = answerIn(error);
    if (!answer) throw explain(error);
    if (answer.data === null) throw explainGraph(answer.errors, doing, answer.headers);
    return { data: answer.data as Data, errors: answer.errors };
  }
}

/**
 * Changes things. It is tried once: an answer that never came does not say that nothing was done, and a second try
 * could write a second comment. Who reads again sees what was done. Errors: as `ask`.
 */
export function change<Data>(client: Client, request: GraphRequest): Promise<Answer<Data>> {
  return ask<Data>(client, { ...request, variables: { ...request.variables, request: { retries: 0 } } });
}

/** A REST request, for what GraphQL has not. Errors: `Unreachable` or `Refused`. */
export async function fetchRest(client: Client, route: string, parameters: Record<string, unknown>): Promise<unknown> {
  return (await requestRest(client, route, parameters)).data;
}

/** @returns the status of an answer, that of a redirection too, which is not followed. Errors: as `fetchRest`. */
export async function fetchStatus(client: Client, route: string, parameters: Record<string, unknown>): Promise<number> {
  return (await requestRest(client, route, { ...parameters, request: { redirect: 'manual' } })).status;
}

async function requestRest(client: Client, route: string, parameters: Record<string, unknown>) {
  try {
    return await client.request(route, parameters);
  } catch (error) {
    throw explain(error);
  }
}

/** As many as GitHub gives on a page of a list. */
const mostOnPage = 100;

/** A REST list, all pages of it; where the answer is no list itself, `field` is what holds it. Errors: as `fetchRest`. */
export async function fetchPages<Item>(
  client: Client,
  route: string,
  parameters: Record<string, unknown>,
  field?: string,
): Promise<Item[]> {
  const items: Item[] = [];
  for (let page = 1; ; page++) {
    const answer = await fetchRest(client, route, { ...parameters, per_page: mostOnPage, page });
    const found = field === undefined ? answer : (objectOf(answer) as Record<string, unknown>)[field];
    if (!Array.isArray(found)) throw notGitHub();
    items.push(...found);
    if (found.length < mostOnPage) return items;
  }
}

/** A REST list whose pages are found by where the one before ended, page by page. Errors: as `fetchRest`. */
export async function* fetchByCursor<Item>(
  client: Client,
  route: string,
  parameters: Record<string, unknown>,
): AsyncGenerator<Item[]> {
  let cursor: string | null = null;
  do {
    const after: Record<string, unknown> = cursor === null ? {} : { cursor };
    const { data, headers } = await requestRest(client, route, { ...parameters, per_page: mostOnPage, ...after });
    if (!Array.isArray(data)) throw notGitHub();
    yield data;
    cursor = nextCursor(headers?.link);
  } while (cursor !== null);
}

/** Source: GitHub docs, Using pagination in the REST API, the `Link` header. */
function nextCursor(link = ''): string | null {
  const [, address = ''] = /<([^>]*)>;\s*rel="next"/.exec(link) ?? [];
  return URL.canParse(address) ? new URL(address).searchParams.get('cursor') : null;
}

/** A REST request that changes something; tried once, as `change`. Errors: as `fetchRest`. */
export function changeRest(client: Client, route: string, parameters: Record<string, unknown>): Promise<unknown> {
  return fetchRest(client, route, { ...parameters, request: { retries: 0 } });
}

const notGitHub = () => new Unreachable('what answers at the API’s address is not GitHub: no data in its answer');

/** A proxy's page comes with status 200, too. */
function objectOf(data: unknown): object {
  if (typeof data === 'object' && data !== null) return data;
  throw notGitHub();
}

/** Octokit throws on an answer with errors, though it holds data as well. */
function answerIn(error: unknown): { data: object | null; errors: GraphError[]; headers: Headers } | null {
  if (typeof error !== 'object' || error === null) return null;
  if (!('errors' in error) || !Array.isArray(error.errors)) return null;
  const data = 'data' in error && typeof error.data === 'object' ? error.data : null;
  const headers = 'headers' in error ? (error.headers as Headers) : {};
  return { data, errors: error.errors as GraphError[], headers };
}
