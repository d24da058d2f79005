import { quote } from '../../text/escape.ts';
import { sameOnGitHub } from '../../text/github-names.ts';
import type { Command } from '../command.ts';
import { cannotTell, done, refuse } from '../outcome.ts';

const waiting = 'needs-triage';
const accepted = 'triage/accepted';

export default {
  usage: ['/triage accepted'],
  summary: 'Takes `needs-triage` off for good, and sets `triage/accepted` where the repository has it',
  why: 'Somebody who answers for the group has looked at it, and it waits for nobody’s first look any more.',
  who: ['leads', 'triage'],
  needs: () => ({ labels: true }),
  obey({ argument, ground, because }) {
    if (argument.toLowerCase() !== 'accepted') {
      const message = argument === '' ? 'it says nothing' : `${quote(argument)} is nothing that it knows`;
      return refuse(message, { expected: ['/triage accepted'] });
    }
    if (!ground.labels.known) return cannotTell(ground.labels.because);
    const add = ground.labels.value.filter((label) => sameOnGitHub(label, accepted));
    return done({ do: 'label', add, remove: [waiting], because });
  },
  prow: {
    command: '/triage',
    difference: 'Only `accepted`: a duplicate is closed with `/close duplicate`, and what needs answers gets a label',
  },
  examples: [
    {
      name: 'an issue that was looked at',
      comment: '/triage accepted',
      issue: { labels: [{ id: 'L_1', name: 'needs-triage' }] },
      effects: [{ do: 'label', add: ['triage/accepted'], remove: ['needs-triage'] }],
    },
    {
      name: 'a repository without a label for it',
      comment: '/triage accepted',
      issue: { labels: [{ id: 'L_1', name: 'needs-triage' }] },
      ground: { labels: { known: true, value: ['needs-triage'] } },
      effects: [{ do: 'label', add: [], remove: ['needs-triage'] }],
    },
    {
      name: 'something else',
      comment: '/triage unresolved',
      refused: '“unresolved” is nothing that it knows',
      expected: ['/triage accepted'],
    },
  ],
} satisfies Command;
