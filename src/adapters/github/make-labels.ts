import type { IssueRef } from '../../model/facts.ts';
import type { NewLabel } from './changes.ts';
import { type Client, changeRest } from './client.ts';
import { Refused } from './errors.ts';

/**
 * Makes labels in the issue's repository, a request each; one that somebody made meanwhile is no error.
 * @returns the number of requests. Errors: as `changeRest`.
 */
export async function makeLabels(client: Client, { owner, repository }: IssueRef, labels: NewLabel[]): Promise<number> {
  for (const { name, color, description } of labels) {
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
  return labels.length;
}
