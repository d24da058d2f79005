import { describe, expect, it } from '@jest/globals';
import { type RepositoryRole, repositoryRoles } from '../../src/model/command-facts.ts';
import { known, unknown } from '../../src/model/known.ts';
import type { Who } from '../../src/model/policy.ts';
import { servedCommands } from '../../src/triage/served-commands.ts';
import { aCharter, aGroup, aLead, anIssue, aPolicy } from '../builders.ts';
import { aGiver, obeyed } from './asking.ts';

const charter = known(
  aCharter({
    groups: [aGroup('Networking'), aGroup('Docs')],
    leads: [
      aLead('octo-lead-1', ['Networking']),
      aLead('octo-lead-2', ['Docs']),
      aLead('octo-lead-3', ['Networking'], { retired: true }),
    ],
  }),
);

/** An issue of Networking, which octo-user-1 has opened and octo-user-3 works on. */
const issue = anIssue({ labels: ['area/networking'], assignees: ['octo-user-3'] });

const role = (value: RepositoryRole) => ({ role: known(value) });
const member = { isMember: known(true) };
const unread = unknown('the members can’t be read');

/** Everybody who may come along. */
const people = {
  stranger: aGiver('octo-user-2'),
  nobody: aGiver('octo-user-2', role('none')),
  author: aGiver('octo-user-1'),
  assignee: aGiver('octo-user-3'),
  member: aGiver('octo-user-2', member),
  lead: aGiver('octo-lead-1', member),
  'lead in capitals': aGiver('Octo-Lead-1', member),
  'lead, members unread': aGiver('octo-lead-1', { isMember: unread }),
  'lead who left': aGiver('octo-lead-1'),
  'lead who retired': aGiver('octo-lead-3', member),
  'lead of another group': aGiver('octo-lead-2', member),
  'role unread': aGiver('octo-user-2', { role: unknown('the role can’t be read') }),
  'lead, role unread': aGiver('octo-lead-1', { ...member, role: unknown('the role can’t be read') }),
  reader: aGiver('octo-user-2', role('read')),
  triager: aGiver('octo-user-2', role('triage')),
  writer: aGiver('octo-user-2', role('write')),
  maintainer: aGiver('octo-user-2', role('maintain')),
  admin: aGiver('octo-user-2', role('admin')),
};

const commands = {
  anyone: [
    '/area docs',
    '/remove-area docs',
    '/kind bug',
    '/label bug',
    '/remove-label bug',
    '/help',
    '/why',
    '/assign',
    '/unassign',
  ],
  planning: [
    '/priority P1',
    '/remove-priority P1',
    '/milestone 1.4',
    '/milestone clear',
    '/epic #4',
    '/triage accepted',
  ],
  ending: ['/close', '/close duplicate #4', '/reopen'],
  keeping: [
    '/assign @octo-user-9',
    '/unassign @octo-user-9',
    '/assign @octo-user-2 @octo-user-9',
    '/retitle Gateway',
    '/lifecycle frozen',
    '/remove-lifecycle stale',
    '/undo',
  ],
  moving: ['/transfer octo-plans'],
  releasing: ['/rollover 1.4 to 1.5', '/rollover 1.4 to 1.5 now'],
};

/** y: may. n: may not. ?: is told that it isn't known. */
const matrix: Record<keyof typeof people, string> = {
  //                        anyone planning ending keeping moving releasing
  stranger: /*             */ 'y n n n n n',
  nobody: /*               */ 'y n n n n n',
  author: /*               */ 'y n y n n n',
  assignee: /*             */ 'y n n n n n',
  member: /*               */ 'y n n n n n',
  lead: /*                 */ 'y y n n n n',
  'lead in capitals': /*   */ 'y y n n n n',
  'lead, members unread': /**/ 'y y n n n n',
  'lead who left': /*      */ 'y n n n n n',
  'lead who retired': /*   */ 'y n n n n n',
  'lead of another group': /**/ 'y n n n n n',
  'role unread': /*        */ 'y ? ? ? ? ?',
  'lead, role unread': /*  */ 'y y ? ? ? ?',
  reader: /*               */ 'y n n n n n',
  triager: /*              */ 'y y y y n n',
  writer: /*               */ 'y y y y y n',
  maintainer: /*           */ 'y y y y y y',
  admin: /*                */ 'y y y y y y',
};

type Person = keyof typeof people;

/** Whether the person may: what else may be wrong with the command says that they may. */
function may(comment: string, person: Person, parts: Parameters<typeof obeyed>[1] = {}): string {
  const { answers } = obeyed(comment, { issue, charter, giver: people[person], ...parts });
  const [{ outcome } = { outcome: null }] = answers;
  if (outcome?.is === 'unknown') return outcome.because.startsWith('whether you may') ? '?' : 'y';
  return outcome?.is === 'refused' && outcome.message.startsWith('it takes') ? 'n' : 'y';
}

const rows = Object.entries(matrix).flatMap(([person, answers]) =>
  Object.values(commands).flatMap((group, index) =>
    group.map((comment) => [person as Person, comment, answers.split(' ')[index]!] as const),
  ),
);

describe('who may give a command', () => {
  it.each(rows)('%s, %s: %s', (person, comment, answer) => {
    expect(may(comment, person)).toBe(answer);
  });

  it('is told of every command that there is', () => {
    const tried = new Set(
      Object.values(commands)
        .flat()
        .map((comment) => comment.replace(/^\/(?:remove-)?(\S+).*/, '$1')),
    );
    expect(new Set(servedCommands(aPolicy()).map(({ name }) => name))).toEqual(tried);
  });

  it.each(repositoryRoles)('takes the role %s for all that the roles below it may', (least) => {
    if (least === 'none' || least === 'read') return;
    const policy = aPolicy({ commands: { who: { retitle: [least] } } });
    const answers = repositoryRoles.map((each) =>
      may('/retitle Gateway', 'stranger', { policy, giver: aGiver('octo-user-2', role(each)) }),
    );
    const lowest = repositoryRoles.indexOf(least);
    expect(answers).toEqual(repositoryRoles.map((_, rank) => (rank >= lowest ? 'y' : 'n')));
  });
});

describe('who may give a command, as the configuration has it,', () => {
  const asked = (who: Who[], person: Person, parts: Parameters<typeof aGiver>[1] = {}) =>
    may('/retitle Gateway', person, {
      policy: aPolicy({ commands: { who: { retitle: who } } }),
      giver: { ...people[person], ...parts },
    });

  it('is nobody, and then the command is left to other bots', () => {
    const policy = aPolicy({ commands: { who: { close: [], kind: [] } } });
    expect(obeyed('/close\n/kind bug', { policy }).answers).toEqual([]);
    expect(obeyed('> quoted\n/close', { policy }).answers).toEqual([]);
  });

  it('is whoever is assigned, whoever opened it, or a lead of any group', () => {
    expect([asked(['assignee'], 'assignee'), asked(['assignee'], 'author')]).toEqual(['y', 'n']);
    expect([asked(['author'], 'author'), asked(['author'], 'assignee')]).toEqual(['y', 'n']);
    expect([asked(['any-lead'], 'lead of another group'), asked(['any-lead'], 'lead who left')]).toEqual(['y', 'n']);
    expect([asked(['any-lead'], 'lead who retired'), asked(['any-lead'], 'admin')]).toEqual(['n', 'n']);
  });

  it('is a team, where it is known who is in it', () => {
    const who: Who[] = ['team:release-leads'];
    const inTeam = (value: boolean) => ({ teams: { 'release-leads': known(value) } });
    expect([asked(who, 'stranger', inTeam(true)), asked(who, 'admin', inTeam(false))]).toEqual(['y', 'n']);
    expect(asked(who, 'admin')).toBe('?');
    expect(asked(who, 'admin', { teams: { 'release-leads': unread } })).toBe('?');
    expect(asked([...who, 'triage'], 'triager', { teams: { 'release-leads': unread } })).toBe('y');
  });

  it('is set for a family by its name', () => {
    const policy = aPolicy({ commands: { who: { kind: ['triage'] } } });
    expect([may('/kind bug', 'stranger', { policy }), may('/area docs', 'stranger', { policy })]).toEqual(['n', 'y']);
  });

  it('takes nobody’s word for being a lead where the charter can’t be read', () => {
    const parts = { charter: unknown('WORKING-GROUPS.md is not there') };
    expect([may('/priority P1', 'lead', parts), may('/priority P1', 'triager', parts)]).toEqual(['?', 'y']);
  });

  it('lets everybody assign oneself all the same', () => {
    expect(may('/assign', 'stranger', { policy: aPolicy({ commands: { who: { assign: ['admin'] } } }) })).toBe('y');
  });
});
