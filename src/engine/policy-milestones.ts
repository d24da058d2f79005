import { z } from 'zod';
import { oneOrMore, section } from './policy-parts.ts';

const patternWords = 'a name with at most one `{milestone}` in it, such as `release-{milestone}`';
const pattern = z
  .string(patternWords)
  .min(1, patternWords)
  .max(200, patternWords)
  .regex(/^[^{}]*(?:\{milestone\}[^{}]*)?$/, patternWords);

const titleWords = 'a title with one `{milestone}` in it, such as `v{milestone}`';

/** The section on milestones. */
export const milestonesSection = () =>
  section('What is done about milestones as a whole.', {
    gate: section('Pull requests that wait until a milestone is achieved, by a check.', {
      labels: oneOrMore(pattern, patternWords)
        .prefault([])
        .describe(
          'Labels of such pull requests. `{milestone}` stands for the milestone; without it, their own milestone is meant.',
        ),
      branches: oneOrMore(pattern, patternWords)
        .prefault([])
        .describe('Branches that such pull requests are to be merged into, likewise.'),
      title: z
        .string(titleWords)
        .max(200, titleWords)
        .regex(/^[^{}]*\{milestone\}[^{}]*$/, titleWords)
        .default('{milestone}')
        .describe('How the milestone is called that such a label or branch names.'),
    }),
    'closed-early': z
      .enum(['report', 'reopen', 'ignore'])
      .default('report')
      .describe(
        'What is done about a milestone that is closed while an issue of the most urgent priority is open in it: it is told, it is opened again once, or nothing.',
      ),
  });
