import type { IssueRef } from '../../model/facts.ts';
import { wasReopened, withReopenedMark } from '../../text/milestone-marker.ts';
import { type Client, changeRest, fetchRest } from './client.ts';
import { isNotFound } from './errors.ts';

/** Source: GitHub docs, REST API, Milestones; GraphQL changes none. */
interface MilestoneNode {
  state: 'open' | 'closed';
  description: string | null;
}

/**
 * Opens a closed milestone again and marks it in the same request, so that it is done once: whoever closes it after that
 * has the last word. One that is gone, open or marked is left alone. @returns the number of requests.
 * Errors: as `fetchRest`.
 */
export async function reopenMilestone(
  client: Client,
  { owner, repository: repo }: IssueRef,
  number: number,
): Promise<number> {
  const place = { owner, repo, milestone_number: number };
  const route = '/repos/{owner}/{repo}/milestones/{milestone_number}';
  const found = (await fetchRest(client, `GET ${route}`, place).catch((error) => {
    if (isNotFound(error)) return null;
    throw error;
  })) as MilestoneNode | null;
  if (found === null || found.state === 'open' || wasReopened(found.description)) return 1;
  await changeRest(client, `PATCH ${route}`, {
    ...place,
    state: 'open',
    description: withReopenedMark(found.description),
  });
  return 2;
}
