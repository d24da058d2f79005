import { printRef } from '../../model/facts.ts';
import { quote } from '../../text/escape.ts';
import { sameOnGitHub } from '../../text/github-names.ts';
import { nearest } from '../../text/spelling.ts';
import type { Command, CommandCase, Outcome } from '../command.ts';
import { issueNamed } from '../issue-named.ts';
import { cannotTell, done, refuse } from '../outcome.ts';

/** By what is typed, in small letters and with one blank between words. */
const reasons: Record<string, 'completed' | 'not planned'> = {
  '': 'completed',
  completed: 'completed',
  'not-planned': 'not planned',
  'not planned': 'not planned',
};
const duplicate = /^duplicate(?: of)?(?: (\S+))?$/i;

export default {
  usage: ['/close', '/close completed', '/close not-planned', '/close duplicate #<number>'],
  summary: 'Closes the issue, with a reason',
  why: 'Whoever opened an issue may end it; for anybody else’s it takes the triage role.',
  who: ['author', 'triage'],
  needs({ argument, ref }) {
    const [, original = ''] = duplicate.exec(argument) ?? [];
    const named = issueNamed(original, ref);
    return named ? { issues: [named] } : {};
  },
  obey(asked) {
    const { argument, because } = asked;
    const words = argument.toLowerCase().replace(/\s+/g, ' ');
    const [isDuplicate, original] = duplicate.exec(argument) ?? [];
    if (isDuplicate !== undefined) return closeAsDuplicate(original, asked);
    const as = Object.hasOwn(reasons, words) ? reasons[words] : undefined;
    if (as) return done({ do: 'state', to: 'closed', as, of: null, because });
    const close = nearest(argument, ['completed', 'not-planned']);
    const expected = close.length > 0 ? close : ['completed', 'not-planned', 'duplicate #12'];
    return refuse(`${quote(argument)} is no reason to close`, { expected: expected.map((each) => `/close ${each}`) });
  },
  prow: {
    command: '/close',
    difference: 'The triage role is enough, and the reason can be `duplicate` of an issue, too',
  },
  examples: [
    {
      name: 'the author',
      comment: '/close',
      giver: { actor: { login: 'octo-user-1', kind: 'person' }, role: { known: true, value: 'read' } },
      effects: [{ do: 'state', to: 'closed', as: 'completed', of: null }],
    },
    {
      name: 'a reason',
      comment: '/close not planned',
      effects: [{ do: 'state', to: 'closed', as: 'not planned', of: null }],
    },
    {
      name: 'an issue that repeats another one',
      comment: '/close duplicate of #4',
      effects: [
        { do: 'state', to: 'closed', as: 'duplicate', of: { owner: 'octo-org', repository: 'octo-repo', number: 4 } },
      ],
    },
    {
      name: 'a stranger',
      comment: '/close',
      giver: { actor: { login: 'octo-user-2', kind: 'person' }, role: { known: true, value: 'read' } },
      refused: 'it takes the author or the triage role',
    },
    {
      name: 'a reason that there is not',
      comment: '/close completly',
      refused: '“completly” is no reason to close',
      expected: ['/close completed'],
    },
    {
      name: 'a duplicate of nothing',
      comment: '/close duplicate',
      refused: 'it does not say of which issue',
      expected: ['/close duplicate #12'],
    },
    {
      name: 'a duplicate of an issue that there is not',
      comment: '/close duplicate #99',
      refused: 'there is no issue octo-org/octo-repo#99 that Remit may see',
    },
  ],
} satisfies Command;

function closeAsDuplicate(original: string | undefined, { issue, ground, because }: CommandCase): Outcome {
  const expected = ['/close duplicate #12'];
  if (original === undefined) return refuse('it does not say of which issue', { expected });
  const ref = issueNamed(original, issue.ref);
  if (!ref) return refuse(`${quote(original)} names no issue`, { expected });
  if (sameOnGitHub(printRef(ref), printRef(issue.ref))) return refuse('an issue can’t be a duplicate of itself');
  if (!ground.issues.known) return cannotTell(ground.issues.because);
  const found = ground.issues.value.get(printRef(ref).toLowerCase());
  if (found === undefined) return cannotTell(`${printRef(ref)} was not looked up`);
  if (found === null) return refuse(`there is no issue ${printRef(ref)} that Remit may see`);
  return done({ do: 'state', to: 'closed', as: 'duplicate', of: found.ref, because });
}
