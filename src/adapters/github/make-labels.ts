import type { IssueRef } from '../../model/facts.ts';
import { type Client, changeRest } from './client.ts';
import { Refused } from './errors.ts';

/** Grey: they tell of something that isn't there. */
const color = 'ededed';
const description = 'Set and taken off by Remit';

/**
 * Makes labels of Remit's own in the issue's repository, a request each; one that somebody made meanwhile is no error.
 * @returns the number of requests. Errors: as `changeRest`.
 */
export async function makeLabels(client: Client, { owner, repository }: IssueRef, names: string[]): Promise<number> {
  for (const name of names) {
    try {
      await changeRest(client, 'POST /repos/{owner}/{repo}/labels', {
        owner,
        repo: repository,
        name,
        color,
        description,
      });
    } catch (error) {
      if (!(error instanceof Refused && error.status === 422)) throw error;
    }
  }
  return names.length;
}
