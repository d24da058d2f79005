import { describe, expect, it } from '@jest/globals';
import type { IssueFacts } from '../../src/model/facts.ts';
import { known, unknown } from '../../src/model/known.ts';
import { chooseRolling, type NamedMilestone, whyItStays } from '../../src/triage/rollover.ts';
import { anIssue, aPolicy } from '../builders.ts';

const old: NamedMilestone = { number: 1, title: '1.4', state: 'closed' };
const next: NamedMilestone = { number: 2, title: '1.5', state: 'open' };
const parked: NamedMilestone = { number: 3, title: 'Nebulous Future', state: 'open' };
const choose = (from: string, to: string, milestones = [old, next, parked]) =>
  chooseRolling({ from, to }, milestones, aPolicy());

describe('two milestones', () => {
  it('are found by their titles, the one to go from also when it is closed', () => {
    expect(choose('1.4', '1.5')).toEqual({ from: old, to: next });
    expect(choose('1.5', 'Nebulous Future')).toEqual({ from: next, to: parked });
  });

  it.each([
    ['1.40', '1.5', 'no milestone is called “1.40”', ['1.4']],
    ['1.5', '1.4', 'the milestone “1.4” is closed', []],
    ['1.5', '1.5', '“1.5” is both of them', []],
    ['Nebulous Future', '1.5', '“Nebulous Future” is parked: nothing rolls over from it', []],
    ['#1', '#2', 'no milestone is called “#2”', []],
  ])('%s and %s are refused: %s', (from, to, refused, nearest) => {
    expect(choose(from, to)).toMatchObject({ refused, nearest: expect.arrayContaining(nearest) });
  });

  it('of the same title are told apart by state, else by number', () => {
    const again: NamedMilestone = { number: 4, title: '1.4', state: 'open' };
    const third: NamedMilestone = { number: 5, title: '1.4', state: 'open' };
    expect(choose('1.4', '1.5', [old, again, next])).toEqual({ from: again, to: next });
    expect(choose('1.4', '1.5', [old, again, third, next])).toEqual({
      refused: '2 milestones are called “1.4”: name it by its number: “#4” or “#5”',
      nearest: [],
    });
    expect(choose('#4', '1.5', [old, again, third, next])).toEqual({ from: again, to: next });
    expect(choose('1.5', '1.4', [again, third, next])).toMatchObject({ refused: expect.stringMatching(/rename one/) });
  });
});

describe('an issue of a milestone that rolls over', () => {
  const since = '2026-06-01T00:00:00Z';
  const within = { id: 'M_1', ...old };
  const stays = (parts: Partial<IssueFacts>, to = next, policy = aPolicy()) =>
    whyItStays({ ...anIssue({ milestone: within }), ...parts }, { from: old, to }, { policy, since });
  const put = (at: string, kind: 'person' | 'program' = 'person') =>
    known([{ what: 'milestoned' as const, milestone: '1.4', by: { login: 'octo-lead-1', kind }, at }]);

  it('goes', () => {
    expect(stays({})).toBeNull();
    expect(stays({ history: put('2026-05-31T00:00:00Z') })).toBeNull();
    expect(stays({ history: put('2026-06-02T00:00:00Z', 'program') })).toBeNull();
  });

  it.each<[string, Partial<IssueFacts>]>([
    ['it is in another milestone now', { milestone: { id: 'M_2', ...next } }],
    ['it is in another milestone now', { milestone: null }],
    ['the issue is closed', { state: 'closed' }],
    ['the issue is locked', { locked: true }],
    ['somebody put it there since', { history: put('2026-06-02T00:00:00Z') }],
    ['who put it there is not known: hidden', { history: unknown('hidden') }],
  ])('stays: %s', (because, parts) => expect(stays(parts)).toBe(because));

  it('stays where the project leaves it alone, and where it can’t wait for ever', () => {
    const ignoring = aPolicy({ triage: { ignore: { labels: ['discussion'], authors: [], types: [] } } });
    expect(stays({ labels: [{ id: 'L', name: 'discussion' }] }, next, ignoring)).toBe(
      'the label “discussion” is ignored',
    );
    const urgent = { labels: [{ id: 'L', name: 'P0' }] };
    expect([stays(urgent), stays(urgent, parked)]).toEqual([null, '“P0” can’t wait in “Nebulous Future”']);
  });

  it('stays or goes by what the configuration says of the most urgent priority', () => {
    const requirements = { milestone: { parked: ['Nebulous Future'] }, 'priority-milestone': { parked: ['1.5'] } };
    const policy = aPolicy({ triage: { requirements } });
    const urgent = { labels: [{ id: 'L', name: 'P0' }] };
    expect([stays(urgent, next, policy), stays(urgent, parked, policy)]).toEqual(['“P0” can’t wait in “1.5”', null]);
  });
});
