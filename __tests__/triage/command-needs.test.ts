import { describe, expect, it } from '@jest/globals';
import type { CommandNeeds } from '../../src/model/command-facts.ts';
import type { Policy } from '../../src/model/policy.ts';
import { parseCommands } from '../../src/text/commands/parse-commands.ts';
import { needsOf } from '../../src/triage/command-needs.ts';
import { removableNames, servedCommands } from '../../src/triage/served-commands.ts';
import { aPolicy } from '../builders.ts';

const ref = { owner: 'octo-org', repository: 'octo-repo', number: 12 };

/** What is to be looked up, without what is not. */
function needs(comment: string, commands: Partial<Policy['commands']> = {}): Partial<CommandNeeds> {
  const policy = aPolicy({ commands });
  const read = parseCommands(comment, { families: removableNames(servedCommands(policy)) });
  const all = needsOf(read, { ref, actor: { login: 'octo-user-2', kind: 'person' }, policy });
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value === true || (Array.isArray(value) && value.length > 0)),
  );
}

describe('what has to be looked up before commands are obeyed', () => {
  it('is nothing where there are none of ours', () => {
    expect(needs('Thanks!\n/lgtm\n/milestnoe 1.4')).toEqual({});
    expect(needs('/help\n/unassign')).toEqual({});
  });

  it('is what is kept of decisions, where they are asked for', () => {
    expect(needs('/why')).toEqual({ decisions: true });
  });

  it('is no role where anyone may', () => {
    expect(needs('/area docs')).toEqual({ labels: true });
    expect(needs('/assign')).toEqual({ logins: ['octo-user-2'] });
    expect(needs('/assign @Octo-User-2')).toEqual({ logins: ['Octo-User-2'] });
  });

  it('is the role and the membership where leads may', () => {
    expect(needs('/milestone 1.4')).toEqual({ role: true, membership: true, milestones: true });
    expect(needs('/milestone clear')).toEqual({ role: true, membership: true });
    expect(needs('/close')).toEqual({ role: true });
  });

  it('is the teams that the configuration names', () => {
    expect(needs('/milestone 1.4', { who: { milestone: ['team:release-leads', 'team:docs'] } })).toEqual({
      teams: ['release-leads', 'docs'],
      milestones: true,
    });
  });

  it('is everything that is named, each once', () => {
    const comment =
      '/epic #4\n/close duplicate of octo-org/octo-plans#7\n/close duplicate #4\n/transfer octo-plans\n/assign @octo-1 @octo-2, OCTO-1';
    expect(needs(comment)).toEqual({
      role: true,
      membership: true,
      logins: ['OCTO-1', 'octo-2'],
      issues: [
        { owner: 'octo-org', repository: 'octo-repo', number: 4 },
        { owner: 'octo-org', repository: 'octo-plans', number: 7 },
      ],
      repositories: [{ owner: 'octo-org', name: 'octo-plans' }],
    });
  });
});
