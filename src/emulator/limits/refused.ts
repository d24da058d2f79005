import type { Caller } from './caller.ts';

/** An answer that says no. */
export interface Refused {
  status: number;
  headers?: Record<string, string>;
  body: unknown;
}

/** Source: GitHub docs, Rate limits for the REST API, Exceeding the rate limit. */
const about = 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api';

export function primaryLimit(caller: Caller, status: number): Refused {
  const hint = caller.isAnonymous
    ? ". (But here's the good news: Authenticated requests get a higher rate limit. Check out the documentation for more details.)"
    : '.';
  const message = `API rate limit exceeded for ${caller.name}${hint}`;
  return { status, body: { message, documentation_url: about, status: String(status) } };
}

/** GraphQL says it with status 200, as it says everything. */
export function primaryGraphQLLimit(caller: Caller): Refused {
  const message = `API rate limit exceeded for ${caller.name}.`;
  return { status: 200, body: { errors: [{ type: 'RATE_LIMITED', message }] } };
}

export function secondaryLimit(status: number, seconds: number): Refused {
  return refusedFor(
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    status,
    seconds,
  );
}

export function contentLimit(status: number, seconds: number): Refused {
  return refusedFor(
    'You have exceeded a secondary rate limit and have been temporarily blocked from content creation. Please retry your request again later.',
    status,
    seconds,
  );
}

function refusedFor(message: string, status: number, seconds: number): Refused {
  return {
    status,
    headers: { 'retry-after': String(seconds) },
    body: { message, documentation_url: `${about}#about-secondary-rate-limits`, status: String(status) },
  };
}
