import type { Outgoing } from '../http/server.ts';

/** What GitHub says when it fails, by status; source: its status pages' sentences as clients have met them. */
const sentences: Record<number, string> = {
  502: 'Server Error',
  503: 'No server is currently available to service your request. Sorry about that. Please try resubmitting your request and contact us if the problem persists.',
  504: "We couldn't respond to your request in time. Sorry about that. Please try resubmitting your request and contact us if the problem persists.",
};

/** @returns the answer of a GitHub that fails, in the form of REST or of GraphQL. */
export function failure(status: number, { isGraphQL }: { isGraphQL: boolean }): Outgoing {
  const message = sentences[status] ?? 'Server Error';
  const body = isGraphQL ? { data: null, errors: [{ message: somethingWrong }] } : { message };
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) };
}

export const somethingWrong =
  'Something went wrong while executing your query. This may be the result of a timeout, or it could be a GitHub bug. Please include `EMUL` when reporting this issue.';
