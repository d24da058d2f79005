import type { CommandGround, Giver } from '../../src/model/command-facts.ts';
import { known } from '../../src/model/known.ts';
import { parseCommands } from '../../src/text/commands/parse-commands.ts';
import { type Asking, obeyCommands } from '../../src/triage/obey-commands.ts';
import { removableNames, servedCommands } from '../../src/triage/served-commands.ts';
import { aCharter, anIssue, aPolicy } from '../builders.ts';

/** A person without any role, who is no member and leads nothing. */
export function aGiver(login = 'octo-user-2', parts: Partial<Giver> = {}): Giver {
  return { actor: { login, kind: 'person' }, role: known('read'), isMember: known(false), teams: {}, ...parts };
}

/** A repository with the labels, milestones, people and issues that the commands of these tests name. */
export function aGround(parts: Partial<CommandGround> = {}): CommandGround {
  const plan = { ref: { owner: 'octo-org', repository: 'octo-repo', number: 4 }, title: 'Plan', isPullRequest: false };
  const target = { ref: { owner: 'octo-org', name: 'octo-plans' }, archived: false, hasIssues: true, isPrivate: false };
  return {
    labels: known(['area/docs', 'area/networking', 'kind/bug', 'bug', 'P0', 'P1', 'lifecycle/frozen', 'needs-triage']),
    milestones: known([
      { number: 1, title: '1.4', state: 'open' },
      { number: 2, title: '1.5', state: 'open' },
    ]),
    assignable: known(new Map(['octo-user-1', 'octo-user-2', 'octo-lead-1'].map((login) => [login, login]))),
    issues: known(
      new Map([
        ['octo-org/octo-repo#4', { ...plan, state: 'open', ancestry: { parents: [], hidden: null }, children: 0 }],
      ]),
    ),
    repositories: known(new Map([['octo-org/octo-plans', { ...target, role: known('admin') }]])),
    isPrivate: known(false),
    decisions: [],
    ...parts,
  };
}

type Parts = Partial<Omit<Asking, 'read'>>;

/** A comment on an issue that octo-user-1 opened, by somebody with the admin role. */
export function anAsking(comment: string, parts: Parts = {}): Asking {
  const policy = parts.policy ?? aPolicy();
  return {
    read: parseCommands(comment, { families: removableNames(servedCommands(policy)) }),
    giver: aGiver('octo-admin', { role: known('admin') }),
    issue: anIssue(),
    ground: aGround(),
    charter: known(aCharter()),
    policy,
    links: {},
    now: '2026-06-01T00:00:00.000Z',
    timing: { at: '2026-06-01T00:00:00.000Z', later: [] },
    installedAt: '2020-01-01T00:00:00Z',
    ...parts,
  };
}

export const obeyed = (comment: string, parts: Parts = {}) => obeyCommands(anAsking(comment, parts));

/** What became of each command: `done`, `refused` or `unknown`. */
export const outcomes = (comment: string, parts: Parts = {}): string[] =>
  obeyed(comment, parts).answers.map(({ outcome }) => outcome.is);
