import { quote } from '../../text/escape.ts';
import { isAmong } from '../../text/github-names.ts';
import { fitsGlob } from '../../text/glob.ts';
import { nearest } from '../../text/spelling.ts';
import type { Command, CommandCase } from '../command.ts';
import { labelsNamed, namesOf, noSuchLabels, setLabels, wrongNumber } from '../labels-named.ts';
import { cannotTell, refuse } from '../outcome.ts';

export default {
  usage: ['/label <name>…', '/remove-label <name>…'],
  summary: 'Sets labels of the allowed list, or takes them off',
  why: 'Some labels are anybody’s to set, others mean a decision: the configuration says which are which.',
  who: ['anyone'],
  removes: true,
  needs: () => ({ labels: true }),
  obey(asked) {
    const { written, argument, issue, ground } = asked;
    if (!ground.labels.known) return cannotTell(ground.labels.because);
    const all = ground.labels.value;
    const allowed = all.filter((label) => isAllowed(label, asked));
    if (allowed.length === 0) return refuse('the configuration lists no label under `commands.labels`');
    const some = allowed.slice(0, 3);
    const wrong = wrongNumber(written, { expected: some.map((each) => typed(each, asked)) });
    if (wrong) return wrong;

    const there = written.remove ? [...namesOf(issue.labels), ...all] : all;
    const byName = new Map(there.map((label) => [label.toLowerCase(), label]));
    const found = labelsNamed(argument, (words) => byName.get(words.toLowerCase()) ?? null);
    const [other] = found.others;
    const expected = (name: string) => nearest(name, allowed).map((each) => typed(each, asked));
    if (other !== undefined) return refuse(noSuchLabels(found.others), { expected: expected(other) });
    const forbidden = found.labels.find((label) => !isAmong(allowed, label) && !isAllowed(label, asked));
    if (forbidden === undefined) return setLabels(found.labels, asked);
    return refuse(`${quote(forbidden)} is none of the labels that commands may set here`, {
      expected: expected(forbidden),
    });
  },
  prow: {
    command: '/label, /remove-label',
    difference:
      'The list may hold patterns, a command several names with blanks in them, and a slip of the keys gets a suggestion',
  },
  examples: [
    {
      name: 'a label of the list, whose name holds blanks',
      comment: '/label good first issue, bug',
      effects: [{ do: 'label', add: ['good first issue', 'bug'], remove: [] }],
    },
    {
      name: 'a label of a pattern',
      comment: '/label needs-info',
      policy: { labels: ['needs-*'] },
      effects: [{ do: 'label', add: ['needs-info'], remove: [] }],
    },
    {
      name: 'a label that is taken off',
      comment: '/remove-label bug',
      issue: { labels: [{ id: 'L_1', name: 'bug' }] },
      effects: [{ do: 'label', add: [], remove: ['bug'] }],
    },
    {
      name: 'a label that is not on the list',
      comment: '/label needs-info',
      refused: '“needs-info” is none of the labels that commands may set here',
    },
    {
      name: 'a slip of the keys',
      comment: '/label god first issue',
      refused: '“god”, “first” and “issue” are no labels of this repository',
    },
    {
      name: 'no list',
      comment: '/label bug',
      policy: { labels: [] },
      refused: 'the configuration lists no label under `commands.labels`',
    },
  ],
} satisfies Command;

const isAllowed = (label: string, { policy }: CommandCase): boolean =>
  policy.commands.labels.some((pattern) => fitsGlob(label.toLowerCase(), pattern.toLowerCase()));

const typed = (label: string, { written }: CommandCase): string => `/${written.remove ? 'remove-' : ''}label ${label}`;
