import type { Account } from '../../model/on-github.ts';
import type { Position } from '../../model/position.ts';
import { quote } from '../../text/escape.ts';
import { githubSays } from '../example-github.ts';
import { fiveGroups } from '../example-teams.ts';
import { activeLeads, withOwnHandle } from '../leads-of.ts';
import type { Rule } from '../rule.ts';

export default {
  summary: 'Every lead is a member of the organisation on GitHub',
  why: 'Who left the organisation can’t be put into a team, and often not assigned or asked for a review.',
  severity: 'warning',
  needs: 'github',
  across({ project: { charter, onGitHub } }, report) {
    if (!onGitHub?.members.known) return;
    const members = onGitHub.members.value;
    const accounts: Map<string, Account> = onGitHub.accounts.known ? onGitHub.accounts.value : new Map();
    const leads = new Map<string, { name: string; handle: string; at: Position }>();
    for (const lead of withOwnHandle(activeLeads(charter), charter)) {
      const key = lead.handle.toLowerCase();
      // Of an account that is not there another rule tells.
      if (accounts.get(key) !== 'gone' && !leads.has(key)) leads.set(key, lead);
    }
    const strangers = [...leads].filter(([key]) => !members.has(key));
    // Where most leads are strangers, this is a copy in another organisation, or a project that has no need of one.
    if (strangers.length * 2 > leads.size) return;
    for (const [, { name, handle, at }] of strangers) {
      report(at, `${quote(name)} (${quote(handle)}) is no member of the organisation`);
    }
  },
  examples: [
    {
      name: 'everybody',
      document: fiveGroups,
      onGitHub: githubSays({ members: ['octo-lead-1', 'octo-lead-2', 'octo-lead-3', 'octo-lead-4', 'octo-user-1'] }),
      findings: [],
    },
    { name: 'the members are not known', document: fiveGroups, onGitHub: githubSays({}), findings: [] },
    {
      name: 'a copy of the document in another organisation',
      document: fiveGroups,
      onGitHub: githubSays({ members: ['octo-lead-4', 'octo-user-1'] }),
      findings: [],
    },
    {
      name: 'a lead whose account is gone, which is told elsewhere',
      document: fiveGroups,
      onGitHub: githubSays({
        members: ['octo-lead-1', 'octo-lead-2', 'octo-lead-3'],
        accounts: { 'octo-lead-4': null },
      }),
      findings: [],
    },
    {
      name: 'a lead who is no member',
      document: fiveGroups,
      onGitHub: githubSays({ members: ['octo-lead-1', 'octo-lead-2', 'octo-lead-3'] }),
      findings: [
        { line: 18, columns: [12, 57], message: '“Octo Lead 4” (“octo-lead-4”) is no member of the organisation' },
      ],
    },
  ],
} satisfies Rule;
