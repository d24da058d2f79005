import { z } from 'zod';
import type { Change } from '../../model/facts.ts';
import { known, unknown } from '../../model/known.ts';
import { quote } from '../../text/escape.ts';
import { conflict, met, missing, notKnown, quoteList } from '../judgement.ts';
import type { Case, Requirement } from '../requirement.ts';

const options = z.strictObject({
  values: z
    .array(z.string().min(1).max(50))
    .min(1)
    .default(['P0', 'P1', 'P2', '>P2'])
    .describe('The priorities, most urgent first.'),
  prefix: z.string().max(50).default('').describe('What stands before the value in a label, such as `priority/`.'),
});
type Options = z.output<typeof options>;

const label = (name: string) => ({ id: `L_${name}`, name });
const person = { login: 'octo-lead-1', kind: 'person' } as const;
const program = { login: 'octo-bot', kind: 'program' } as const;
const change =
  (what: 'labeled' | 'unlabeled') =>
  (name: string, by: Change['by'] = person): Change => ({ what, label: name, by, at: '2026-01-05T09:00:00Z' });
const labeled = change('labeled');
const unlabeled = change('unlabeled');

export default {
  summary: 'Exactly one label says how urgent the issue is',
  why: 'With none nobody knows what comes first, with two everybody reads another one.',
  options,
  standard: true,
  judge({ issue, options: { values, prefix } }: Case<Options>) {
    const wanted = values.map((value) => prefix + value);
    const present = issue.labels.map(({ name }) => name).filter((name) => wanted.some((each) => isSame(each, name)));
    if (present.length === 0)
      return missing('no priority', { remedy: `add one of the labels ${quoteList(wanted, 'or')}` });
    if (present.length === 1) return met(quote(present[0]!));

    const found = `${present.length === 2 ? 'two' : present.length} priorities: ${quoteList(present, 'and')}`;
    if (!issue.history.known) return notKnown(`${found}, and which came last is not known: ${issue.history.because}`);
    const stands = lastByPerson(present, issue.history.value);
    const others = present.filter((name) => name !== stands);
    const disputed = others.some((name) => isDisputed(name, issue.history.known ? issue.history.value : []));
    if (!stands || disputed) return conflict(found, { remedy: 'leave only one of them' });
    const because = `${quote(stands)} was added last`;
    return conflict(found, {
      remedy: 'leave only one of them',
      effects: [{ do: 'label', add: [], remove: others, because, instead: stands }],
    });
  },
  examples: [
    { name: 'one priority', issue: { labels: [label('P1'), label('bug')] }, status: 'met', message: '“P1”' },
    { name: 'a priority in another letter case', issue: { labels: [label('p1')] }, status: 'met', message: '“p1”' },
    { name: 'no priority', issue: { labels: [label('bug')] }, status: 'missing', message: 'no priority' },
    {
      name: 'a priority with a prefix',
      issue: { labels: [label('priority/P0')] },
      options: { prefix: 'priority/' },
      status: 'met',
      message: '“priority/P0”',
    },
    {
      name: 'of two priorities, the one a person added last stands',
      issue: { labels: [label('P0'), label('P2')], history: known([labeled('P2'), labeled('P0')]) },
      status: 'conflict',
      message: 'two priorities: “P0” and “P2”',
      effects: [{ do: 'label', add: [], remove: ['P2'], because: '“P0” was added last', instead: 'P0' }],
    },
    {
      name: 'what a program added last does not stand against a person',
      issue: { labels: [label('P0'), label('P2')], history: known([labeled('P2'), labeled('P0', program)]) },
      status: 'conflict',
      message: 'two priorities: “P0” and “P2”',
      effects: [{ do: 'label', add: [], remove: ['P0'], because: '“P2” was added last', instead: 'P2' }],
    },
    {
      name: 'of two priorities that programs added, neither is taken off',
      issue: { labels: [label('P0'), label('P2')], history: known([labeled('P0', program), labeled('P2', program)]) },
      status: 'conflict',
      message: 'two priorities: “P0” and “P2”',
    },
    {
      name: 'what a program took off and a program put back is left to people',
      issue: {
        labels: [label('P0'), label('P2')],
        history: known([labeled('P2', program), labeled('P0'), unlabeled('P2', program), labeled('P2', program)]),
      },
      status: 'conflict',
      message: 'two priorities: “P0” and “P2”',
    },
    {
      name: 'two priorities of which nobody knows which came last',
      issue: { labels: [label('P0'), label('P2')], history: unknown('the timeline was cut off') },
      status: 'unknown',
      message: 'two priorities: “P0” and “P2”, and which came last is not known: the timeline was cut off',
    },
  ],
} satisfies Requirement<Options>;

/** GitHub takes labels that differ in letter case only for the same. */
const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Looks at how each label came to be here now; what a person added once and took off again is no wish of theirs. */
function lastByPerson(names: string[], history: Change[]): string | undefined {
  const open = new Set(names);
  for (let index = history.length - 1; index >= 0 && open.size > 0; index--) {
    const change = history[index]!;
    if (change.what !== 'labeled') continue;
    const name = [...open].find((each) => isSame(each, change.label));
    if (name !== undefined && change.by.kind === 'person') return name;
    if (name !== undefined) open.delete(name);
  }
  return undefined;
}

/** Two programs of different opinion would otherwise take the label off and put it back for ever. */
function isDisputed(name: string, history: Change[]): boolean {
  const flips = history.filter((change) => 'label' in change && isSame(change.label, name));
  const [last, before] = [flips.at(-1), flips.at(-2)];
  return (
    last?.what === 'labeled' && last.by.kind !== 'person' && before?.what === 'unlabeled' && before.by.kind !== 'person'
  );
}
