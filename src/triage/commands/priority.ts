import { quote } from '../../text/escape.ts';
import { isAmong, sameOnGitHub } from '../../text/github-names.ts';
import { nearest } from '../../text/spelling.ts';
import type { Command } from '../command.ts';
import { quoteList } from '../judgement.ts';
import { namesOf } from '../labels-named.ts';
import { cannotTell, done, refuse } from '../outcome.ts';
import { prioritiesOf } from '../priorities.ts';

export default {
  usage: ['/priority <value>', '/remove-priority <value>'],
  summary: 'Sets the one priority, or takes it off',
  why: 'A priority is a promise of the group that owns the issue, so its leads give it, and there is never more than one.',
  who: ['leads', 'triage'],
  removes: true,
  needs: () => ({ labels: true }),
  obey({ written, argument, issue, ground, policy, because }) {
    if (!ground.labels.known) return cannotTell(ground.labels.because);
    const priorities = prioritiesOf(policy);
    const values = priorities.map(({ value }) => value);
    const typed = (value: string) => `/${written.remove ? 'remove-' : ''}priority ${value}`;
    const found = priorities.find(({ value, label }) => sameOnGitHub(value, argument) || sameOnGitHub(label, argument));
    if (!found) {
      const close = nearest(argument, values);
      const message =
        argument === ''
          ? 'it names no priority'
          : `${quote(argument)} is none of the priorities ${quoteList(values, 'and')}`;
      return refuse(message, { expected: (close.length > 0 ? close : values.slice(0, 4)).map(typed) });
    }
    if (written.remove) return done({ do: 'label', add: [], remove: [found.label], because });
    const label = ground.labels.value.find((each) => sameOnGitHub(each, found.label));
    if (label === undefined) return refuse(`this repository has no label ${quote(found.label)}`);
    const others = priorities.map((each) => each.label).filter((each) => !sameOnGitHub(each, label));
    const remove = namesOf(issue.labels).filter((each) => isAmong(others, each));
    return done({ do: 'label', add: [label], remove, because });
  },
  prow: {
    command: '/priority, /remove-priority',
    difference:
      'The priority before goes, and it takes a lead of an owning group or the triage role: two priorities are none',
  },
  examples: [
    { name: 'a priority', comment: '/priority P1', effects: [{ do: 'label', add: ['P1'], remove: [] }] },
    {
      name: 'another priority than before',
      comment: '/priority p0',
      issue: { labels: [{ id: 'L_1', name: 'P2' }] },
      effects: [{ do: 'label', add: ['P0'], remove: ['P2'] }],
    },
    {
      name: 'a lead of the owning group without a role on GitHub',
      comment: '/priority P0',
      giver: { actor: { login: 'octo-lead-1', kind: 'person' }, role: { known: true, value: 'read' } },
      issue: { labels: [{ id: 'L_1', name: 'area/networking' }] },
      effects: [{ do: 'label', add: ['P0'], remove: [] }],
    },
    {
      name: 'a priority that is taken off',
      comment: '/remove-priority P1',
      issue: { labels: [{ id: 'L_1', name: 'P1' }] },
      effects: [{ do: 'label', add: [], remove: ['P1'] }],
    },
    {
      name: 'a value that there is not',
      comment: '/priority urgent',
      refused: '“urgent” is none of the priorities “P0”, “P1”, “P2” and “>P2”',
      expected: ['/priority P0', '/priority P1', '/priority P2', '/priority >P2'],
    },
  ],
} satisfies Command;
