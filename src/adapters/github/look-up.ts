import type { IssueFacts } from '../../model/facts.ts';
import type { Changes } from './changes.ts';
import { ask, type Client } from './client.ts';
import { explainGraph } from './errors.ts';
import { type List, seen } from './issue-answer.ts';

/** Node ids of what is written by name. */
export interface Ids {
  labels: string[];
  /** `null` where none is to be set. */
  milestone: string | null;
  /** Names that the repository doesn't have. */
  absentLabels: string[];
  absentMilestone: string | null;
  requests: number;
}

interface LookUpAnswer {
  /** `label0`, `label1`, … in the order of the names. */
  repository: ({ milestones?: Milestones } & Record<string, unknown>) | null;
}

type Milestones = List<{ id: string; title: string; state: 'OPEN' | 'CLOSED' }> | null;

/** Looks up the ids of labels and of a milestone in one request; in none where nothing is written by name. */
export async function lookUp(client: Client, { ref }: IssueFacts, { addLabels, milestone }: Changes): Promise<Ids> {
  const title = milestone ?? null;
  if (addLabels.length === 0 && title === null)
    return { labels: [], milestone: null, absentLabels: [], absentMilestone: null, requests: 0 };
  const doing = `looking up labels and milestones of ${ref.owner}/${ref.repository}`;
  const { data, errors } = await ask<LookUpAnswer>(client, {
    document: lookUpDocument({ labels: addLabels.length, milestone: title !== null }),
    variables: {
      owner: ref.owner,
      name: ref.repository,
      ...Object.fromEntries(addLabels.map((name, index) => [`label${index}`, name])),
      ...(title === null ? {} : { title }),
    },
    doing,
  });
  const { repository } = data;
  if (errors.length > 0 || !repository) throw explainGraph(errors, doing);
  const labels = addLabels.map((_, index) => (repository[`label${index}`] as { id: string } | null)?.id ?? null);
  const found = title === null ? null : milestoneCalled(title, repository.milestones ?? null);
  return {
    labels: labels.filter((id) => id !== null),
    milestone: found,
    absentLabels: addLabels.filter((_, index) => labels[index] === null),
    absentMilestone: found === null ? title : null,
    requests: 1,
  };
}

/** GitHub's `query` finds what resembles the title, so that one page is enough. */
function lookUpDocument(wanted: { labels: number; milestone: boolean }): string {
  const indexes = Array.from({ length: wanted.labels }, (_, index) => index);
  const parameters = [
    ...indexes.map((index) => `, $label${index}: String!`),
    ...(wanted.milestone ? [', $title: String!'] : []),
  ];
  const fields = [
    ...indexes.map((index) => `label${index}: label(name: $label${index}) { id }`),
    ...(wanted.milestone ? ['milestones(first: 100, query: $title) { nodes { id title state } }'] : []),
  ];
  return `query ($owner: String!, $name: String!${parameters.join('')}) {
  repository(owner: $owner, name: $name) {
    ${fields.join('\n    ')}
  }
}`;
}

/** Should two be called the same, the open one is meant. */
function milestoneCalled(title: string, list: Milestones): string | null {
  const called = seen(list).filter((milestone) => milestone.title === title);
  return (called.find(({ state }) => state === 'OPEN') ?? called[0])?.id ?? null;
}
