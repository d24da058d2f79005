import { quote } from '../../text/escape.ts';
import { sameOnGitHub } from '../../text/github-names.ts';
import { nearest } from '../../text/spelling.ts';
import type { Command } from '../command.ts';
import { cannotTell, done, refuse } from '../outcome.ts';

export default {
  usage: ['/milestone <title>', '/milestone clear'],
  summary: 'Sets the milestone by its exact title, or clears it',
  why: 'A milestone is a promise of the group that owns the issue, so its leads may give it without a role on GitHub.',
  who: ['leads', 'triage'],
  needs: ({ argument }) => (argument === 'clear' ? {} : { milestones: true }),
  obey({ argument, ground, because }) {
    if (argument === 'clear') return done({ do: 'milestone', title: null, because });
    if (!ground.milestones.known) return cannotTell(ground.milestones.because);
    const title = argument.replace(/^(["“`])(.*)["”`]$/, '$2');
    const open = ground.milestones.value.filter(({ state }) => state === 'open').map((each) => each.title);
    if (open.includes(title)) return done({ do: 'milestone', title, because });
    if (title === '') return refuse('it names no milestone', { expected: open.slice(0, 3).map(typed) });
    const same = open.filter((each) => sameOnGitHub(each, title));
    const expected = (same.length > 0 ? same : nearest(title, open)).map(typed);
    const isClosed = ground.milestones.value.some((each) => each.title === title);
    return refuse(
      isClosed ? `the milestone ${quote(title)} is closed` : `no open milestone is called ${quote(title)}`,
      { expected },
    );
  },
  prow: {
    command: '/milestone',
    difference: 'Leads of an owning group may, not only a team of maintainers; a title that is none gets a suggestion',
  },
  examples: [
    { name: 'an open milestone', comment: '/milestone 1.4', effects: [{ do: 'milestone', title: '1.4' }] },
    {
      name: 'a title of several words',
      comment: '/milestone Nebulous Future',
      effects: [{ do: 'milestone', title: 'Nebulous Future' }],
    },
    {
      name: 'no milestone any more',
      comment: '/milestone clear',
      issue: { milestone: { id: 'M_1', number: 1, title: '1.4', state: 'open' } },
      effects: [{ do: 'milestone', title: null }],
    },
    {
      name: 'a slip of the keys',
      comment: '/milestone Nebulus future',
      refused: 'no open milestone is called “Nebulus future”',
      expected: ['/milestone Nebulous Future'],
    },
    {
      name: 'a closed milestone',
      comment: '/milestone 1.3',
      refused: 'the milestone “1.3” is closed',
      expected: ['/milestone 1.4', '/milestone 1.5'],
    },
    {
      name: 'milestones that can’t be read',
      comment: '/milestone 1.4',
      ground: { milestones: { known: false, because: 'GitHub does not answer' } },
      unknown: 'GitHub does not answer',
    },
  ],
} satisfies Command;

const typed = (title: string): string => `/milestone ${title}`;
