import { quote } from '../../text/escape.ts';
import { aDocument } from '../example-documents.ts';
import { fiveGroups } from '../example-teams.ts';
import { activeLeads, withOwnHandle } from '../leads-of.ts';
import type { Rule } from '../rule.ts';

const members = (...logins: string[]) => aDocument('members:', ...logins.map((login) => `- ${login}`));

export default {
  summary: 'Every lead is a member of the organisation',
  why: 'Who is no member can’t be put into a team, assigned or asked for a review.',
  severity: 'warning',
  across({ project: { charter, people } }, report) {
    const members = new Set(people.lists.flatMap((list) => list.members.map(({ name }) => name.toLowerCase())));
    const leads = withOwnHandle(activeLeads(charter), charter);
    const strangers = leads.filter(({ handle }) => !members.has(handle.toLowerCase()));
    // A list that has few of the leads is a list of something else.
    if (strangers.length * 4 > leads.length) return;
    const told = new Set<string>();
    for (const { name, handle, at } of strangers) {
      if (told.has(handle.toLowerCase())) continue;
      told.add(handle.toLowerCase());
      report(at, `${quote(name)} (${quote(handle)}) is in no list of members`);
    }
  },
  examples: [
    {
      name: 'everybody, over two lists',
      document: fiveGroups,
      files: {
        'org/members.yaml': members('octo-lead-1', 'OCTO-LEAD-2'),
        'org/admins.yaml': aDocument('admins:', '- octo-lead-3', '- octo-lead-4'),
      },
      findings: [],
    },
    { name: 'no list of members', document: fiveGroups, findings: [] },
    {
      name: 'a lead who is no member',
      document: fiveGroups,
      files: { 'org/members.yaml': members('octo-lead-1', 'octo-lead-2', 'octo-lead-3', 'octo-user-1') },
      findings: [{ line: 18, columns: [12, 57], message: '“Octo Lead 4” (“octo-lead-4”) is in no list of members' }],
    },
  ],
} satisfies Rule;
