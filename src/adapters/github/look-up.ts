import { type IssueFacts, type IssueRef, printRef, type RepositoryRef } from '../../model/facts.ts';
import { sameOnGitHub } from '../../text/github-names.ts';
import type { Changes } from './changes.ts';
import { ask, type Client } from './client.ts';
import { explainGraph, type GraphError } from './errors.ts';
import { type List, seen } from './issue-answer.ts';

/** Node ids of what is written by name. */
export interface Ids {
  labels: string[];
  /** `null` where none is to be set, as with those below. */
  milestone: string | null;
  assign: string[];
  unassign: string[];
  parent: string | null;
  /** The issue that this one repeats. */
  original: string | null;
  /** The repository that it goes to. */
  transfer: string | null;
  /** Names of labels that the repository doesn't have. */
  absentLabels: string[];
  /** What else there is not, in words. */
  absent: string[];
  requests: number;
}

/** One thing to look up. */
interface Wanted {
  /** In words, should there be none: `label “bug”`. */
  words: string;
  /** What is asked for, with `$name` and others as its variables; in the repository where it says so. */
  field: string;
  in: 'repository' | 'query';
  variables: Record<string, { type: string; value: unknown }>;
  idIn(answer: unknown): string | null;
}

/** What was found before, by its words. */
export type KnownIds = ReadonlyMap<string, string>;

/** Looks up ids in one request; in none where nothing is written by name that isn't known. */
export async function lookUp(client: Client, { ref }: IssueFacts, changes: Changes, known: KnownIds): Promise<Ids> {
  const { milestone, parent, state, transfer } = changes;
  const original = state?.to === 'closed' ? state.of : null;
  const all = {
    labels: changes.addLabels.map(label),
    milestone: milestone ? [milestoneCalled(milestone)] : [],
    assign: changes.assign.map(account),
    candidates: changes.assignOneOf.map((logins) => logins.map(assignable)),
    unassign: changes.unassign.map(account),
    parent: parent ? [issueAt('add' in parent ? parent.add : parent.remove)] : [],
    original: original ? [issueAt(original)] : [],
    transfer: transfer ? [repositoryAt(transfer)] : [],
  };
  const wanted = Object.values(all).flat(2);
  const unknown = wanted.filter(({ words }) => !known.has(words));
  const found = unknown.length > 0 ? await findAll(client, ref, unknown) : new Map<Wanted, string>();
  for (const each of wanted) if (known.has(each.words)) found.set(each, known.get(each.words)!);
  const ids = (some: Wanted[]) => some.flatMap((each) => found.get(each) ?? []);
  const absentLabels = changes.addLabels.filter((_, index) => !found.has(all.labels[index]!));
  const chosen = all.candidates.flatMap((some) => ids(some).slice(0, 1));
  const required = wanted.filter((each) => !all.labels.includes(each) && !all.candidates.flat().includes(each));
  return {
    labels: ids(all.labels),
    milestone: ids(all.milestone)[0] ?? null,
    assign: [...ids(all.assign), ...chosen],
    unassign: ids(all.unassign),
    parent: ids(all.parent)[0] ?? null,
    original: ids(all.original)[0] ?? null,
    transfer: ids(all.transfer)[0] ?? null,
    absentLabels,
    absent: required.filter((each) => !found.has(each)).map(({ words }) => words),
    requests: unknown.length > 0 ? 1 : 0,
  };
}

async function findAll(client: Client, ref: IssueRef, wanted: Wanted[]): Promise<Map<Wanted, string>> {
  const doing = `looking up what is named on ${printRef(ref)}`;
  const { data, errors } = await ask<{ repository: Record<string, unknown> | null } & Record<string, unknown>>(client, {
    document: lookUpDocument(wanted),
    variables: {
      owner: ref.owner,
      name: ref.repository,
      ...Object.fromEntries(
        wanted.flatMap(({ variables }, index) =>
          Object.entries(variables).map(([key, { value }]) => [`${key}${index}`, value]),
        ),
      ),
    },
    doing,
  });
  const faults = errors.filter((error) => !isAbsence(error));
  if (faults.length > 0 || !data.repository) throw explainGraph(errors, doing);
  const places = { repository: data.repository, query: data };
  const found = new Map<Wanted, string>();
  for (const [index, each] of wanted.entries()) {
    const id = each.idIn(places[each.in][`named${index}`]);
    if (id !== null) found.set(each, id);
  }
  return found;
}

/** GitHub has no account, issue or repository of a name, and says so with an error in its place. */
function isAbsence({ type, path }: GraphError): boolean {
  return type === 'NOT_FOUND' && String(path?.[0]).startsWith('named');
}

function lookUpDocument(wanted: Wanted[]): string {
  const parameters = wanted.flatMap(({ variables }, index) =>
    Object.entries(variables).map(([key, { type }]) => `, $${key}${index}: ${type}`),
  );
  const fields = (place: Wanted['in']) =>
    wanted.flatMap(({ field, in: where }, index) =>
      where === place ? [`named${index}: ${field.replace(/\$\w+/g, (name) => name + index)}`] : [],
    );
  return `query ($owner: String!, $name: String!${parameters.join('')}) {
  repository(owner: $owner, name: $name) {
    id
    ${fields('repository').join('\n    ')}
  }
  ${fields('query').join('\n  ')}
}`;
}

const text = (value: string) => ({ type: 'String!', value });

/** What things are called here, so that whoever has found one can say so. */
export const words = {
  label: (name: string) => `label “${name}”`,
  milestone: (title: string) => `milestone “${title}”`,
  account: (login: string) => `account “${login}”`,
  issue: (ref: IssueRef) => `issue ${printRef(ref)}`,
  repository: ({ owner, name }: RepositoryRef) => `repository ${owner}/${name}`,
};

const label = (name: string): Wanted => ({
  words: words.label(name),
  field: 'label(name: $label) { id }',
  in: 'repository',
  variables: { label: text(name) },
  idIn: idOf,
});

/** GitHub's `query` finds what resembles the title, so that one page is enough. Of two of a title the open one is meant. */
const milestoneCalled = (title: string): Wanted => ({
  words: words.milestone(title),
  field: 'milestones(first: 100, query: $title) { nodes { id title state } }',
  in: 'repository',
  variables: { title: text(title) },
  idIn(answer) {
    const list = answer as List<{ id: string; title: string; state: 'OPEN' | 'CLOSED' }> | null;
    const called = seen(list).filter((milestone) => milestone.title === title);
    return (called.find(({ state }) => state === 'OPEN') ?? called[0])?.id ?? null;
  },
});

const account = (login: string): Wanted => ({
  words: words.account(login),
  field: 'user(login: $login) { id }',
  in: 'query',
  variables: { login: text(login) },
  idIn: idOf,
});

/** GitHub's `query` finds what resembles a login, so that one page is enough. */
const assignable = (login: string): Wanted => ({
  words: words.account(login),
  field: 'assignableUsers(first: 20, query: $login) { nodes { id login } }',
  in: 'repository',
  variables: { login: text(login) },
  idIn: (answer) =>
    seen(answer as List<{ id: string; login: string }> | null).find((user) => sameOnGitHub(user.login, login))?.id ??
    null,
});

const issueAt = (ref: IssueRef): Wanted => ({
  words: words.issue(ref),
  field: 'repository(owner: $issueOwner, name: $issueRepository) { issue(number: $number) { id } }',
  in: 'query',
  variables: {
    issueOwner: text(ref.owner),
    issueRepository: text(ref.repository),
    number: { type: 'Int!', value: ref.number },
  },
  idIn: (answer) => idOf((answer as { issue: unknown } | null)?.issue),
});

const repositoryAt = ({ owner, name }: RepositoryRef): Wanted => ({
  words: words.repository({ owner, name }),
  field: 'repository(owner: $targetOwner, name: $targetName) { id }',
  in: 'query',
  variables: { targetOwner: text(owner), targetName: text(name) },
  idIn: idOf,
});

function idOf(answer: unknown): string | null {
  return (answer as { id: string } | null | undefined)?.id ?? null;
}
