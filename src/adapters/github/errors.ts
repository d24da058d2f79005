import type { MissingLabels } from '../../model/missing-labels.ts';
import type { Waiting } from '../../model/wait.ts';

/** GitHub did not answer, or asks to wait: nothing is known, so nothing may be claimed. Later it may work. */
export class Unreachable extends Error {
  override readonly name: string = 'Unreachable';
}

/** GitHub has been asked too much, and says how long to wait. */
export class Limited extends Unreachable implements Waiting {
  override readonly name: string = 'Limited';
  readonly waitSeconds: number;

  constructor(message: string, waitSeconds: number, options?: ErrorOptions) {
    super(message, options);
    this.waitSeconds = waitSeconds;
  }
}

/** Nothing is to be had of an installation that its owner has suspended; what is to be done there waits until it is not. */
export class Suspended extends Unreachable implements Waiting {
  readonly waitSeconds = 5 * 60;
}

/** GitHub said no: the same request will fail again until a person changes something. */
export class Refused extends Error {
  override readonly name: string = 'Refused';
  /** Of the answer, where it was one of the REST API. */
  readonly status: number | null;

  constructor(message: string, { status = null, ...options }: ErrorOptions & { status?: number | null } = {}) {
    super(message, options);
    this.status = status;
  }
}

/**
 * What was to be changed is no longer what was read: deleted, transferred, locked or archived meanwhile. Who reads again
 * sees what holds now; with what was read before, the same is refused for ever.
 */
export class Outdated extends Refused {
  override readonly name = 'Outdated';
}

/** GitHub gives no token for an installation: the App was uninstalled, and what is left to be done there is for nobody. */
export class NoInstallation extends Refused {
  override readonly name = 'NoInstallation';
}

/** Labels that were to be added are not there. Who knows it decides otherwise. */
export class LabelsMissing extends Refused implements MissingLabels {
  override readonly name = 'LabelsMissing';
  readonly missingLabels: string[];

  constructor(message: string, missingLabels: string[]) {
    super(message);
    this.missingLabels = missingLabels;
  }
}

/** One entry of `errors` in a GraphQL answer; source: GraphQL specification, Errors; `type` is GitHub's own. */
export interface GraphError {
  type?: string;
  message: string;
  path?: (string | number)[];
  /** `undefinedField` and the field's name, where the schema has no such field. */
  extensions?: { code?: string; fieldName?: string };
}

/** What Octokit's two classes of errors have in common with each other, as far as it is read here. */
interface OctokitError {
  message: string;
  status?: unknown;
  cause?: unknown;
  request?: { url?: unknown };
  response?: { headers?: Headers; data?: unknown };
}

/** Of an answer, their names in small letters. */
export type Headers = Record<string, unknown>;

/** @returns the error in words for the person who runs Remit; what is no error of Octokit's comes back as it is. */
export function explain(error: unknown): unknown {
  if (!isOctokitError(error)) return error;
  const reason = { cause: error };
  if (isRateLimit(error)) return limited(error.response?.headers, reason);
  if (!error.response) return new Unreachable(`${hostOf(error)} can’t be reached: ${networkFault(error)}`, reason);
  const status = Number(error.status);
  if (status >= 500)
    return new Unreachable(`${hostOf(error)} is out of order (HTTP ${status}): try again later`, reason);
  if (status === 404 && /\/access_tokens$/.test(String(error.request?.url)))
    return new NoInstallation('the App is not installed there', { ...reason, status });
  // So it answers to whoever asks for a token, and to whoever has one.
  if (status === 403 && /installation has been suspended/i.test(error.message))
    return new Suspended('the installation of the App is suspended', reason);
  return new Refused(refusal(status, error.message), { ...reason, status });
}

function refusal(status: number, message: string): string {
  if (status === 401) return 'GitHub does not accept the token: it is wrong, expired or withdrawn';
  if (status === 403) return `GitHub does not allow it to this token: ${oneLine(message)}`;
  return `GitHub refused the request (HTTP ${status}): ${oneLine(message)}`;
}

/**
 * @returns the errors of a GraphQL answer in words. `doing` completes the sentence: “reading octo-org/octo-repo#1”; of a
 * limit that is spent the answer's headers say until when.
 */
export function explainGraph(errors: GraphError[], doing: string, headers?: Headers): Error {
  const messages = [...new Set(errors.map(({ message }) => oneLine(message)))].join('; ');
  if (errors.some(({ type }) => type === 'RATE_LIMITED')) return limited(headers);
  if (errors.some(isFaultOfGitHub)) return new Unreachable(`GitHub failed at ${doing}: ${messages}`);
  return new Refused(`GitHub refused ${doing}: ${messages}`, { cause: errors });
}

/** Whether a GraphQL request was refused since GitHub's schema has no such field: an older Enterprise Server's. */
export function lacksField(error: unknown, field: string): boolean {
  if (!(error instanceof Refused) || !Array.isArray(error.cause)) return false;
  const errors = error.cause as GraphError[];
  return errors.some(({ extensions }) => extensions?.code === 'undefinedField' && extensions.fieldName === field);
}

/** @returns the errors of a change in words; `Outdated` where they say that it came too late. */
export function explainChange(errors: GraphError[], doing: string): Error {
  const error = explainGraph(errors, doing);
  return error instanceof Refused && errors.some(isTooLate) ? new Outdated(error.message) : error;
}

function isTooLate({ type, message }: GraphError): boolean {
  return type === 'NOT_FOUND' || /\b(?:locked|archived|read-only|disabled)\b/i.test(message);
}

/** Whether GitHub said that there is no such thing, or none that may be seen: it says the same of both. */
export function isNotFound(error: unknown): boolean {
  if (!(error instanceof Refused) || error instanceof NoInstallation) return false;
  return isOctokitError(error.cause) && error.cause.status === 404;
}

/** A host that isn't there, or where nobody listens, isn't there a second later either. */
export function isNoHost(error: unknown): boolean {
  return ['ENOTFOUND', 'ECONNREFUSED', 'ERR_INVALID_URL'].includes(codeOf(error) ?? '');
}

/** GitHub ends a query that takes over 10 seconds, and reports its own faults without a type; both pass. */
function isFaultOfGitHub({ type, message }: GraphError): boolean {
  if (type === 'SERVICE_UNAVAILABLE' || type === 'INTERNAL') return true;
  return type === undefined && /something went wrong|timed? ?out|temporarily/i.test(message);
}

function isOctokitError(error: unknown): error is OctokitError {
  return typeof error === 'object' && error !== null && ('request' in error || 'response' in error);
}

/** Source: GitHub docs, Rate limits for the REST API, Exceeding the rate limit: 403 or 429 for both kinds of limit. */
function isRateLimit({ status, message, response }: OctokitError): boolean {
  if (status === 429) return true;
  // Octokit's throttling gives no status to a limit that GraphQL reports in an answer with status 200.
  if (status !== 403 && status !== undefined) return false;
  const headers = response?.headers ?? {};
  return headers['x-ratelimit-remaining'] === '0' || 'retry-after' in headers || /rate limit/i.test(message);
}

function limited(headers: Headers = {}, reason: ErrorOptions = {}): Limited {
  return new Limited(`GitHub’s rate limit is spent${resumption(headers)}`, waitOf(headers), reason);
}

function resumption(headers: Headers): string {
  if (headers['retry-after']) return `: try again in ${Number(headers['retry-after'])} seconds`;
  const reset = Number(headers['x-ratelimit-reset']);
  return reset > 0 ? `: try again after ${new Date(reset * 1000).toISOString()}` : ': try again later';
}

/** Source: GitHub docs, Rate limits for the REST API: a minute at least where GitHub names no time. */
const shortestWait = 60;

/** In seconds. GitHub's own time is taken for the time that it names, since our clock may be wrong. */
function waitOf(headers: Headers): number {
  const after = Number(headers['retry-after']);
  if (after > 0) return after;
  const isSpent = headers['x-ratelimit-remaining'] === '0';
  const now = Date.parse(String(headers.date)) || Date.now();
  const untilReset = Number(headers['x-ratelimit-reset']) - now / 1000;
  return isSpent && untilReset > 0 ? Math.ceil(untilReset) + 1 : shortestWait;
}

function hostOf({ request }: OctokitError): string {
  const url = String(request?.url ?? '');
  return URL.canParse(url) ? new URL(url).host : 'GitHub';
}

function networkFault(error: OctokitError): string {
  switch (codeOf(error)) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'no such host, or no connection';
    case 'ECONNREFUSED':
      return 'nobody answers there';
    case 'ERR_INVALID_URL':
      return 'the address is no URL';
    default:
      return oneLine(error.message) || 'the connection broke';
  }
}

/** Node's fetch hides the system's code a few causes deep, several where a host has several addresses. */
function codeOf(error: unknown, depth = 0): string | null {
  if (depth > 5 || typeof error !== 'object' || error === null) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if ('errors' in error && Array.isArray(error.errors)) return codeOf(error.errors[0], depth + 1);
  return 'cause' in error ? codeOf(error.cause, depth + 1) : null;
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}
