import type { Charter } from '../../model/charter.ts';
import type { OnGitHub } from '../../model/on-github.ts';
import { quote } from '../../text/escape.ts';
import { twoTables } from '../example-documents.ts';
import { githubSays } from '../example-github.ts';
import { activeLeads, handlesOf, withOwnHandle } from '../leads-of.ts';
import type { Rule } from '../rule.ts';
import { suggest } from '../suggest.ts';

const document = twoTables({});

export default {
  summary: 'Every lead has an account that is on GitHub',
  why: 'A lead who left GitHub or took another login is reached by nobody, and whoever takes the free login is taken for the lead.',
  severity: 'error',
  needs: 'github',
  across({ project: { charter, onGitHub } }, report) {
    if (!onGitHub?.accounts.known) return;
    const accounts = onGitHub.accounts.value;
    for (const { name, handle, at, profile } of withOwnHandle(activeLeads(charter), charter)) {
      const account = accounts.get(handle.toLowerCase());
      if (account === undefined) continue;
      const whose = `the account of ${quote(name)}, ${quote(handle)},`;
      if (account === 'gone') {
        report(profile?.at ?? at, `${whose} is not on GitHub`, {
          expected: likelyLogin(handle, { charter, onGitHub }),
        });
      } else if (account.login.toLowerCase() !== handle.toLowerCase()) {
        report(profile?.at ?? at, `${whose} is called ${quote(account.login)} now`, { expected: [account.login] });
      }
    }
  },
  examples: [
    {
      name: 'accounts that are there, in whatever letter case',
      document,
      onGitHub: githubSays({
        accounts: { 'octo-lead-1': 'Octo-Lead-1', 'octo-lead-2': 'octo-lead-2', 'octo-lead-3': 'octo-lead-3' },
      }),
      findings: [],
    },
    { name: 'GitHub was not asked', document, findings: [] },
    { name: 'GitHub did not tell', document, onGitHub: githubSays({}), findings: [] },
    {
      name: 'an account that is gone',
      document,
      onGitHub: githubSays({ accounts: { 'octo-lead-2': null } }),
      findings: [
        {
          line: 14,
          columns: [12, 57],
          message: 'the account of “Octo Lead 2”, “octo-lead-2”, is not on GitHub',
        },
      ],
    },
    {
      name: 'a handle that is misspelled, where the members are known',
      document: twoTables({ groups: ['Docs'], leads: [['octo-squdi', 'Docs']] }),
      onGitHub: githubSays({ accounts: { 'octo-squdi': null }, members: ['octo-squid', 'octo-user-1'] }),
      findings: [
        {
          line: 11,
          columns: [12, 55],
          message: 'the account of “Octo Squdi”, “octo-squdi”, is not on GitHub',
          expected: ['octo-squid'],
        },
      ],
    },
    {
      name: 'an account that has another login now',
      document,
      onGitHub: githubSays({ accounts: { 'octo-lead-2': 'octo-squid' } }),
      findings: [
        {
          line: 14,
          columns: [12, 57],
          message: 'the account of “Octo Lead 2”, “octo-lead-2”, is called “octo-squid” now',
          expected: ['octo-squid'],
        },
      ],
    },
  ],
} satisfies Rule;

/** @returns the member whose login is nearly the same, as of a misspelling; not who leads something already. */
function likelyLogin(handle: string, { charter, onGitHub }: { charter: Charter; onGitHub: OnGitHub }): string[] {
  if (!onGitHub.members.known) return [];
  const leads = handlesOf(charter.leads);
  const others = [...onGitHub.members.value].filter((login) => !leads.has(login));
  return suggest(handle, others, { asked: charter.leads.length }).slice(0, 1);
}
