import { z } from 'zod';
import type { Change, IssueFacts } from '../model/facts.ts';
import { known, unknown } from '../model/known.ts';
import { quote } from '../text/escape.ts';
import { sameOnGitHub } from '../text/github-names.ts';
import { quoteList } from './judgement.ts';
import type { Priorities, Priority, PrioritySource } from './priority-source.ts';

/** How labels say a priority. */
export const priorityLabelOptions = z.strictObject({
  values: z
    .array(z.string().min(1).max(50))
    .min(1)
    .max(50)
    .default(['P0', 'P1', 'P2', '>P2'])
    .describe('The priorities, most urgent first.'),
  prefix: z.string().max(50).default('').describe('What stands before the value in a label, such as `priority/`.'),
});

export type PriorityLabelOptions = z.output<typeof priorityLabelOptions>;

/** @returns the source that reads an issue's priority from its labels. */
export function priorityLabels({ values, prefix }: PriorityLabelOptions): PrioritySource {
  const possible = values.map((value) => prefix + value);
  const folded = possible.map((label) => label.toLowerCase());
  const remedy = `add one of the labels ${quoteList(possible, 'or')}`;
  return (issue) => {
    const given = prioritiesAmong(issue, folded);
    return { given: known(given), standing: standingOf(given, issue), remedy };
  };
}

function prioritiesAmong({ labels }: IssueFacts, folded: string[]): Priority[] {
  const given: Priority[] = [];
  for (const { name } of labels) {
    const rank = folded.indexOf(name.toLowerCase());
    if (rank >= 0) given.push({ name, rank });
  }
  return given;
}

/** The one that a person added last; taking off the others is left to people where programs are at odds over them. */
function standingOf(given: Priority[], { history, historyIsWhole }: IssueFacts): Priorities['standing'] {
  const [only, ...more] = given;
  if (more.length === 0) return known(only ? { priority: only, effects: [] } : null);
  if (!history.known) return history;
  const priority = lastByPerson(given, history.value);
  if (!priority) return historyIsWhole ? known(null) : unknown('its timeline is too long');
  const others = given.filter((each) => each !== priority).map(({ name }) => name);
  if (others.some((name) => isDisputed(name, history.value))) return known(null);
  const because = `${quote(priority.name)} was added last`;
  return known({ priority, effects: [{ do: 'label', add: [], remove: others, because, instead: priority.name }] });
}

/** Looks at how each label came to be here now; what a person added once and took off again is no wish of theirs. */
function lastByPerson(given: Priority[], history: Change[]): Priority | undefined {
  const open = new Set(given);
  for (let index = history.length - 1; index >= 0 && open.size > 0; index--) {
    const change = history[index]!;
    if (change.what !== 'labeled') continue;
    const priority = [...open].find(({ name }) => sameOnGitHub(name, change.label));
    if (priority && isAsked(change)) return priority;
    if (priority) open.delete(priority);
  }
  return undefined;
}

/** Two programs of different opinion would otherwise take the label off and put it back for ever. */
function isDisputed(name: string, history: Change[]): boolean {
  const flips = history.filter((change) => 'label' in change && sameOnGitHub(change.label, name));
  const [last, before] = [flips.at(-1), flips.at(-2)];
  return last?.what === 'labeled' && !isAsked(last) && before?.what === 'unlabeled' && before.by.kind !== 'person';
}

/** Remit sets no priority but at a command. */
const isAsked = ({ by }: Change): boolean => by.kind === 'person' || by.own === true;
