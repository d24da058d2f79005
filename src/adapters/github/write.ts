import { type IssueFacts, printRef } from '../../model/facts.ts';
import type { Effect } from '../../model/plan.ts';
import { type Changes, changesFor } from './changes.ts';
import { type Client, change } from './client.ts';
import { explainChange, type GraphError, LabelsMissing, Refused } from './errors.ts';
import { type Ids, type KnownIds, lookUp } from './look-up.ts';
import { makeLabels } from './make-labels.ts';
import { deletion, type Mutation, mutationsFor } from './mutations.ts';
import { reopenMilestone } from './reopen-milestone.ts';
import { type WrittenComment, withTwins, writtenCommentFields } from './twins.ts';

/**
 * Writes what the effects change in one request, after another one that looks up what is written by name; labels that
 * the effects make are made before, where the repository has none. GitHub does the parts one after the other, and what
 * one of them can't do does not stop the rest.
 * Errors: `LabelsMissing` when a label isn't there, before anything else is written, since the rest may rest on it;
 * `Refused` when something else isn't, after the rest was written; `Outdated` when the issue or a comment is no longer
 * what was read; `Unreachable`.
 */
export async function writeEffects(
  client: Client,
  issue: IssueFacts,
  effects: Effect[],
  known: KnownIds = new Map(),
): Promise<number> {
  const changes = changesFor(issue, effects);
  const ids = await lookUpOrMake(client, issue, changes, known);
  const { absentLabels } = ids;
  if (absentLabels.length > 0) {
    throw new LabelsMissing(
      lacking(
        issue,
        absentLabels.map((name) => `label “${name}”`),
      ),
      absentLabels,
    );
  }
  let requests = ids.requests;
  for (const { number } of effects.filter((effect) => effect.do === 'reopen-milestone')) {
    requests += await reopenMilestone(client, issue.ref, number);
  }
  const mutations = mutationsFor(issue, changes, ids);
  if (mutations.length > 0) requests += await sendOnce(client, issue, mutations);
  if (ids.absent.length > 0) throw new Refused(lacking(issue, ids.absent));
  return requests;
}

function lacking({ ref: { owner, repository } }: IssueFacts, things: string[]): string {
  const absent = things.map((thing) => `no ${thing}`).join(' and ');
  return `${owner}/${repository} has ${absent}: create it, or mend the configuration`;
}

async function lookUpOrMake(client: Client, issue: IssueFacts, changes: Changes, known: KnownIds): Promise<Ids> {
  const ids = await lookUp(client, issue, changes, known);
  const missing = changes.newLabels.filter(({ name }) => ids.absentLabels.includes(name));
  if (missing.length === 0) return ids;
  const made = await makeLabels(client, issue.ref, missing);
  const all = await lookUp(client, issue, changes, known);
  return { ...all, requests: ids.requests + made + all.requests };
}

/** Sends them, and takes those comments away again that another process has written at the same moment. */
async function sendOnce(client: Client, issue: IssueFacts, mutations: Mutation[]): Promise<number> {
  const twins = withTwins(await send(client, issue, mutations));
  if (twins.length === 0) return 1;
  await send(client, issue, twins.map(deletion));
  return 2;
}

/** @returns what came back of the comments that are new. */
async function send(client: Client, { ref }: IssueFacts, mutations: Mutation[]): Promise<WrittenComment[]> {
  const doing = `writing to ${printRef(ref)}`;
  const { data, errors } = await change<Record<string, WrittenComment | null>>(client, {
    document: mutationDocument(mutations),
    variables: Object.fromEntries(mutations.map(({ input }, index) => [`input${index}`, input])),
    doing,
  });
  const faults = errors.filter((error) => !isGoneAlready(error, mutations));
  if (faults.length > 0) throw explainChange(faults, doing);
  return mutations.flatMap(({ field }, index) => (field === 'addComment' ? (data[`change${index}`] ?? []) : []));
}

/** Whoever deleted the comment before us did what was to be done, and nobody misses an answer to what is gone. */
function isGoneAlready({ type, path }: GraphError, mutations: Mutation[]): boolean {
  const index = Number(String(path?.[0]).replace('change', ''));
  return type === 'NOT_FOUND' && vain.includes(mutations[index]?.field ?? '');
}

const vain = ['deleteIssueComment', 'addReaction', 'removeReaction'];

function mutationDocument(mutations: Mutation[]): string {
  const parameters = mutations.map(({ type }, index) => `$input${index}: ${type}!`).join(', ');
  const fields = mutations.map(
    ({ field }, index) =>
      `change${index}: ${field}(input: $input${index}) { ${field === 'addComment' ? writtenCommentFields : '__typename'} }`,
  );
  return `mutation (${parameters}) {\n  ${fields.join('\n  ')}\n}`;
}
