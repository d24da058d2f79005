import { describe, expect, it } from '@jest/globals';
import { type Change, type IssueFacts, type MilestoneFact, mostTurns, type Turn } from '../../src/model/facts.ts';
import { known, unknown } from '../../src/model/known.ts';
import type { Policy } from '../../src/model/policy.ts';
import { decide } from '../../src/triage/decide.ts';
import { aCharter, anIssue, aPolicy } from '../builders.ts';

const now = '2026-06-10T00:00:00.000Z';
const closedAt = '2026-06-09T12:00:00Z';
const closed: MilestoneFact = { id: 'M_1', number: 1, title: '1.4', state: 'closed', closedAt };
const person = { login: 'octo-lead-1', kind: 'person' } as const;
const after = '2026-06-09T13:00:00Z';
const reopened = (at: string): Turn => ({ what: 'reopened', by: person, at });
const retitled: Turn = { what: 'retitled', from: 'A', to: 'B', by: person, at: after };

const urgent = (parts: Partial<IssueFacts> = {}) => ({
  ...anIssue({ labels: ['area/docs', 'P0'], milestone: closed }),
  ...parts,
});

interface Circumstances {
  closedEarly?: Policy['milestones']['closedEarly'];
  installedAt?: string | null;
  triage?: Partial<Policy['triage']>;
}

/** What the plan says of the milestone: done, left with its reason, or nothing. */
function said(
  issue: IssueFacts,
  { closedEarly = 'reopen', installedAt = '2026-01-01T00:00:00Z', triage = {} }: Circumstances = {},
): string {
  const policy = aPolicy({ triage, milestones: { closedEarly } });
  const plan = decide({ issue, charter: known(aCharter()), policy, now, links: {}, installedAt });
  if (plan.effects.some((effect) => effect.do === 'reopen-milestone')) return 'opened again';
  return plan.withheld.find(({ effect }) => effect.do === 'reopen-milestone')?.because ?? 'nothing';
}

const changed = (change: { what: 'labeled'; label: string } | { what: 'milestoned'; milestone: string }, at: string) =>
  ({ ...change, by: person, at }) satisfies Change;

describe('a milestone that is closed while an urgent issue is open in it', () => {
  it('is opened again where that is configured, and told of where it is not', () => {
    expect(said(urgent())).toBe('opened again');
    expect(said(urgent(), { closedEarly: 'report' })).toBe('the configuration says to tell it only');
    expect(said(urgent(), { closedEarly: 'ignore' })).toBe('nothing');
  });

  it('is opened again with its number and the reason, and the checklist does not ask for another', () => {
    const policy = aPolicy({ triage: { patience: 0 }, milestones: { closedEarly: 'reopen' } });
    const installedAt = '2026-01-01T00:00:00Z';
    expect(
      decide({ issue: urgent(), charter: known(aCharter()), policy, now, links: {}, installedAt }).effects,
    ).toEqual([
      { do: 'reopen-milestone', number: 1, title: '1.4', because: '“1.4” was closed while “P0” is open in it' },
    ]);
  });

  it('stays closed once it was opened again: whoever closes it after that has the last word', () => {
    expect(said(urgent({ milestone: { ...closed, reopened: true } }))).toBe(
      'it was opened again once, and somebody closed it',
    );
  });

  it.each<[string, Partial<IssueFacts>]>([
    ['the issue is less urgent', { labels: [{ id: 'L', name: 'P1' }] }],
    ['it is open', { milestone: { ...closed, state: 'open' } }],
    ['the issue was opened later', { createdAt: after }],
    ['the issue was closed then, and opened again later', { turns: known([reopened(after)]) }],
    ['so much happened since that it is not known', { turns: known(Array(mostTurns).fill(retitled)) }],
    ['whether the issue was open is not known', { turns: unknown('hidden') }],
    ['the issue became urgent later', { history: known([changed({ what: 'labeled', label: 'P0' }, after)]) }],
    ['the issue came into it later', { history: known([changed({ what: 'milestoned', milestone: '1.4' }, after)]) }],
    ['the past is not known', { history: unknown('hidden') }],
    ['the timeline is too long', { historyIsWhole: false, history: known([]) }],
    ['the issue is locked', { locked: true }],
    ['it was closed a week ago and more', { milestone: { ...closed, closedAt: '2026-06-02T00:00:00Z' } }],
  ])('is left alone where %s', (_, parts) => expect(said(urgent(parts))).toBe('nothing'));

  it('is left alone where that happened before Remit came', () => {
    expect(said(urgent(), { installedAt: '2026-06-09T12:30:00Z' })).toBe('nothing');
    expect(said(urgent(), { installedAt: null })).toBe('nothing');
    expect(said(urgent(), { triage: { since: '2026-06-10' } })).toBe('nothing');
  });

  it('counts an issue that was opened again before that', () => {
    const history = known([changed({ what: 'labeled', label: 'P0' }, '2026-06-01T00:00:00Z')]);
    expect(said(urgent({ turns: known([reopened('2026-06-05T00:00:00Z')]), history }))).toBe('opened again');
  });
});
