import type { z } from 'zod';
import { quote } from '../../text/escape.ts';
import { fitsGlob } from '../../text/glob.ts';
import { conflict, met, notKnown, waived } from '../judgement.ts';
import { parkedForUrgent, urgentMilestoneOptions } from '../milestone-options.ts';
import { isOffered } from '../remedies.ts';
import type { Case, Requirement } from '../requirement.ts';

type Options = z.output<typeof urgentMilestoneOptions>;

const label = (name: string) => ({ id: `L_${name}`, name });
const milestone = (title: string) => ({ id: 'M_1', number: 1, title, state: 'open' as const });

export default {
  summary: 'What is most urgent is planned',
  why: 'A milestone isn’t achieved while an issue of the most urgent priority is open in it: in one for what nobody plans yet, that says nothing.',
  options: urgentMilestoneOptions,
  standard: true,
  needs: 'milestone',
  judge({ issue, priorities, policy }: Case<Options>) {
    const { given, standing } = priorities;
    if (!issue.milestone) return waived('it has no milestone');
    if (!given.known) return notKnown(given.because);
    if (given.value.length === 0) return waived('it has no priority');
    if (!standing.known) return notKnown(standing.because);
    if (standing.value === null) return waived('it has several priorities, and none of them stands');
    const { name, rank } = standing.value.priority;
    const { title } = issue.milestone;
    if (rank > 0 || !parkedForUrgent(policy).some((pattern) => fitsGlob(title, pattern)))
      return met(`${quote(name)} in ${quote(title)}`);
    const by = (name: string, usage: string) => (isOffered(name, { issue, policy }) ? ` by \`${usage}\`` : '');
    const remedy = `set a milestone that is planned${by('milestone', '/milestone <title>')}, or another priority${by('priority', '/priority <value>')}`;
    return conflict(`${quote(name)} is urgent, and nobody plans ${quote(title)} yet`, { remedy });
  },
  examples: [
    {
      name: 'the most urgent priority in a milestone that is planned',
      issue: { labels: [label('P0')], milestone: milestone('1.4') },
      status: 'met',
      message: '“P0” in “1.4”',
    },
    {
      name: 'the most urgent priority in a milestone for what nobody plans yet',
      issue: { labels: [label('P0')], milestone: milestone('Nebulous Future') },
      status: 'conflict',
      message: '“P0” is urgent, and nobody plans “Nebulous Future” yet',
    },
    {
      name: 'a lesser priority in a milestone for what nobody plans yet',
      issue: { labels: [label('P2')], milestone: milestone('Nebulous Future') },
      status: 'met',
      message: '“P2” in “Nebulous Future”',
    },
    {
      name: 'a milestone that the configuration says nobody plans yet',
      issue: { labels: [label('P0')], milestone: milestone('Someday 2027') },
      options: { parked: ['Someday*'] },
      status: 'conflict',
      message: '“P0” is urgent, and nobody plans “Someday 2027” yet',
    },
    {
      name: 'no priority',
      issue: { milestone: milestone('Nebulous Future') },
      status: 'waived',
      message: 'it has no priority',
    },
    { name: 'no milestone', issue: { labels: [label('P0')] }, status: 'waived', message: 'it has no milestone' },
    {
      name: 'two priorities, neither of which a person added',
      issue: { labels: [label('P0'), label('P1')], milestone: milestone('Nebulous Future') },
      status: 'waived',
      message: 'it has several priorities, and none of them stands',
    },
  ],
} satisfies Requirement<Options>;
