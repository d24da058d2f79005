import { isAmong } from '../../text/github-names.ts';
import type { Command } from '../command.ts';
import { done, refuse } from '../outcome.ts';
import { assignable, isOnlyGiver, noPerson, peopleNamed } from '../people-named.ts';

/** Source: GitHub docs, Assigning issues and pull requests to other GitHub users. */
const mostAssignees = 10;

export default {
  usage: ['/assign', '/assign @<login>…'],
  summary: 'Assigns people, or whoever writes it',
  why: 'Whoever wants to do the work can say so; to give it to others takes a role.',
  who: ['triage'],
  free: { words: 'anyone for oneself', holds: isOnlyGiver },
  needs: (naming) => ({ logins: peopleNamed(naming) }),
  obey(asked) {
    const { issue, because } = asked;
    const wrong = noPerson(asked);
    if (wrong) return wrong;
    const all = new Set([...issue.assignees, ...peopleNamed(asked)].map((each) => each.toLowerCase()));
    if (all.size > mostAssignees) {
      return refuse(`an issue has at most ${mostAssignees} assignees, and this one would have ${all.size}`);
    }
    const found = assignable(asked);
    if ('outcome' in found) return found.outcome;
    const add = found.logins.filter((each) => !isAmong(issue.assignees, each));
    return done({ do: 'assign', add, remove: [], because });
  },
  prow: {
    command: '/assign',
    difference: 'To assign others takes the triage role, which in Prow anyone may',
  },
  examples: [
    {
      name: 'oneself, without any role',
      comment: '/assign',
      giver: { actor: { login: 'octo-user-2', kind: 'person' }, role: { known: true, value: 'read' } },
      effects: [{ do: 'assign', add: ['octo-user-2'], remove: [] }],
    },
    {
      name: 'others',
      comment: '/assign @octo-lead-1, octo-user-2',
      effects: [{ do: 'assign', add: ['octo-lead-1', 'octo-user-2'], remove: [] }],
    },
    {
      name: 'others, without a role',
      comment: '/assign @octo-lead-1',
      giver: { actor: { login: 'octo-user-2', kind: 'person' }, role: { known: true, value: 'read' } },
      refused: 'it takes the triage role; anyone for oneself',
    },
    {
      name: 'somebody who can’t be assigned',
      comment: '/assign @octo-laed-1',
      refused: '“octo-laed-1” can’t be assigned here',
      expected: ['/assign @octo-lead-1', '/assign @octo-user-1'],
    },
    {
      name: 'a team',
      comment: '/assign @octo-org/docs',
      refused: '“@octo-org/docs” is a team, and GitHub assigns people only',
    },
    {
      name: 'more than there can be',
      comment: '/assign @octo-lead-1',
      issue: { assignees: Array.from({ length: 10 }, (_, number) => `octo-${number}`) },
      refused: 'an issue has at most 10 assignees, and this one would have 11',
    },
  ],
} satisfies Command;
