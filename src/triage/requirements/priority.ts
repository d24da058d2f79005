import type { Change } from '../../model/facts.ts';
import { known, unknown } from '../../model/known.ts';
import { quote } from '../../text/escape.ts';
import { conflict, met, missing, notKnown, quoteList } from '../judgement.ts';
import { type PriorityLabelOptions, priorityLabelOptions } from '../priority-labels.ts';
import { isOffered, typed } from '../remedies.ts';
import type { Case, Requirement } from '../requirement.ts';

const label = (name: string) => ({ id: `L_${name}`, name });
const person = { login: 'octo-lead-1', kind: 'person' } as const;
const program = { login: 'octo-bot', kind: 'program' } as const;
const remit = { login: 'remit[bot]', kind: 'program', own: true } as const;
const change =
  (what: 'labeled' | 'unlabeled') =>
  (name: string, by: Change['by'] = person): Change => ({ what, label: name, by, at: '2026-01-05T09:00:00Z' });
const labeled = change('labeled');
const unlabeled = change('unlabeled');

export default {
  summary: 'Exactly one label says how urgent the issue is',
  why: 'With none nobody knows what comes first, with two everybody reads another one.',
  options: priorityLabelOptions,
  standard: true,
  judge({ issue, policy, options: { values }, priorities: { given, standing, remedy } }: Case<PriorityLabelOptions>) {
    if (!given.known) return notKnown(given.because);
    const [first, ...more] = given.value.map(({ name }) => name);
    if (first !== undefined && more.length === 0) return met(quote(first));
    const isTyped = isOffered('priority', { issue, policy });
    if (first === undefined) {
      const commands = values.map((value) => `/priority ${value}`);
      return missing('no priority', { remedy: isTyped ? typed(commands) : remedy });
    }
    const count = more.length === 1 ? 'two' : more.length + 1;
    const found = `${count} priorities: ${quoteList([first, ...more], 'and')}`;
    if (!standing.known) return notKnown(`${found}, and which came last is not known: ${standing.because}`);
    const leave = 'leave only one of them';
    return conflict(found, {
      remedy: isTyped ? `${leave}: ${typed(['/priority <value>'])}` : leave,
      effects: standing.value?.effects ?? [],
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
      name: 'what a program added last does not stand against what a person asked Remit for',
      issue: { labels: [label('P0'), label('P2')], history: known([labeled('P0', remit), labeled('P2', program)]) },
      status: 'conflict',
      message: 'two priorities: “P0” and “P2”',
      effects: [{ do: 'label', add: [], remove: ['P2'], because: '“P0” was added last', instead: 'P0' }],
    },
    {
      name: 'what a person asked for and took back by commands makes way for what they add by hand',
      issue: {
        labels: [label('P0'), label('P2')],
        history: known([labeled('P0', remit), unlabeled('P0', remit), labeled('P0', remit), labeled('P2')]),
      },
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
      name: 'of two priorities, the one that a person added stands, however long ago the other one came',
      issue: { labels: [label('P0'), label('P2')], history: known([labeled('P0')]), historyIsWhole: false },
      status: 'conflict',
      message: 'two priorities: “P0” and “P2”',
      effects: [{ do: 'label', add: [], remove: ['P2'], because: '“P0” was added last', instead: 'P0' }],
    },
    {
      name: 'two priorities that were both added before the changes that could be read',
      issue: { labels: [label('P0'), label('P2')], historyIsWhole: false },
      status: 'unknown',
      message: 'two priorities: “P0” and “P2”, and which came last is not known: its timeline is too long',
    },
    {
      name: 'two priorities of which nobody knows which came last',
      issue: { labels: [label('P0'), label('P2')], history: unknown('the timeline was cut off') },
      status: 'unknown',
      message: 'two priorities: “P0” and “P2”, and which came last is not known: the timeline was cut off',
    },
  ],
} satisfies Requirement<PriorityLabelOptions>;
