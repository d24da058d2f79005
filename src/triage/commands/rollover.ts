import type { RolloverList } from '../../model/command-facts.ts';
import { printClause } from '../../text/clause.ts';
import { codeSpan, quote } from '../../text/escape.ts';
import type { Command } from '../command.ts';
import { cannotTell, refuse } from '../outcome.ts';
import type { Rolling } from '../rollover.ts';
import { rolloverNamed } from '../rollover-named.ts';

/** What there is to say before the issues of the milestone are read, which only who may ask for it causes. */
export const notListed = 'the issues of the milestone were not read';

const usage = '/rollover 1.4 to 1.5';

export default {
  usage: ['/rollover <milestone> to <milestone>', '/rollover <milestone> to <milestone> now'],
  summary: 'Lists the open issues of a milestone that would go into another; with `now` they go',
  why: 'What a release did not finish is planned anew in one line, and nobody moves it issue by issue.',
  who: ['maintain'],
  needs: ({ argument }) => ({ milestones: true, rollovers: [argument] }),
  obey({ argument, ground, policy, because }) {
    if (!ground.milestones.known) return cannotTell(ground.milestones.because);
    const asked = rolloverNamed(argument, ground.milestones.value, policy);
    if (asked === null) return refuse('it names no two milestones', { expected: [usage] });
    const { rolling, now } = asked;
    if ('refused' in rolling) return refuse(rolling.refused, { expected: rolling.nearest });
    const list = ground.rollovers?.get(argument);
    if (list === undefined) return cannotTell(notListed);
    if (!list.known) return cannotTell(list.because);
    const { from, to } = rolling;
    const isAny = list.value.moves.length > 0;
    return {
      is: 'done',
      effects:
        now && isAny
          ? [{ do: 'roll-over', from: { number: from.number, title: from.title }, to: to.title, because }]
          : [],
      says: linesFor(list.value, rolling, now),
    };
  },
  examples: [
    {
      name: 'a list of what would move',
      comment: '/rollover 1.4 to 1.5',
      giver: { role: { known: true, value: 'maintain' } },
      says: ['1 open issue would move from `1.4` to `1.5`', '- `#4` `Work package 4`', '`/rollover 1.4 to 1.5 now`'],
    },
    {
      name: 'what moves',
      comment: '/rollover 1.4 to 1.5 now',
      giver: { role: { known: true, value: 'maintain' } },
      effects: [{ do: 'roll-over', from: { number: 2, title: '1.4' }, to: '1.5' }],
      says: [
        '1 open issue moves from `1.4` to `1.5`',
        '- `#5` `Work package 5` stays: the label `discussion` is ignored',
      ],
    },
    {
      name: 'a milestone for what nobody plans yet',
      comment: '/rollover Nebulous Future to 1.5',
      giver: { role: { known: true, value: 'maintain' } },
      refused: '“Nebulous Future” is parked: nothing rolls over from it',
    },
    {
      name: 'a milestone that there is not',
      comment: '/rollover 1.4 to 1.55',
      giver: { role: { known: true, value: 'maintain' } },
      refused: 'no milestone is called “1.55”',
      expected: ['1.5'],
    },
    {
      name: 'one milestone only',
      comment: '/rollover 1.4',
      giver: { role: { known: true, value: 'maintain' } },
      refused: 'it names no two milestones',
      expected: [usage],
    },
    { name: 'somebody who may not', comment: '/rollover 1.4 to 1.5', refused: 'it takes the maintain role' },
  ],
} satisfies Command;

/** More are counted. */
const mostListed = 100;

/** Numbers stand as code: GitHub would note on each of the issues that it was mentioned here. */
function linesFor({ moves, stays, unread }: RolloverList, { from, to }: Rolling, now: boolean): string[] {
  const many = `${moves.length} open ${moves.length === 1 ? 'issue' : 'issues'}`;
  const verb = now ? (moves.length === 1 ? 'moves' : 'move') : 'would move';
  const entry = ({ issue, title }: { issue: string; title: string }) =>
    `- ${codeSpan(issue.slice(issue.indexOf('#')))} ${codeSpan(title)}`;
  const lines = [...moves.map(entry), ...stays.map((each) => `${entry(each)} stays: ${printClause(each.because)}`)];
  return [
    `${many} ${verb} from ${codeSpan(from.title)} to ${codeSpan(to.title)}.`,
    ...(unread > 0 ? [`${unread} could not be read.`] : []),
    '',
    ...lines.slice(0, mostListed),
    ...(lines.length > mostListed ? [`- and ${lines.length - mostListed} more`] : []),
    ...(now || moves.length === 0
      ? []
      : ['', `They go with ${codeSpan(`/rollover ${typed(from.title)} to ${typed(to.title)} now`)}.`]),
  ];
}

const typed = (title: string): string => (/\sto\s|^\s|\s$/.test(title) ? quote(title) : title);
