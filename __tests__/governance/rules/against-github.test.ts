import { describe, expect, it } from '@jest/globals';
import { twoTables } from '../../../src/governance/example-documents.ts';
import { githubSays } from '../../../src/governance/example-github.ts';
import { findingsOf, lint } from '../../../src/governance/lint.ts';
import { unknown } from '../../../src/model/known.ts';
import type { OnGitHub } from '../../../src/model/on-github.ts';

const path = 'WORKING-GROUPS.md';
const lead = (login: string) => `[${login}](https://github.com/${login})`;
const team = (name: string) => `[@octo-org/${name}](https://github.com/orgs/octo-org/teams/${name})`;

const found = (id: string, text: string, onGitHub: OnGitHub) =>
  findingsOf(id, [{ path, text }], { onGitHub }).map(({ at, message }) => [at.line, message]);

const withTeams = (...teams: string[]) =>
  `| Group | GitHub teams | Leads |\n| --- | --- | --- |\n| Docs | ${teams.join(' ')} | ${lead('octo-lead-1')}, ${lead('octo-lead-2')} |\n| Search | n/a | ${lead('octo-lead-3')} |\n`;
const accounts = { 'octo-lead-1': 'octo-lead-1', 'octo-lead-2': 'octo-lead-2' };

describe('the team of a group on GitHub', () => {
  const rule = 'lead-not-in-github-team';

  it('is any of those that the group links to', () => {
    const teams = { 'octo-org/docs': ['octo-lead-1'], 'octo-org/docs-leads': ['octo-lead-2'] };
    expect(found(rule, withTeams(team('docs'), team('docs-leads')), githubSays({ accounts, teams }))).toEqual([]);
  });

  it('says nothing where one of several is unknown', () => {
    const onGitHub = githubSays({ accounts, teams: { 'octo-org/docs': ['octo-lead-1'] } });
    expect(found(rule, withTeams(team('docs'), team('docs-leads')), onGitHub)).toEqual([]);
  });

  it('is none of another organisation with a team of that name', () => {
    const onGitHub = githubSays({ accounts, teams: { 'squid/docs': [] } });
    expect(found(rule, withTeams(team('docs')), onGitHub)).toEqual([]);
  });

  it('is not held against who is gone, nor against who is no member at all', () => {
    const teams = { 'octo-org/docs': ['octo-lead-1'] };
    const gone = githubSays({ accounts: { ...accounts, 'octo-lead-2': null }, teams });
    expect(found(rule, withTeams(team('docs')), gone)).toEqual([]);
    const stranger = githubSays({ accounts, members: ['octo-lead-1'], teams });
    expect(found(rule, withTeams(team('docs')), stranger)).toEqual([]);
  });
});

describe('a comment that silences a rule against GitHub', () => {
  const text = `<!-- remit-disable account-gone -->\n\n${twoTables({})}`;
  const tree = { existing: new Set<string>(), files: [] };
  const rulesFor = (onGitHub: OnGitHub | null) =>
    lint([{ path, text }], { tree, onGitHub }).files[0]?.findings.map(({ rule }) => rule);
  const all = githubSays({ accounts: {}, members: [], teams: {}, labels: [] });

  it('is not called unused where GitHub was not asked, or did not say all', () => {
    expect(rulesFor(null)).toEqual([]);
    expect(rulesFor({ ...all, members: unknown('the token may not') })).toEqual([]);
  });

  it('is called unused where all is known and there is nothing to silence', () => {
    expect(rulesFor(all)).toEqual(['unused-disable']);
  });
});
