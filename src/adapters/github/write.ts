import { type IssueFacts, printRef } from '../../model/facts.ts';
import type { Effect } from '../../model/plan.ts';
import { type Changes, changesFor } from './changes.ts';
import { type Client, change } from './client.ts';
import { explainChange, type GraphError, Refused } from './errors.ts';
import { type Ids, lookUp } from './look-up.ts';
import { makeLabels } from './make-labels.ts';

/** One field of a GraphQL mutation. */
interface Mutation {
  field: string;
  /** Name of the GraphQL type of its input. */
  type: string;
  input: Record<string, unknown>;
}

/**
 * Writes what the effects change in one request, after another one that looks up what is written by name; labels of
 * Remit's own are made where the repository has none. GitHub does the parts one after the other, and what one of them
 * can't do does not stop the rest.
 * Errors: `Refused` when a label or a milestone isn't there, after the rest was written; `Outdated` when the issue or a
 * comment is no longer what was read; `Unreachable`.
 */
export async function writeEffects(client: Client, issue: IssueFacts, effects: Effect[]): Promise<number> {
  const changes = changesFor(issue, effects);
  const ids = await lookUpOrMake(client, issue, changes);
  const mutations = mutationsFor(issue, changes, ids);
  if (mutations.length > 0) await send(client, issue, mutations);
  const absent = [
    ...ids.absentLabels.map((name) => `no label “${name}”`),
    ...(ids.absentMilestone === null ? [] : [`no milestone “${ids.absentMilestone}”`]),
  ];
  if (absent.length > 0) {
    const { owner, repository } = issue.ref;
    throw new Refused(`${owner}/${repository} has ${absent.join(' and ')}: create it, or mend the configuration`);
  }
  return ids.requests + (mutations.length > 0 ? 1 : 0);
}

async function lookUpOrMake(client: Client, issue: IssueFacts, changes: Changes): Promise<Ids> {
  const ids = await lookUp(client, issue, changes);
  const own = ids.absentLabels.filter((name) => changes.ownLabels.includes(name));
  if (own.length === 0) return ids;
  const made = await makeLabels(client, issue.ref, own);
  const all = await lookUp(client, issue, changes);
  return { ...all, requests: ids.requests + made + all.requests };
}

function mutationsFor(issue: IssueFacts, changes: Changes, ids: Ids): Mutation[] {
  const mutations: Mutation[] = [];
  const add = (field: string, input: Record<string, unknown>) =>
    mutations.push({ field, type: `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`, input });
  if (changes.removeLabels.length > 0) {
    const labelIds = changes.removeLabels.map(({ id }) => id);
    add('removeLabelsFromLabelable', { labelableId: issue.id, labelIds });
  }
  if (ids.labels.length > 0) add('addLabelsToLabelable', { labelableId: issue.id, labelIds: ids.labels });
  if (changes.milestone === null || ids.milestone !== null) {
    if (issue.isPullRequest) add('updatePullRequest', { pullRequestId: issue.id, milestoneId: ids.milestone });
    else add('updateIssue', { id: issue.id, milestoneId: ids.milestone });
  }
  if (changes.comment) {
    const { in: where, body } = changes.comment;
    if (where === 'new') add('addComment', { subjectId: issue.id, body });
    else add('updateIssueComment', { id: where.id, body });
  }
  for (const id of changes.deleteComments) add('deleteIssueComment', { id });
  return mutations;
}

async function send(client: Client, { ref }: IssueFacts, mutations: Mutation[]): Promise<void> {
  const doing = `writing to ${printRef(ref)}`;
  const { errors } = await change(client, {
    document: mutationDocument(mutations),
    variables: Object.fromEntries(mutations.map(({ input }, index) => [`input${index}`, input])),
    doing,
  });
  const faults = errors.filter((error) => !isGoneAlready(error, mutations));
  if (faults.length > 0) throw explainChange(faults, doing);
}

/** Whoever deleted the comment before us did what was to be done. */
function isGoneAlready({ type, path }: GraphError, mutations: Mutation[]): boolean {
  const index = Number(String(path?.[0]).replace('change', ''));
  return type === 'NOT_FOUND' && mutations[index]?.field === 'deleteIssueComment';
}

function mutationDocument(mutations: Mutation[]): string {
  const parameters = mutations.map(({ type }, index) => `$input${index}: ${type}!`).join(', ');
  const fields = mutations.map(({ field }, index) => `change${index}: ${field}(input: $input${index}) { __typename }`);
  return `mutation (${parameters}) {\n  ${fields.join('\n  ')}\n}`;
}
