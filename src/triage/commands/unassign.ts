import type { Command } from '../command.ts';
import { done } from '../outcome.ts';
import { isOnlyGiver, noPerson, peopleNamed } from '../people-named.ts';

export default {
  usage: ['/unassign', '/unassign @<login>…'],
  summary: 'Takes assignees off, or whoever writes it',
  why: 'An issue that somebody only seems to work on is done by nobody.',
  who: ['triage'],
  free: { words: 'anyone for oneself', holds: isOnlyGiver },
  obey(asked) {
    return noPerson(asked) ?? done({ do: 'assign', add: [], remove: peopleNamed(asked), because: asked.because });
  },
  prow: { command: '/unassign', difference: 'To unassign others takes the triage role, which in Prow anyone may' },
  examples: [
    {
      name: 'oneself',
      comment: '/unassign',
      giver: { actor: { login: 'octo-user-2', kind: 'person' }, role: { known: true, value: 'read' } },
      issue: { assignees: ['octo-user-2', 'octo-lead-1'] },
      effects: [{ do: 'assign', add: [], remove: ['octo-user-2'] }],
    },
    {
      name: 'others',
      comment: '/unassign @octo-lead-1',
      issue: { assignees: ['octo-user-2', 'octo-lead-1'] },
      effects: [{ do: 'assign', add: [], remove: ['octo-lead-1'] }],
    },
    { name: 'somebody who is not assigned', comment: '/unassign @octo-lead-1' },
  ],
} satisfies Command;
