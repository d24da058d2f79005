import type { Command } from '../command.ts';
import { done, refuse } from '../outcome.ts';

/** Source: GitHub refuses a longer one. */
const longestTitle = 256;

export default {
  usage: ['/retitle <title>'],
  summary: 'Gives the issue another title',
  why: 'A title that says what is wrong is what people find an issue by.',
  who: ['triage'],
  obey({ argument, because }) {
    const title = argument
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
      .replace(/\s+/g, ' ')
      .trim();
    if (title === '') return refuse('it has no title', { expected: ['/retitle What is wrong, in a few words'] });
    const length = [...title].length;
    if (length > longestTitle)
      return refuse(`a title has at most ${longestTitle} characters, and this one has ${length}`);
    return done({ do: 'title', title, because });
  },
  prow: {
    command: '/retitle',
    difference: 'The triage role is enough; signs that nobody sees are left out of the title',
  },
  examples: [
    {
      name: 'another title',
      comment: '/retitle The gateway drops connections after an hour',
      effects: [{ do: 'title', title: 'The gateway drops connections after an hour' }],
    },
    {
      name: 'a title with signs that nobody sees',
      comment: '/retitle The \u202egateway\u200b drops  connections again',
      effects: [{ do: 'title', title: 'The gateway drops connections again' }],
    },
    {
      name: 'no title',
      comment: '/retitle',
      refused: 'it has no title',
      expected: ['/retitle What is wrong, in a few words'],
    },
    {
      name: 'a title that is too long',
      comment: `/retitle ${'x'.repeat(257)}`,
      refused: 'a title has at most 256 characters, and this one has 257',
    },
  ],
} satisfies Command;
