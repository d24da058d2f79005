import { z } from 'zod';
import { quote } from '../../text/escape.ts';
import { conflict, met, missing, quoteList } from '../judgement.ts';
import type { Case, Requirement } from '../requirement.ts';

const options = z.strictObject({
  allowed: z
    .array(z.string().min(1).max(200))
    .default([])
    .describe('Titles a milestone may have; `*` stands for any text. Empty: every title.'),
});
type Options = z.output<typeof options>;

const setOpenOne = 'set an open milestone in the sidebar';
const milestone = (title: string, state: 'open' | 'closed' = 'open') => ({ id: 'M_1', number: 1, title, state });

export default {
  summary: 'An open milestone says when the issue should be addressed',
  why: 'A milestone can only be trusted when every issue is either in one or waits to be planned.',
  options,
  standard: true,
  judge({ issue, options: { allowed } }: Case<Options>) {
    if (!issue.milestone) return missing('no milestone', { remedy: remedyFor(allowed) });
    const { title, state } = issue.milestone;
    if (state === 'closed') return conflict(`milestone ${quote(title)} is closed`, { remedy: remedyFor(allowed) });
    if (allowed.length > 0 && !allowed.some((pattern) => fits(title, pattern))) {
      return conflict(`milestone ${quote(title)} is none of those in use here`, { remedy: remedyFor(allowed) });
    }
    return met(quote(title));
  },
  examples: [
    { name: 'an open milestone', issue: { milestone: milestone('1.4') }, status: 'met', message: '“1.4”' },
    { name: 'no milestone', issue: {}, status: 'missing', message: 'no milestone' },
    {
      name: 'a milestone that was closed meanwhile',
      issue: { milestone: milestone('1.3', 'closed') },
      status: 'conflict',
      message: 'milestone “1.3” is closed',
    },
    {
      name: 'a milestone that fits a pattern of the configuration',
      issue: { milestone: milestone('1.10') },
      options: { allowed: ['1.*', 'Someday'] },
      status: 'met',
      message: '“1.10”',
    },
    {
      name: 'a milestone that the configuration does not name',
      issue: { milestone: milestone('Leftovers') },
      options: { allowed: ['1.*', 'Someday'] },
      status: 'conflict',
      message: 'milestone “Leftovers” is none of those in use here',
    },
  ],
} satisfies Requirement<Options>;

function remedyFor(allowed: string[]): string {
  return allowed.length > 0 ? `${setOpenOne}: ${quoteList(allowed, 'or')}` : setOpenOne;
}

/** Whether the title fits the pattern, where `*` stands for any text; takes each part at its first place, so linear. */
function fits(title: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return title === pattern;
  const last = rest.pop() ?? '';
  if (!title.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const found = title.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return title.length - last.length >= from && title.endsWith(last);
}
