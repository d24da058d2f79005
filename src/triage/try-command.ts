import type { CommandGround, Giver, NamedIssue, NamedRepository } from '../model/command-facts.ts';
import { type Ancestor, type IssueRef, printRef } from '../model/facts.ts';
import { known } from '../model/known.ts';
import type { Policy } from '../model/policy.ts';
import { parseCommands } from '../text/commands/parse-commands.ts';
import type { CommandExample } from './command.ts';
import { exampleCharter, naming, untouched } from './example.ts';
import { type Obedience, obeyCommands } from './obey-commands.ts';
import { removableNames, servedCommands } from './served-commands.ts';

/** Whoever gives the commands of examples: they have the triage role and lead nothing. */
const triager: Giver = {
  actor: { login: 'octo-triager', kind: 'person' },
  role: known('triage'),
  isMember: known(true),
  teams: {},
};

const at = (number: number, repository = 'octo-repo'): IssueRef => ({ owner: 'octo-org', repository, number });
const above = (number: number): Ancestor => ({
  ref: at(number),
  title: `Work package ${number}`,
  state: 'open',
  labels: [],
  type: null,
});

function issueIn(number: number, parts: Partial<NamedIssue> = {}): NamedIssue {
  const ancestry = { parents: [], hidden: null };
  return {
    ref: at(number),
    title: `Work package ${number}`,
    state: 'open',
    isPullRequest: false,
    ancestry,
    children: 0,
    ...parts,
  };
}

const issues = [
  issueIn(4),
  issueIn(2, { ref: at(2, 'octo-plans') }),
  issueIn(5, { state: 'closed' }),
  issueIn(6, { isPullRequest: true }),
  issueIn(7, { ancestry: { parents: [above(12)], hidden: null } }),
  issueIn(8, { children: 100 }),
  issueIn(9, { ancestry: { parents: Array.from({ length: 8 }, (_, n) => above(20 + n)), hidden: null } }),
];

function repositoryCalled(name: string, parts: Partial<NamedRepository> = {}): NamedRepository {
  const ref = { owner: 'octo-org', name };
  return { ref, archived: false, hasIssues: true, isPrivate: false, role: known('write'), ...parts };
}

const repositories = [
  repositoryCalled('octo-plans'),
  repositoryCalled('octo-old', { archived: true }),
  repositoryCalled('octo-secrets', { role: known('read') }),
];

/** A repository for examples. */
const ground: CommandGround = {
  labels: known([
    ...['area/networking', 'area/networking-control-plane', 'area/security', 'kind/bug', 'kind/docs', 'bug'],
    ...['good first issue', 'needs-info', 'needs-triage', 'triage/accepted', 'lifecycle/frozen', 'lifecycle/stale'],
    ...['P0', 'P1', 'P2'],
  ]),
  milestones: known([
    { number: 1, title: '1.3', state: 'closed' },
    { number: 2, title: '1.4', state: 'open' },
    { number: 3, title: '1.5', state: 'open' },
    { number: 4, title: 'Nebulous Future', state: 'open' },
  ]),
  assignable: known(
    new Map([
      ...['octo-lead-1', 'octo-user-2', 'octo-triager'].map((login): [string, string] => [login, login]),
      ['octo-laed-1', null],
    ]),
  ),
  issues: known(
    new Map([...issues.map((issue): [string, NamedIssue] => [printRef(issue.ref), issue]), [printRef(at(99)), null]]),
  ),
  repositories: known(
    new Map([
      ...repositories.map((each): [string, NamedRepository] => [`octo-org/${each.ref.name}`, each]),
      ['octo-org/octo-nowhere', null],
    ]),
  ),
  isPrivate: known(false),
  decisions: [],
  rollovers: new Map(
    ['1.4 to 1.5', '1.4 to 1.5 now'].map((argument) => [
      argument,
      known({
        moves: [{ issue: 'octo-org/octo-repo#4', title: 'Work package 4' }],
        stays: [
          { issue: 'octo-org/octo-repo#5', title: 'Work package 5', because: 'the label “discussion” is ignored' },
        ],
        unread: 0,
      }),
    ]),
  ),
};

const exampleCommands: Policy['commands'] = {
  enabled: true,
  families: { area: 'area/*', kind: 'kind/*' },
  labels: ['bug', 'good first issue'],
  who: {},
  bots: [],
  pullRequests: false,
};

/** Obeys the comment of an example. */
export function tryCommand(example: CommandExample): Obedience {
  const policy: Policy = { ...naming, commands: { ...exampleCommands, ...example.policy } };
  const served = servedCommands(policy);
  return obeyCommands({
    read: parseCommands(example.comment, { families: removableNames(served) }),
    giver: { ...triager, ...example.giver },
    issue: { ...untouched, ...example.issue },
    ground: { ...ground, ...example.ground },
    charter: known(exampleCharter),
    policy,
    links: { 'WORKING-GROUPS.md': 'https://github.com/octo-org/octo-repo/blob/c0ffee1c0ffee1/WORKING-GROUPS.md' },
    now: '2026-01-10T08:00:00Z',
    timing: { at: '2026-01-10T08:00:00Z', later: [] },
    installedAt: '2020-01-01T00:00:00Z',
  });
}
