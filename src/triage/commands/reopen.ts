import type { Command } from '../command.ts';
import { done, refuse } from '../outcome.ts';

export default {
  usage: ['/reopen'],
  summary: 'Opens the issue again',
  why: 'What came back needs no second issue.',
  who: ['author', 'triage'],
  obey({ argument, because }) {
    if (argument !== '') return refuse('it takes no words behind it', { expected: ['/reopen'] });
    return done({ do: 'state', to: 'open', because });
  },
  prow: { command: '/reopen', difference: 'The triage role is enough' },
  examples: [
    { name: 'a closed issue', comment: '/reopen', issue: { state: 'closed' }, effects: [{ do: 'state', to: 'open' }] },
    { name: 'an open issue', comment: '/reopen' },
    {
      name: 'words behind it',
      comment: '/reopen please',
      refused: 'it takes no words behind it',
      expected: ['/reopen'],
    },
  ],
} satisfies Command;
