import { quote } from '../../text/escape.ts';
import { fitsGlob } from '../../text/glob.ts';
import { conflict, met, missing, quoteList } from '../judgement.ts';
import { type MilestoneOptions, milestoneOptions } from '../milestone-options.ts';
import { isOffered, typed } from '../remedies.ts';
import type { Case, Requirement } from '../requirement.ts';

const setOpenOne = 'set an open milestone in the sidebar';
const milestone = (title: string, state: 'open' | 'closed' = 'open') => ({ id: 'M_1', number: 1, title, state });

export default {
  summary: 'An open milestone says when the issue should be addressed',
  why: 'A milestone can only be trusted when every issue is either in one or waits to be planned.',
  options: milestoneOptions,
  standard: true,
  judge({ issue, policy, options: { allowed, parked } }: Case<MilestoneOptions>) {
    const remedy = () => remedyFor(allowed, isOffered('milestone', { issue, policy }));
    if (!issue.milestone) return missing('no milestone', { remedy: remedy() });
    const { title, state } = issue.milestone;
    if (state === 'closed') return conflict(`milestone ${quote(title)} is closed`, { remedy: remedy() });
    if (allowed.length > 0 && ![...allowed, ...parked].some((pattern) => fitsGlob(title, pattern))) {
      return conflict(`milestone ${quote(title)} is none of those in use here`, { remedy: remedy() });
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
      name: 'a milestone for what nobody plans yet',
      issue: { milestone: milestone('Nebulous Future') },
      options: { allowed: ['1.*'] },
      status: 'met',
      message: '“Nebulous Future”',
    },
    {
      name: 'a milestone that the configuration does not name',
      issue: { milestone: milestone('Leftovers') },
      options: { allowed: ['1.*', 'Someday'] },
      status: 'conflict',
      message: 'milestone “Leftovers” is none of those in use here',
    },
  ],
} satisfies Requirement<MilestoneOptions>;

function remedyFor(allowed: string[], byCommand: boolean): string {
  const where = byCommand ? `${typed(['/milestone <title>'])}, or ${setOpenOne}` : setOpenOne;
  return allowed.length > 0 ? `${where}: ${quoteList(allowed, 'or')}` : where;
}
