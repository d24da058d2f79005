import { describe, expect, it } from '@jest/globals';
import type { Change } from '../../src/model/facts.ts';
import { known, unknown } from '../../src/model/known.ts';
import { decide } from '../../src/triage/decide.ts';
import { aCharter, anIssue, aPolicy } from '../builders.ts';

const lead = { login: 'octo-lead-1', kind: 'person' } as const;
const bot = { login: 'octo-bot[bot]', kind: 'program' } as const;
const remit = { login: 'remit[bot]', kind: 'program', own: true } as const;
const on = (day: number) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString();
const inOrder = { labels: ['area/docs', 'P1'] };

const out = (day: number, by: Change['by'] = bot): Change => ({
  what: 'demilestoned',
  milestone: '1.4',
  by,
  at: on(day),
});
const into = (day: number): Change => ({ what: 'milestoned', milestone: '1.4', by: bot, at: on(day) });
const labeled = (day: number, label: string, by: Change['by'] = bot): Change => ({
  what: 'labeled',
  label,
  by,
  at: on(day),
});
const gone = (day: number, by: Change['by'] = remit): Change => ({ what: 'own comment deleted', by, at: on(day) });

/** What becomes of an issue without a milestone: it is opened on day 0, and the patience is two days. */
function lookOn(day: number, history: Change[] | null, labels: string[] = inOrder.labels) {
  const issue = anIssue({
    labels,
    milestone: null,
    createdAt: on(0),
    history: history === null ? unknown('cut off') : known(history),
  });
  const { effects, withheld, again } = decide({
    issue,
    charter: known(aCharter()),
    policy: aPolicy({ triage: { patience: 2 * 86_400 } }),
    now: on(day),
    links: {},
    installedAt: '2020-01-01T00:00:00Z',
  });
  const speaks = effects.some((effect) => effect.do === 'checklist' && effect.body !== null);
  return speaks ? 'speaks' : withheld.length > 0 ? 'is silent' : again;
}

describe('the patience with what is missing', () => {
  it('is from the opening of an issue that was never in order', () => {
    expect(lookOn(1, [])).toBe(on(2));
    expect(lookOn(2, [])).toBe('speaks');
  });

  it('is from when something came to be missing that was in order', () => {
    const history = [into(1), out(10)];
    expect(lookOn(10, history)).toBe(on(12));
    expect(lookOn(12, history)).toBe('speaks');
  });

  it('begins anew when it was in order in between', () => {
    expect(lookOn(13, [into(1), out(10), into(11), out(12)])).toBe(on(14));
  });

  it('is over when something else has been missing for longer', () => {
    const unlabeled: Change = { what: 'unlabeled', label: 'P1', by: bot, at: on(9) };
    expect(lookOn(10, [into(1), out(8), unlabeled], ['area/docs'])).toBe('speaks');
  });

  it('is with one thing at a time: what was missing before another one was does not go on in its place', () => {
    const unowned: Change = { what: 'unlabeled', label: 'area/docs', by: bot, at: on(9) };
    expect(lookOn(9, [into(1), out(8), labeled(9, 'area/docs'), unowned], ['P1'])).toBe(on(10));
  });

  it.each([
    ['somebody took it off', lead],
    ['Remit took it off, at a command', remit],
  ])('is seven times as long where %s', (_, by) => {
    const history = [into(1), out(10, by)];
    expect(lookOn(23, history)).toBe(on(24));
    expect(lookOn(24, history)).toBe('speaks');
  });

  it.each([
    ['somebody chose', lead],
    ['Remit set at a command', remit],
  ])('is with the last that %s, too, once it would be over', (_, by) => {
    const history = [labeled(1, 'bug', by)];
    expect(lookOn(1, history)).toBe(on(2));
    expect(lookOn(2, history)).toBe(on(3));
    expect(lookOn(3, history)).toBe('speaks');
  });

  it('is not with what other programs do', () => {
    expect(lookOn(2, [labeled(1, 'stale')])).toBe('speaks');
  });

  it('is over where the timeline can’t be read, and Remit is silent', () => {
    expect(lookOn(10, null)).toBe('is silent');
    expect(lookOn(1, null)).toBe(on(2));
  });

  it.each([
    ['it was settled', remit],
    ['somebody deleted it', lead],
  ])('is thirty times as long where a checklist was there and %s', (_, by) => {
    const history = [gone(3, by), into(4), out(10)];
    expect(lookOn(69, history)).toBe(on(70));
    expect(lookOn(70, history)).toBe('speaks');
  });

  it('is no longer where Remit took away its answer to a command, before any checklist was there', () => {
    expect(lookOn(2, [gone(1)])).toBe(on(3));
    expect(lookOn(3, [gone(1)])).toBe('speaks');
  });
});
