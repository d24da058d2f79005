import { quote } from '../../text/escape.ts';
import { isAmong, sameOnGitHub } from '../../text/github-names.ts';
import { nearest } from '../../text/spelling.ts';
import type { Command } from '../command.ts';
import { quoteList } from '../judgement.ts';
import { namesOf } from '../labels-named.ts';
import { cannotTell, done, refuse } from '../outcome.ts';

const values = ['frozen', 'active', 'stale'];
const labelOf = (value: string): string => `lifecycle/${value}`;

export default {
  usage: ['/lifecycle frozen', '/lifecycle active', '/lifecycle stale', '/remove-lifecycle <value>'],
  summary: 'Says whether the issue is worked on, gone quiet, or to be left alone by those who close what is quiet',
  why: 'Bots that close quiet issues go by these labels; Remit itself closes nothing.',
  who: ['triage'],
  removes: true,
  needs: () => ({ labels: true }),
  obey({ written, argument, issue, ground, because }) {
    if (!ground.labels.known) return cannotTell(ground.labels.because);
    const value = argument.toLowerCase();
    const typed = (each: string) => `/${written.remove ? 'remove-' : ''}lifecycle ${each}`;
    if (!values.includes(value)) {
      const close = nearest(argument, values);
      const message = argument === '' ? 'it says nothing' : `${quote(argument)} is none of ${quoteList(values, 'and')}`;
      return refuse(message, { expected: (close.length > 0 ? close : values).map(typed) });
    }
    if (written.remove) return done({ do: 'label', add: [], remove: [labelOf(value)], because });
    const label = ground.labels.value.find((each) => sameOnGitHub(each, labelOf(value)));
    if (label === undefined) return refuse(`this repository has no label ${quote(labelOf(value))}`);
    const others = values.filter((each) => each !== value).map(labelOf);
    const remove = namesOf(issue.labels).filter((each) => isAmong(others, each));
    return done({ do: 'label', add: [label], remove, because });
  },
  prow: {
    command: '/lifecycle, /remove-lifecycle',
    difference: 'It takes the triage role, not anyone, and there is no `rotten`: nothing here is closed for its age',
  },
  examples: [
    {
      name: 'an issue to be left alone',
      comment: '/lifecycle frozen',
      issue: { labels: [{ id: 'L_1', name: 'lifecycle/stale' }] },
      effects: [{ do: 'label', add: ['lifecycle/frozen'], remove: ['lifecycle/stale'] }],
    },
    {
      name: 'a value that is taken off',
      comment: '/remove-lifecycle stale',
      issue: { labels: [{ id: 'L_1', name: 'lifecycle/stale' }] },
      effects: [{ do: 'label', add: [], remove: ['lifecycle/stale'] }],
    },
    {
      name: 'a value that there is not',
      comment: '/lifecycle rotten',
      refused: '“rotten” is none of “frozen”, “active” and “stale”',
      expected: ['/lifecycle frozen', '/lifecycle active', '/lifecycle stale'],
    },
    {
      name: 'a label that the repository has not',
      comment: '/lifecycle active',
      refused: 'this repository has no label “lifecycle/active”',
    },
  ],
} satisfies Command;
